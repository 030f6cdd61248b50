// Pinned runs: the button that keeps the run as it is now, or, where it has gone back,
// what it came to, and forks; and the list in which they are named, shown, taken up again
// and removed.

import { encode, decode, readRun, writeRun } from './run-file.js';
import { find } from '../shared/dom.js';
import { count, t } from '../shared/i18n.js';
import { mostSaved } from './kept-run.js';
import { startLog } from './run-log.js';
import { looks } from './looks.js';
import { showNotice, showProblem } from './notices.js';
import { makeRows } from './pin-rows.js';
import { keepPins, keptPins } from './pin-store.js';
import { mostPinned } from './runs.js';
import { saveFile } from '../shared/save.js';

/** @import { NNPlay } from '../element.js' */
/** @import { Kept } from './kept-run.js' */
/** @import { Runs } from './runs.js' */

/**
 * @param {NNPlay} player
 * @param {{runs: Runs, nameRuns: () => void, redraw: () => void}} readout
 */
export function startPins(player, { runs, nameRuns, redraw }) {
  const button = /** @type {HTMLButtonElement} */ (find('pin-run'));
  const dialog = /** @type {HTMLDialogElement} */ (find('runs-dialog'));
  const list = find('runs-list');
  const said = find('runs-said');
  const log = startLog(player, open);
  /** @type {Kept[]} those that were removed since the list was opened */
  let removed = [];
  let warned = false;
  let busy = false;

  for (const kept of keptPins()) runs.take(kept);

  /** Shows and keeps what has changed. */
  function changed() {
    const { length } = runs.pinned;
    find('runs-count').textContent = length > 0 ? String(length) : '';
    find('runs-open').setAttribute('aria-label', length > 0 ? t('page.runs.count', { count: length }) : t('page.runs'));
    nameRuns();
    redraw();
    if (keepPins(runs.pinned) || warned || length === 0) return;
    warned = true;
    showNotice(t('page.pins.full'), true);
  }

  /** Says what the button does now. */
  function label() {
    find('pin-name').textContent = t(runs.past ? 'page.pin.fork' : 'page.pin');
    button.title = t(runs.past ? 'page.pin.forkHelp' : 'page.pin.help');
    button.parentElement?.classList.toggle('is-past', runs.past);
    button.disabled = runs.present.last === 0;
  }

  async function pin() {
    if (busy) return;
    if (runs.pinned.length >= mostPinned) {
      showNotice(t('page.pins.most', { most: mostPinned }));
      return;
    }
    busy = true;
    try {
      const { past } = runs;
      const { step, fingerprint } = await player.metrics();
      const kept = runs.pin({ print: !past && step === runs.present.last ? fingerprint ?? '' : '', saved: await bytesOf() });
      if (kept !== null) {
        if (past) await player.request({ type: 'fork' });
        changed();
        showNotice(t(past ? 'page.pins.forked' : 'page.pins.pinned', { mark: looks[kept.look].mark, step: count(kept.run.last) }));
      }
    } catch (error) {
      showProblem(error);
    }
    busy = false;
  }

  /** The run as the trainer saves it, where its link does not tell all; '' else, or where it is too large. */
  async function bytesOf() {
    const { state } = player;
    if (state === null || state.told && !elsewhere(state.link)) return '';
    const { saved } = await player.request({ type: 'save' });
    return saved === null || saved.byteLength > mostSaved ? '' : encode(new Uint8Array(saved));
  }

  /**
   * Goes back to a run, as far as it came.
   * @param {{link: string, saved: Uint8Array | null}} where
   * @param {number} to the step
   * @returns {Promise<{step: number, print: string}>} where it is, and its fingerprint
   */
  async function go({ link, saved }, to) {
    if (saved === null) await player.setState(link);
    else await player.request({ type: 'resume', saved });
    const left = to - (player.state?.step ?? 0);
    const { step, fingerprint = '' } = left > 0 ? await player.train(left) : await player.metrics();
    return { step, print: fingerprint };
  }

  /** @param {Kept} kept */
  async function takeUp(kept) {
    dialog.close();
    const { last } = kept.run;
    try {
      const { step, print } = await go({ link: kept.state.link, saved: kept.saved === '' ? null : decode(kept.saved) }, last);
      runs.adopt(kept, step);
      changed();
      const other = kept.print !== '' && step === last && print !== kept.print;
      showNotice(t(other ? 'page.pins.other' : 'page.pins.taken', { step: count(step) }), other);
    } catch (error) {
      if (/** @type {{code?: string}} */ (error).code !== 'interrupted') showProblem(error);
      else showNotice(t('page.pins.part', { of: count(last) }));
    }
  }

  const rows = makeRows(runs, {
    changed,
    takeUp,
    pin(kept) {
      if (runs.take(kept) === null) said.textContent = t('page.pins.most', { most: mostPinned });
      changed();
      fill();
      focusOn('.runs-name');
    },
    remove(kept) {
      runs.remove(kept);
      removed.push(kept);
      changed();
      fill();
      focusOn('.is-removed button');
    },
    undo(kept) {
      if (runs.take(kept) === null) {
        said.textContent = t('page.pins.most', { most: mostPinned });
        return;
      }
      removed = removed.filter((old) => old !== kept);
      changed();
      fill();
      focusOn('.runs-name');
    },
  });

  /**
   * Goes to the last of some controls in the list.
   * @param {string} selector
   */
  function focusOn(selector) {
    /** @type {HTMLElement | undefined} */ ([...list.querySelectorAll(selector)].at(-1))?.focus();
  }

  function fill() {
    list.replaceChildren(...runs.pinned.map(rows.pinned), ...runs.loose.map(rows.loose), ...removed.map(rows.removed));
    find('runs-none').hidden = list.childElementCount > 0;
  }

  function open() {
    removed = [];
    said.textContent = '';
    fill();
    dialog.showModal();
  }

  async function save() {
    try {
      const { saved, link, step } = await player.request({ type: 'save' });
      saveFile(`nnplay-run-${step}.nnplay`, writeRun({ link, step, saved: saved === null ? null : new Uint8Array(saved), pins: runs.pinned }));
    } catch (error) {
      showProblem(error);
    }
  }

  /** Goes over to the run of a file. @param {File} file */
  async function read(file) {
    const run = await readRun(file);
    if (run === null) {
      said.textContent = t('page.runs.bad', { name: file.name });
      if (!dialog.open) showNotice(said.textContent); // it was dropped on the page
      return;
    }
    try {
      const { step } = await go(run, run.step);
      const left = run.pins.filter((kept) => runs.take(kept) === null).length;
      changed();
      dialog.close();
      showNotice([t('page.runs.opened', { step: count(step) }), left > 0 ? t('page.pins.most', { most: mostPinned }) : ''].join(' ').trim());
    } catch (error) {
      said.textContent = t('page.runs.bad', { name: file.name });
      showProblem(error);
    }
  }

  button.addEventListener('click', pin);
  find('runs-open').addEventListener('click', open);
  find('runs-save').addEventListener('click', save);
  const chooser = /** @type {HTMLInputElement} */ (find('runs-file'));
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? [];
    chooser.value = '';
    if (file) read(file);
  });
  player.addEventListener('message', ({ detail }) => {
    if (detail.type === 'state' || detail.type === 'progress') label();
  });

  return {
    read,

    /** Puts the texts into the present language. */
    translate() {
      label();
      log.translate();
      changed();
      if (dialog.open) fill();
    },
  };
}

/**
 * Whether a link says only how much there is of something that it does not carry.
 * @param {string} link
 */
function elsewhere(link) {
  return [...new URLSearchParams(link).values()].some((value) => /^n\d+(-[\da-f]+)?$/.test(value));
}
