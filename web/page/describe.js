// The canvas in words, for whoever does not see it: the network, what it learns
// from, and how far it has come. The text stands beside the canvas; when the
// network has become another one, a live region says so.

import { optionText, t } from '../shared/i18n.js';

/** @import { NNPlay } from '../element.js' */

/** How long a network has to stay as it is before it is described, in ms. */
const settle = 1500;

/**
 * @param {NNPlay} player
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
    const message = event.detail;
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

/** @typedef {{spec: Record<string, string>, effective: Record<string, string>, applies: Record<string, string>}} State */

/**
 * The sentences on an architecture. One that is missing is called by its name.
 * @type {Record<string, (state: State) => string>}
 */
const architectures = {
  mlp: perceptron,
  cnn: ({ spec }) => t('page.describe.cnn', {
    side: spec.imageSide, set: optionText('images', spec.images), kernel: spec.kernel,
    convolved: layers(spec.filters).length === 0 ? t('page.describe.notConvolved') : t('page.describe.convolved', { filters: layers(spec.filters).join(', '), kernel: spec.kernel }),
    dense: shape(spec.denseShape, spec.hiddenActivation),
  }),
  rnn: ({ spec }) => t('page.describe.rnn', {
    layers: spec.layers, units: spec.units, cell: optionText('cell', spec.cell), task: optionText('sequence', spec.sequence),
    more: [
      spec.bidirectional === 'true' ? t('page.describe.bidirectional') : '',
      spec.rival === 'none' ? '' : t('page.describe.rival', { cell: optionText('rival', spec.rival) }),
    ].filter(Boolean).join(' '),
  }),
  transformer: ({ spec }) => t('page.describe.transformer', {
    kind: optionText('transformer', spec.transformer), blocks: spec.blocks, heads: spec.heads, width: spec.width, task: optionText('sequence', spec.sequence),
  }),
  gan: ({ spec }) => t('page.describe.gan', {
    noise: optionText('noiseKind', spec.noiseKind), generator: shape(spec.generatorShape, spec.hiddenActivation),
    discriminator: shape(spec.discriminatorShape, spec.hiddenActivation), set: optionText('distribution', spec.distribution),
  }),
  autoencoder: ({ spec }) => t(spec.variational === 'true' ? 'page.describe.variational' : 'page.describe.autoencoder', {
    side: spec.imageSide, set: optionText('images', spec.images), code: spec.codeSize, encoder: shape(spec.encoderShape, spec.hiddenActivation),
  }),
  diffusion: ({ spec }) => t('page.describe.diffusion', {
    set: optionText('distribution', spec.distribution), network: shape(spec.flowShape, spec.hiddenActivation), steps: spec.flowSteps, integrator: optionText('integrator', spec.integrator),
  }),
};

/** @param {State} state of the trainer */
function describe(state) {
  const { architecture } = state.spec;
  return Object.hasOwn(architectures, architecture) ? architectures[architecture](state).replace(/  +/g, ' ').trim() : optionText('architecture', architecture);
}

/** @param {string} value of a shape */
const layers = (value) => (value === '' || value === 'none' ? [] : value.split(','));

/**
 * Hidden layers and their activation.
 * @param {string} value of a shape
 * @param {string} activation of all layers, or one a layer
 */
function shape(value, activation) {
  const units = layers(value);
  const names = activation.split(',').map((a) => optionText('activation', a)).join(', ');
  const key = ['page.describe.none', 'page.describe.oneHidden'][units.length] ?? 'page.describe.hidden';
  return t(key, { units: units.join(', '), activation: names });
}

/** @param {State} state */
function perceptron({ spec, effective, applies }) {
  const activation = optionText('outputActivation', effective.outputActivation);
  const many = effective.outputActivation === 'softmax';
  const classification = /cce|bce|hinge/.test(effective.loss) || applies['outputActivation.softmax'] === undefined;
  return t('page.describe', {
    inputs: spec.features.split(',').filter((f) => f !== '').map((f) => optionText('features', f)).join(', '),
    hidden: shape(spec.networkShape, spec.activation),
    outputs: many && applies.classes === '' ? t('page.describe.classes', { n: spec.classes, activation }) : t('page.describe.output', { activation }),
    set: optionText('dataset', spec.dataset),
    kind: classification ? t('page.describe.classification') : t('page.describe.regression'),
  });
}
