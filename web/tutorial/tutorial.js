// What the chapters do besides embedding: buttons that set something, and a
// reading of a neuron from outside. All of it goes through <nn-play>'s public API.

/** @import { NNPlay } from '../element.js' */

for (const figure of document.querySelectorAll('figure')) {
  const player = /** @type {NNPlay | null} */ (figure.querySelector('nn-play'));
  if (!player) continue;
  for (const button of figure.querySelectorAll('button[data-experiment]')) {
    button.addEventListener('click', async () => {
      await player.setState(/** @type {HTMLElement} */ (button).dataset.experiment ?? '');
      await player.play();
    });
  }
  const reading = figure.querySelector('.reading');
  if (reading) read(player, reading);
}

/**
 * Shows weights and bias of a network that is one neuron with a sigmoid. Its output
 * p tells the sum before the bend, ln(p / (1 - p)); at the origin that is the bias,
 * and a step along an input adds its weight.
 * @param {NNPlay} player
 * @param {Element} reading
 */
function read(player, reading) {
  const step = 0.1;
  let busy = false;
  const show = async () => {
    if (busy) return;
    busy = true;
    try {
      const [origin, right, up] = (await player.predict([[0, 0], [step, 0], [0, step]])).map(([p]) => Math.log(Number(p) / (1 - Number(p))));
      const values = { w1: (right - origin) / step, w2: (up - origin) / step, b: origin };
      for (const [name, value] of Object.entries(values)) {
        const cell = reading.querySelector(`[data-value="${name}"]`);
        if (cell) cell.textContent = Number.isFinite(value) ? value.toFixed(2).replace('-', '−') : '–';
      }
    } finally {
      busy = false;
    }
  };
  for (const event of ['ready', 'step', 'change']) player.addEventListener(event, () => show().catch(() => {}));
}
