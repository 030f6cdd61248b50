// The line of a number: in symbols, in numbers, and what they come to, as LaTeX.

/** @import { Explanation, Term } from '../shared/protocol.d.ts' */

/** Digits that count, of numbers in a line. */
const digits = 4;

/** Of how many scores a share is written out. */
const mostShares = 5;

/**
 * A number in LaTeX.
 * @param {number} v
 * @param {number} [precision]
 */
export function latexOf(v, precision = digits) {
  if (!Number.isFinite(v)) return Number.isNaN(v) ? '\\operatorname{NaN}' : v > 0 ? '\\operatorname{Inf}' : '-\\operatorname{Inf}';
  const [size, power] = String(Number(v.toPrecision(precision))).split('e');
  return power === undefined ? size : `${size}\\times10^{${power.replace('+', '')}}`;
}

/** A number that stands behind a sign. @param {number} v */
const enclosed = (v) => (v < 0 ? `(${latexOf(v)})` : latexOf(v));

/** @param {Term} term */
function product({ factor, value }) {
  if (factor === 1) return latexOf(value);
  if (factor === -1) return `-${enclosed(value)}`;
  return `${latexOf(factor)}\\cdot${enclosed(value)}`;
}

/**
 * How the terms make a number, in numbers; '' where no short line tells it.
 * @param {Explanation} told
 */
function inNumbers({ kind, terms, rest, latex, pattern }) {
  if (pattern !== '') return pattern.replace(/#(\d)/g, (_, n) => enclosed(terms[Number(n) - 1].value));
  if (kind === 'sum' && terms.length > 0) {
    const parts = terms.map(product);
    if (rest !== null) parts.push(latexOf(rest.value));
    return parts.map((part, i) => (i > 0 && !part.startsWith('-') ? `+${part}` : part)).join('');
  }
  if ((kind === 'maximum' || kind === 'minimum') && terms.length > 1 && terms.length <= 4 && rest === null) {
    return `\\${kind.slice(0, 3)}(${terms.map(({ value }) => latexOf(value)).join(',\\,')})`;
  }
  if (kind === 'softmax' && terms.length > 1 && terms.length <= mostShares && rest === null) { // its own score is the one that makes it larger
    const powers = terms.map(({ value }) => `e^{${latexOf(value)}}`);
    const own = terms.reduce((best, { factor }, i) => (factor > terms[best].factor ? i : best), 0);
    return `\\frac{${powers[own]}}{${powers.join('+')}}`;
  }
  if (kind === 'map' && terms.length === 1 && rest === null) { // a function of one number: it takes the letter's place
    const [{ value }] = terms;
    const letter = /(?<![A-Za-z\\])[az](?![A-Za-z])/g;
    if (letter.test(latex)) return latex.replace(letter, () => (value < 0 ? `(${latexOf(value)})` : `{${latexOf(value)}}`));
  }
  return '';
}

/**
 * The lines of a number, each but the first behind a sign of equality.
 * @param {Explanation} told
 * @returns {string[]}
 */
export function linesOf(told) {
  const numbers = inNumbers(told);
  const said = numbers === '' || numbers === latexOf(told.value); // by the result alone
  return [told.latex, said ? '' : `=${numbers}`, `=${latexOf(told.value, 6)}`].filter((line) => line !== '');
}
