// The first visit: a question over the network, what happens while it learns, and the
// answer when it has been learned, with where to go from there. It ends with another
// experiment.

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
  /** What is said. @type {'ask' | 'learning' | 'found' | 'over'} */
  let stage = 'ask';

  function show() {
    ask.dataset.i18n = `visit.${stage}`;
    ask.textContent = t(ask.dataset.i18n);
    list.hidden = stage !== 'found';
  }

  /** Ends the visit. Where the question stands above the network something else is said in its place, so that nothing moves that is just being pressed. */
  function leave() {
    delete root.dataset.visit;
    root.dataset.visited = '';
    stage = 'over';
    show();
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'state') {
      if (link !== '' && message.link !== link && root.dataset.visit !== undefined) leave();
      link = message.link;
    }
    if (!('metrics' in message) || !message.metrics) return;
    const { step, accuracy } = message.metrics;
    if (step > 0 && !trained) remember('visited', 'yes');
    trained ||= step > 0;
    const now = stage === 'over' ? stage : step === 0 ? 'ask' : stage === 'found' || (accuracy ?? 0) >= found ? 'found' : 'learning';
    if (now === stage) return;
    stage = now;
    show();
  });

  return {
    /** @param {Schema} schema */
    show(schema) {
      list.replaceChildren(...next.map((name) => {
        const preset = schema.presets.find((p) => p.name === name);
        const button = make('button', 'next-card', make('strong', '', t(`visit.next.${name}`)), make('span', '', t(`visit.next.${name}.why`)));
        button.type = 'button';
        button.title = t(`visit.next.${name}.why`);
        button.addEventListener('click', () => preset && start(preset));
        return make('li', '', button);
      }));
      show();
    },
  };
}
