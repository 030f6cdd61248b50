// Undo and redo of settings: the links of the experiments that were, and which
// of them is the present one. Going back brings back the experiment; where it
// differs only in what may change while training, the network goes on learning.

import { setName } from '../shared/dom.js';
import { hasText, t } from '../shared/i18n.js';
import { showNotice, showProblem } from './notices.js';
import { recallHere, rememberHere } from '../shared/store.js';

/** @import { NNPlay } from '../element.js' */
/** @import { StateAnswer } from '../shared/protocol.d.ts' */

/** The most experiments that are remembered, and the most characters of them. */
const most = 100;
const mostText = 400_000;

/** Changes of the same settings within this time are one step, as when a slider is dragged; in ms. */
const together = 1000;

/**
 * @typedef {object} Past
 * @property {string[]} links
 * @property {number} at the present one's place
 */

/** @param {NNPlay} player */
export function startHistory(player) {
  const undoButton = /** @type {HTMLButtonElement} */ (document.getElementById('undo'));
  const redoButton = /** @type {HTMLButtonElement} */ (document.getElementById('redo'));
  /** @type {Past} */
  let past = restored();
  /** @type {Record<string, string> | null} the settings of the present experiment */
  let spec = null;
  let changedLast = ''; // the settings that the newest step changed
  let changedAt = -Infinity;
  let moving = false; // a request is on its way
  let held = false;

  /** @param {StateAnswer} state */
  function note(state) {
    const changed = spec === null ? '' : differences(spec, state.spec).join();
    spec = state.spec;
    if (moving || held || state.link === past.links[past.at]) return;
    const now = performance.now();
    const more = changed !== '' && changed === changedLast && now - changedAt < together && past.at > 0;
    past.links.length = past.at + (more ? 0 : 1);
    past.links.push(state.link);
    changedLast = changed;
    changedAt = now;
    let text = past.links.reduce((sum, link) => sum + link.length, 0);
    while (past.links.length > most || (text > mostText && past.links.length > 2)) {
      text -= /** @type {string} */ (past.links.shift()).length;
    }
    past.at = past.links.length - 1;
    settled();
  }

  /** @param {number} by -1 back, 1 forth */
  async function go(by) {
    const to = past.at + by;
    if (moving || held || spec === null || to < 0 || to >= past.links.length) return;
    moving = true;
    const before = spec;
    try {
      const state = await player.request({ type: 'restore', link: past.links[to] });
      past.at = to;
      past.links[to] = state.link;
      const what = differences(before, state.spec).map((key) => (hasText(`field.${key}.label`) ? t(`field.${key}.label`) : key));
      showNotice(t(by < 0 ? 'page.undone' : 'page.redone', { what: what.join(', ') }));
    } catch (error) {
      showProblem(error);
    }
    moving = false;
    changedLast = '';
    settled();
  }

  /** Shows and keeps what can be undone. */
  function settled() {
    const focused = document.activeElement;
    undoButton.disabled = past.at <= 0;
    redoButton.disabled = past.at >= past.links.length - 1;
    // A button that is off loses the focus: the other one takes it.
    if (focused === undoButton && undoButton.disabled) redoButton.focus();
    else if (focused === redoButton && redoButton.disabled) undoButton.focus();
    rememberHere('history', past);
  }

  undoButton.addEventListener('click', () => go(-1));
  redoButton.addEventListener('click', () => go(1));
  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'state') note(message);
  });
  settled();

  return {
    undo: () => go(-1),
    redo: () => go(1),

    /**
     * Takes no notice of changes that nobody makes.
     * @param {boolean} on
     */
    hold(on) {
      held = on;
    },

    /** Puts the texts into the present language. */
    translate() {
      for (const [button, text] of /** @type {Array<[HTMLElement, string]>} */ ([[undoButton, t('page.undo')], [redoButton, t('page.redo')]])) {
        setName(button, text);
      }
    },
  };
}

/** @returns {Past} that of the tab, if it belongs to the address */
function restored() {
  const kept = recallHere('history');
  const links = Array.isArray(kept?.links) ? kept.links.filter((/** @type {unknown} */ link) => typeof link === 'string') : [];
  const at = Number(kept?.at);
  if (links[at] !== undefined && links[at] === location.hash.slice(1)) return { links, at };
  return { links: [], at: -1 };
}

/**
 * The keys of the settings in which two experiments differ, of those that both have.
 * @param {Record<string, string>} a
 * @param {Record<string, string>} b
 */
export function differences(a, b) {
  return Object.keys(b).filter((key) => key in a && a[key] !== b[key]);
}
