// The architectures: a row of links, the present one marked. Each goes to the
// architecture as its tab was left, or to its default.

import { t } from '../shared/i18n.js';
import { isChosen, ownOf } from '../shared/own.js';
import { showProblem } from './notices.js';
import { recallHere, rememberHere } from '../shared/store.js';

/** @import { NNPlay } from '../element.js' */
/** @import { Schema } from '../shared/schema.d.ts' */

/** @param {NNPlay} player */
export function startTabs(player) {
  const nav = /** @type {HTMLElement} */ (document.getElementById('architectures'));
  /** @type {Record<string, string>} the link of each as it was left */
  const left = recallHere('tabs') ?? {};
  let present = '';
  /** @type {Schema | null} */
  let schema = null;

  /**
   * The points of one's own that are learned from; all architectures that learn
   * from points learn from the same.
   */
  function drawn() {
    const own = ownOf(schema, player.state, 'points');
    return own !== null && player.state !== null && isChosen(own, player.state) ? player.state.spec[own.key] : '';
  }

  /** @param {string} name */
  async function go(name) {
    const mine = drawn();
    try {
      if (typeof left[name] !== 'string') {
        await player.request({ type: 'set', key: 'architecture', value: name });
        return;
      }
      await player.setState(left[name]);
      const old = drawn();
      if (mine !== '' && old !== '' && old !== mine) await player.request({ type: 'set', key: 'points', value: mine });
    } catch (error) {
      showProblem(error);
    }
  }

  function mark() {
    for (const link of nav.querySelectorAll('a')) {
      if (link.dataset.architecture === present) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    reveal();
  }

  /** Brings the present one into view, which it leaves when the window becomes narrower, too. */
  function reveal() {
    nav.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  new ResizeObserver(reveal).observe(nav);

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type !== 'state') return;
    const moved = message.spec.architecture !== present;
    present = message.spec.architecture;
    left[present] = message.link;
    rememberHere('tabs', left);
    document.documentElement.dataset.architecture = present;
    if (moved) mark();
  });

  return {
    /**
     * Fills the row, in the present language.
     * @param {Schema} known
     */
    show(known) {
      schema = known;
      const there = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (nav.querySelectorAll('a'))];
      nav.replaceChildren(...known.architectures.map(({ name }) => {
        const link = there.find((one) => one.dataset.architecture === name) ?? document.createElement('a');
        link.href = name === known.architectures[0].name ? '#v=1' : `#v=1&architecture=${name}`;
        link.dataset.architecture = name;
        link.textContent = t(`tab.${name}`);
        link.title = t(`option.architecture.${name}`);
        link.addEventListener('click', (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          if (name !== present) go(name);
        });
        return link;
      }));
      nav.hidden = known.architectures.length < 2;
      mark();
    },
  };
}
