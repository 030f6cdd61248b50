// The small control bar of a frame that stands alone.

import { find, setName } from '../shared/dom.js';
import { count, language, lossText, percentText, t, translate } from '../shared/i18n.js';

/** @import { Order, Told } from '../shared/messages.d.ts' */

/**
 * Shows the bar.
 * @param {(message: Order) => void} command
 */
export function startBar(command) {
  const [bar, play, step, reset] = ['bar', 'play', 'step', 'reset'].map(find);
  const open = /** @type {HTMLAnchorElement} */ (find('open'));
  let playing = false;
  let regression = false;

  bar.hidden = false;
  play.addEventListener('click', () => command({ type: playing ? 'pause' : 'play' }));
  step.addEventListener('click', () => command({ type: 'step', n: 1 }));
  reset.addEventListener('click', () => command({ type: 'reset' }));

  function label() {
    const name = t(playing ? 'page.pause' : 'page.play');
    setName(play, name);
    bar.classList.toggle('is-playing', playing);
    find('r-score-name').textContent = t(regression ? 'page.r2' : 'page.accuracy');
  }

  return {
    /** The height that the bar covers, in CSS pixels. */
    height: () => bar.getBoundingClientRect().height,

    /** Puts the texts into the present language. */
    translate() {
      translate(bar);
      bar.setAttribute('aria-label', t('page.transport'));
      for (const [button, key] of /** @type {Array<[HTMLElement, string]>} */ ([[step, 'page.stepOnce'], [reset, 'page.reset']])) {
        setName(button, t(key));
      }
      bar.lang = language();
      label();
    },

    /**
     * Shows what a message tells.
     * @param {Told} message
     */
    show(message) {
      if ('playing' in message) playing = message.playing;
      if (message.type === 'state') {
        open.href = `./#${message.link}`;
        const hidden = new Set(message.spec.hide.split(','));
        play.hidden = hidden.has('playButton');
        step.hidden = hidden.has('stepButton');
        reset.hidden = hidden.has('resetButton');
      }
      if (message.type === 'progress' && message.step !== null) find('r-step').textContent = count(message.step);
      if (message.type === 'progress' && message.metrics) {
        const { metrics } = message;
        regression = metrics.accuracy === null;
        find('r-loss').textContent = lossText(metrics.testLoss);
        find('r-score').textContent = regression ? metrics.r2?.toFixed(3) ?? '–' : percentText(metrics.accuracy);
      }
      label();
    },
  };
}
