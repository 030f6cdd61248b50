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
 * @property {Array<Record<string, string>>} texts of each link the texts that are too long for it, by key
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
    const same = spec !== null && changed === '' && past.at >= 0;
    spec = state.spec;
    const long = longTexts(state);
    if (same && !moving && !held) { // the link tells what was done to weights while it trained: that is left out in the list of it
      past.links[past.at] = state.link;
      settled();
      return;
    }
    if (moving || held || state.link === past.links[past.at] && JSON.stringify(long) === JSON.stringify(past.texts[past.at])) return;
    const now = performance.now();
    const more = changed !== '' && changed === changedLast && now - changedAt < together && past.at > 0;
    past.links.length = past.texts.length = past.at + (more ? 0 : 1);
    past.links.push(state.link);
    past.texts.push(long);
    changedLast = changed;
    changedAt = now;
    const size = (/** @type {number} */ i) => [past.links[i], ...Object.values(past.texts[i])].reduce((sum, text) => sum + text.length, 0);
    let text = past.links.reduce((sum, _, i) => sum + size(i), 0);
    while (past.links.length > most || (text > mostText && past.links.length > 2)) {
      text -= size(0);
      past.links.shift();
      past.texts.shift();
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
      let state = await player.request({ type: 'restore', link: past.links[to] });
      for (const [key, value] of Object.entries(past.texts[to])) {
        if (state.spec[key] !== value) state = await player.request({ type: 'set', key, value });
      }
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
  const texts = Array.isArray(kept?.texts) && kept.texts.length === links.length ? kept.texts : links.map(() => ({}));
  const at = Number(kept?.at);
  if (links[at] !== undefined && links[at] === location.hash.slice(1)) return { links, texts, at };
  return { links: [], texts: [], at: -1 };
}

/**
 * What a link says only the length of: another one of that length has the same link.
 * @param {StateAnswer} state
 */
function longTexts({ link, spec }) {
  /** @type {Record<string, string>} */
  const texts = {};
  for (const [key, value] of new URLSearchParams(link)) {
    // Of an album the setting says no more than the link.
    if (/^n\d+(-[\da-f]+)?$/.test(value) && spec[key] !== undefined && spec[key] !== value) texts[key] = spec[key];
  }
  return texts;
}

/**
 * The keys of the settings in which two experiments differ, of those that both have.
 * @param {Record<string, string>} a
 * @param {Record<string, string>} b
 */
export function differences(a, b) {
  return Object.keys(b).filter((key) => key in a && a[key] !== b[key]);
}
