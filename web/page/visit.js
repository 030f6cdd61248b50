// The first visit: a question over the network, which becomes an answer when it has
// been learned, and where to go from there. It ends with another experiment.

import { find, make } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { remember } from '../shared/store.js';

/** @import { NNPlay } from '../element.js' */
/** @import { Preset, Schema } from '../shared/schema.d.ts' */

/** What comes next: presets, with texts of their own, visit.next.NAME and that + .why. */
const next = ['underfitting', 'spiral', 'digits'];

/** The accuracy from which on the question is answered. */
const found = 0.95;

/**
 * @param {NNPlay} player
 * @param {(preset: Preset) => void} start
 */
export function startVisit(player, start) {
  const root = document.documentElement;
  const ask = find('ask');
  const list = find('next');
  let link = '';
  let trained = false;
  let answered = false;

  function show() {
    ask.dataset.i18n = answered ? 'visit.found' : 'visit.ask';
    ask.textContent = t(ask.dataset.i18n);
    list.hidden = !answered;
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'state') {
      if (link !== '' && message.link !== link) delete root.dataset.visit;
      link = message.link;
    }
    if (!('metrics' in message) || !message.metrics) return;
    const { step, accuracy } = message.metrics;
    if (step > 0 && !trained) remember('visited', 'yes');
    trained ||= step > 0;
    if (step === 0 || (accuracy ?? 0) >= found) {
      if (answered === step > 0) return;
      answered = step > 0;
      show();
    }
  });

  return {
    /** @param {Schema} schema */
    show(schema) {
      list.replaceChildren(...next.map((name) => {
        const preset = schema.presets.find((p) => p.name === name);
        const button = make('button', 'next-card', make('strong', '', t(`visit.next.${name}`)), make('span', '', t(`visit.next.${name}.why`)));
        button.type = 'button';
        button.addEventListener('click', () => preset && start(preset));
        return make('li', '', button);
      }));
      show();
    },
  };
}
