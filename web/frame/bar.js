// The small control bar of a frame that stands alone.

import { find, setName } from '../shared/dom.js';
import { count, language, t, translate } from '../shared/i18n.js';
import { scoresOf, telling } from '../shared/scores.js';

/** @import { Order, Told } from '../shared/messages.d.ts' */
/** @import { Metrics } from '../shared/protocol.d.ts' */
/** @import { Schema } from '../shared/schema.d.ts' */

/** The places of the bar for numbers, beside that of the step. */
const places = ['loss', 'score'];

/**
 * Shows the bar.
 * @param {(message: Order) => void} command
 * @param {object} host
 * @param {string} host.search of the page to go on to, '' or with its '?'
 * @param {() => void} host.ask for the schema, which know() takes
 * @param {(() => void) | null} host.through goes slowly through a step; null: that is not offered
 */
export function startBar(command, { search, ask, through }) {
  const [bar, play, step, reset, slowly] = ['bar', 'play', 'step', 'reset', 'through'].map(find);
  const open = /** @type {HTMLAnchorElement} */ (find('open'));
  let playing = false;
  let family = '';
  /** @type {Metrics | null} */
  let metrics = null;
  /** @type {Schema | null} */
  let schema = null;
  let asked = false;

  bar.hidden = false;
  play.addEventListener('click', () => command({ type: playing ? 'pause' : 'play' }));
  step.addEventListener('click', () => command({ type: 'step', n: 1 }));
  reset.addEventListener('click', () => command({ type: 'reset' }));

  slowly.hidden = through === null;
  slowly.addEventListener('click', () => through?.());

  function label() {
    const name = t(playing ? 'page.pause' : 'page.play');
    setName(play, name);
    bar.classList.toggle('is-playing', playing);
  }

  /** What tells most of how well it does. */
  function told() {
    if ((metrics?.scores.length ?? 0) > 0 && !asked) {
      asked = true;
      ask();
    }
    const list = telling(metrics, scoresOf(schema, family));
    if (list.length < places.length) list.push([t('page.accuracy'), '–']);
    return list;
  }

  function showNumbers() {
    const list = told();
    places.forEach((place, i) => {
      const [name, value] = list[i];
      find(`r-${place}-name`).textContent = name;
      find(`r-${place}`).textContent = value;
    });
  }

  return {
    /** The height that the bar covers, in CSS pixels. */
    height: () => bar.getBoundingClientRect().height,

    /** Puts the texts into the present language. */
    translate() {
      translate(bar);
      bar.setAttribute('aria-label', t('page.transport'));
      for (const [button, key] of /** @type {Array<[HTMLElement, string]>} */ ([[step, 'page.stepOnce'], [slowly, 'walk.open'], [reset, 'page.reset']])) {
        setName(button, t(key));
      }
      bar.lang = language();
      label();
      showNumbers();
    },

    /** Takes over which scores there are. */
    know(/** @type {Schema} */ all) {
      schema = all;
      showNumbers();
    },

    /**
     * Shows what a message tells.
     * @param {Told} message
     */
    show(message) {
      if ('playing' in message) playing = message.playing;
      if (message.type === 'state') {
        open.href = `./${search}#${message.link}`;
        if (family !== message.spec.architecture) metrics = null;
        family = message.spec.architecture;
        const hidden = new Set(message.spec.hide.split(','));
        play.hidden = hidden.has('playButton');
        step.hidden = hidden.has('stepButton');
        slowly.hidden = through === null || step.hidden;
        reset.hidden = hidden.has('resetButton');
      }
      if (message.type === 'progress' && message.step !== null) find('r-step').textContent = count(message.step);
      if (message.type === 'progress' && message.metrics) {
        metrics = message.metrics;
        showNumbers();
      }
      label();
    },
  };
}
