// What was changed on the way: a line under the curve, and the list of it, in which each
// change can be left out.

import { changeText } from './change-text.js';
import { find, make, makeButton, setName } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { showProblem } from './notices.js';

/** @import { NNPlay } from '../element.js' */

/**
 * @param {NNPlay} player
 * @param {() => void} open opens the list
 */
export function startLog(player, open) {
  const line = find('log-line');
  const list = find('runs-log-list');
  let striking = false;

  function show() {
    const { log, told } = player.state ?? { log: [], told: true };
    line.hidden = log.length === 0 && told;
    find('runs-log').hidden = line.hidden;
    find('runs-untold').hidden = told;
    if (line.hidden) return;
    const first = log.length > 0 ? t('page.log.line', { first: changeText(log[0]) }) + (log.length > 1 ? ` +${log.length - 1}` : '') : '';
    line.textContent = [first, told ? '' : t('page.log.untoldShort')].filter((text) => text !== '').join(' ');
    line.title = line.textContent;
    list.replaceChildren(...log.map((change) => {
      const text = changeText(change);
      const remove = makeButton('close', '', () => strike(change.step, change.key));
      setName(remove, t('page.log.strike', { change: text }));
      return make('li', '', make('span', '', text), remove);
    }));
  }

  /**
   * Leaves a change out. The focus goes to the one that comes in its place.
   * @param {number} step
   * @param {string} key
   */
  async function strike(step, key) {
    if (striking) return;
    striking = true;
    const at = [...list.querySelectorAll('button')].indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    find('runs-said').textContent = t('page.log.striking');
    try {
      await player.request({ type: 'strike', step, key });
      find('runs-said').textContent = t('page.log.struck');
      const left = list.querySelectorAll('button');
      (left[Math.min(at, left.length - 1)] ?? find('runs-save')).focus();
    } catch (error) {
      showProblem(error);
    }
    striking = false;
  }

  line.addEventListener('click', open);
  player.addEventListener('message', (event) => {
    if (event.detail.type === 'state') show();
  });
  return { translate: show };
}
