// A run outlives a reload of the page: the browser's database has it as the trainer
// saved it a moment ago, and the tab remembers how many steps it has made since. Of a
// run that can't be saved, or is too large, it remembers the link, which has what was
// changed while it trained: the same steps give the same weights, so the page makes
// them again.

import { count, t } from '../shared/i18n.js';
import { showNotice } from './notices.js';
import { recallHere, rememberHere } from '../shared/store.js';
import { shelve, shelved } from '../shared/vault.js';

/** @import { NNPlay } from '../element.js' */
/** @import { Count } from '../shared/messages.d.ts' */
/** @import { startHistory } from './history.js' */

/** The longest that steps are made again, in ms, and how long a piece of it takes. */
const patience = 20_000;
const piece = 250;

/** How often the run is remembered, in ms. */
const keepEvery = 2000;

/** The largest run that is kept, in bytes. */
const mostSaved = 32 << 20;

/**
 * @typedef {object} Journal
 * @property {string} link of the run
 * @property {boolean} whole whether the link tells all of it
 * @property {number} step
 * @property {string} print the fingerprint of the weights at that step, '' if it is not known
 * @property {string} run a name that no other run of the tab has had
 * @property {number | null} saved the step at which the database has it, null if it has not
 */

/** @typedef {{run: string, step: number}} About of which run the bytes are, and at which step */

/**
 * Remembers the run, and goes on with the one before a reload.
 * @param {NNPlay} player
 * @param {Promise<void>} spoken kept when there are texts
 * @param {ReturnType<typeof startHistory>} history
 * @param {() => Promise<unknown>} settled kept when data that the link does not carry are back
 */
export function startResume(player, spoken, history, settled) {
  const kept = restored();
  /** @type {Journal} */
  let journal = begun('', 0);
  let again = kept !== null; // the steps of before are being made
  let keptAt = 0;
  const tab = recallHere('tab') ?? newName();
  rememberHere('tab', tab);
  /** @type {{bytes: Uint8Array, about: About} | null} what is to be written next */
  let next = null;
  let writing = false;

  player.addEventListener('message', (event) => {
    const message = event.detail;
    const { metrics, step: at } = /** @type {Count} */ (message);
    const step = metrics?.step ?? at;
    switch (message.type) {
      case 'state':
        if (message.restarted) journal = begun(message.link, message.step);
        journal.link = message.link;
        journal.whole = message.told;
        break;
      case 'saved':
        if (!message.saved || message.saved.byteLength > mostSaved || message.link !== journal.link) break;
        next = { bytes: new Uint8Array(message.saved), about: { run: journal.run, step: message.step } };
        write();
        break;
      case 'progress':
      case 'playing':
      case 'stepped':
      case 'stopped':
      case 'trained':
        if (typeof step !== 'number') return;
        if (step !== journal.step || metrics?.fingerprint) journal.print = metrics?.fingerprint ?? '';
        journal.step = step;
        break;
      default:
        return;
    }
    if (performance.now() - keptAt > keepEvery) keep();
  });
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', keep);

  function keep() {
    if (again || journal.link === '') return;
    keptAt = performance.now();
    rememberHere('run', journal);
  }

  /** Writes what was saved last, one after the other. */
  async function write() {
    if (writing) return;
    writing = true;
    while (next !== null) {
      const { bytes, about } = next;
      next = null;
      if (await shelve('runs', tab, bytes, about) && about.run === journal.run) {
        journal.saved = about.step;
        keep();
      }
    }
    writing = false;
  }

  /** @param {Journal} target */
  async function repeat(target) {
    const end = performance.now() + patience;
    await player.ready;
    await settled();
    const item = await shelved('runs', tab);
    /** @type {About | null} */
    const saved = item?.about?.run === target.run ? item?.about : null;
    if (item && saved) await player.request({ type: 'resume', saved: new Uint8Array(item.bytes) });
    else if (player.getState() !== target.link) await player.setState(target.link);
    if (saved && target.whole && player.getState() !== target.link) await player.request({ type: 'restore', link: target.link }); // changed since it was saved
    let metrics = saved ? await player.metrics() : null;
    let n = 200;
    while (journal.step < target.step) {
      const start = performance.now();
      if (start > end) return { metrics, all: false };
      metrics = await player.train(Math.min(n, target.step - journal.step));
      const took = performance.now() - start;
      if (took < piece / 2) n *= 2;
      else if (took > 2 * piece) n = Math.max(1, Math.round(n / 2));
    }
    return { metrics, all: true };
  }

  if (kept === null) return;
  history.hold(true);
  const over = () => {
    again = false;
    history.hold(false);
    keep();
  };
  repeat(kept).then(async ({ metrics, all }) => {
    over();
    await spoken;
    const step = count(journal.step);
    if (!all) showNotice(t('page.resumedPart', { step, of: count(kept.step) }), true);
    else if (kept.print !== '' && metrics && metrics.fingerprint !== kept.print) showNotice(t('page.resumedOther', { step }), true);
    else showNotice(t('page.resumed', { step }));
  }, over); // another command came between: its author knows what to do
}

/** @returns {string} */
function newName() {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

/**
 * @param {string} link
 * @param {number} step
 * @returns {Journal} of a run that begins
 */
function begun(link, step) {
  return { link, whole: true, step, print: '', run: newName(), saved: null };
}

/** @returns {Journal | null} the run before a reload, if the address still means it */
export function restored() {
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  if (navigation?.type !== 'reload' && navigation?.type !== 'back_forward') return null;
  const kept = recallHere('run');
  if (typeof kept?.link !== 'string' || typeof kept.step !== 'number' || typeof kept.whole !== 'boolean') return null;
  return (kept.step > 0 || typeof kept.saved === 'number') && kept.link === location.hash.slice(1) ? kept : null;
}
