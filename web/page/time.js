// The line over the loss curve that says at which step the run is. Dragged, or moved by
// the arrow keys, it takes the network there, to the same bits as when it was there first.

import { find } from '../shared/dom.js';
import { count, t } from '../shared/i18n.js';
import { showNotice, showProblem } from './notices.js';

/** @import { NNPlay } from '../element.js' */
/** @import { Curve } from './curve.js' */

/** Half of the width of what is dragged, in CSS pixels. */
const reach = 12;

/**
 * @param {NNPlay} player
 * @param {Curve} curve
 */
export function startTime(player, curve) {
  const input = /** @type {HTMLInputElement} */ (find('time'));
  let [from, to, step] = [0, 0, 0];
  /** @type {number | null} where to go next */
  let wanted = null;
  let going = false;
  let told = false;

  async function go() {
    if (going) return;
    going = true;
    while (wanted !== null) {
      const to = wanted;
      wanted = null;
      try {
        await player.request({ type: 'goTo', step: to });
      } catch (error) {
        showProblem(error);
      }
    }
    going = false;
    show();
  }

  function show() {
    input.hidden = to === from;
    if (going || input.hidden) return;
    const end = Math.max(to, step);
    Object.assign(input, { min: String(from), max: String(end), value: String(step) });
    input.setAttribute('aria-valuetext', t('page.time.at', { step: count(step), to: count(end) }));
    input.style.left = `calc(${curve.place(from)} - ${reach}px)`;
    input.style.width = `calc(${curve.place(end)} - ${curve.place(from)} + ${2 * reach}px)`;
  }

  input.addEventListener('input', () => {
    wanted = Number(input.value);
    if (!told && wanted < to) showNotice(t('page.time.past'));
    told ||= wanted < to;
    go();
  });
  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'state') ({ from, to, step } = message);
    else if (message.type === 'progress' && message.step !== null) {
      step = message.step;
      to = message.metrics?.to ?? Math.max(to, step);
    } else return;
    show();
  });
  curve.drawn = show;
}
