// The canvas in words, for whoever does not see it: the network, what it learns
// from, and how far it has come. The text stands beside the canvas; when the
// network has become another one, a live region says so.

import { optionText, t } from './i18n.js';

/** How long a network has to stay as it is before it is described, in ms. */
const settle = 1500;

/**
 * @param {import('./element.js').NNPlay} player
 * @param {{summary: () => string}} readout
 */
export function startDescription(player, readout) {
  const text = /** @type {HTMLElement} */ (document.getElementById('canvas-text'));
  const live = /** @type {HTMLElement} */ (document.getElementById('live'));
  let network = '';
  let timer = 0;
  let seen = false;

  function show() {
    if (player.state === null) return;
    network = describe(player.state);
    text.textContent = `${network} ${readout.summary()}`.trim();
  }

  player.addEventListener('message', (event) => {
    const message = /** @type {CustomEvent} */ (event).detail;
    if (message.type === 'state') {
      const was = network;
      show();
      if (seen && network !== was) {
        clearTimeout(timer);
        timer = setTimeout(() => {
          live.textContent = network;
        }, settle);
      }
      seen = true;
    } else if (message.type === 'progress' && !message.busy) {
      show();
    }
  });

  return {
    translate: show,

    /** Says it all, now. */
    say() {
      show();
      live.textContent = '';
      requestAnimationFrame(() => {
        live.textContent = text.textContent;
      });
    },
  };
}

/** @param {any} state of the trainer */
function describe(state) {
  const { spec, effective } = state;
  const name = (/** @type {string} */ key, /** @type {string} */ value) => optionText(key, value);
  const names = (/** @type {string} */ key) => spec[key].split(',').filter((/** @type {string} */ v) => v !== '').map((/** @type {string} */ v) => name(key, v)).join(', ');
  const units = spec.networkShape === '' || spec.networkShape === 'none' ? [] : spec.networkShape.split(',');
  const hidden = { units: units.join(', '), activation: names('activation') };
  const activation = name('outputActivation', effective.outputActivation);
  const many = effective.outputActivation === 'softmax';
  const classification = /cce|bce|hinge/.test(effective.loss) || state.applies['outputActivation.softmax'] === undefined;
  return t('page.describe', {
    inputs: names('features'),
    hidden: units.length === 0 ? t('page.describe.none') : units.length === 1 ? t('page.describe.oneHidden', hidden) : t('page.describe.hidden', hidden),
    outputs: many && state.applies.classes === '' ? t('page.describe.classes', { n: spec.classes, activation }) : t('page.describe.output', { activation }),
    set: name('dataset', spec.dataset),
    kind: classification ? t('page.describe.classification') : t('page.describe.regression'),
  });
}
