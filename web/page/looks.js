// How runs from before are told apart: each has a color, by its name in the style
// sheets, and a mark at the end of its line that tells it apart without. They are in the
// order of the plotting program, which has the present run before them.

/** @typedef {{color: string, mark: string}} Look */

/** @type {Look[]} */
export const looks = ['●', '■', '▲', '＋', '✕', '○', '□', '△'].map((mark, i) => ({ color: `run-${i + 1}`, mark }));

/** The look of the present run. @type {Look} */
export const present = { color: 'ink', mark: '' };

/**
 * The number of a color's run for the plotting program, which counts from 1.
 * @param {string} color
 */
export function runOf(color) {
  return looks.findIndex((look) => look.color === color) + 2;
}

/** The classes of the colors of runs in the plotting program's pictures, from the present one. */
export const runInks = ['text', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
