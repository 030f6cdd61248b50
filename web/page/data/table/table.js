// The dialog for tables: what was understood of one is shown before it is used, and
// all of it can be changed. Tables are read by a program in a worker.

import { find } from '../../../shared/dom.js';
import { kindOf } from '../../../shared/files.js';
import { count, explain, t } from '../../../shared/i18n.js';
import { saveFile } from '../../../shared/save.js';
import { mostBytes } from '../../../shared/tables.js';
import { showNotice, showProblem } from '../../notices.js';
import { takeImages } from '../pixels.js';
import { startHow } from './how.js';
import { startProfile } from './profile.js';
import { Reading } from './reading.js';
import { showMissing, showNotices, showOffers, showPreview, sizeOf } from './said.js';
import { takePoints, takeRows } from './taking.js';

/** @import { NNPlay } from '../../../element.js' */
/** @import { Tables } from '../../../shared/protocol.d.ts' */

/** How much of a pasted table is shown, in characters. */
const shownText = 2000;

/** Where there is room, how a table is read is there to be seen. */
const wide = matchMedia('(min-width: 620px)');

/**
 * @param {NNPlay} player
 * @param {(file: Blob) => void} readText reads a file as a running text
 */
export function startTables(player, readText) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('csv-dialog'));
  const file = /** @type {HTMLInputElement} */ (find('csv-file'));
  const text = /** @type {HTMLTextAreaElement} */ (find('csv-text'));
  const status = find('csv-status');
  const target = /** @type {HTMLSelectElement} */ (find('csv-target'));
  const kind = /** @type {HTMLSelectElement} */ (find('csv-kind'));
  const uses = /** @type {HTMLButtonElement[]} */ ([find('csv-learn'), find('csv-use'), find('csv-images')]);
  const readBy = /** @type {HTMLDetailsElement} */ (find('csv-how'));
  const reading = new Reading(() => show());
  const how = startHow(reading);
  const profile = startProfile(reading);

  /**
   * @param {string} words
   * @param {boolean} [bad]
   */
  function say(words, bad = false) {
    status.textContent = words;
    status.classList.toggle('is-bad', bad);
  }

  /** Shows what is known of the table. */
  function show() {
    const { table, problem, source, busy } = reading;
    find('csv-name').textContent = source instanceof File ? source.name : '';
    dialog.classList.toggle('has-file', source instanceof File);
    find('csv-choices').hidden = table === null;
    readBy.hidden = busy || table === null && problem === null;
    if (busy || problem !== null) readBy.open = wide.matches || problem !== null;
    if (busy) say(t('page.csv.reading'));
    if (problem !== null) say(explain('error', problem), true);
    showOffers(reading, source instanceof File && kindOf(source) === 'text' ? asText : null);
    how.show();
    if (table === null) return;
    say(sizeOf(table));
    showNotices(table);
    showMissing(table);
    showPreview(table);
    profile.show();
    showTarget(table);
  }

  /** Takes the file for a running text. */
  function asText() {
    const { source } = reading;
    dialog.close();
    readText(source);
  }

  /** Shows what is the target, and which way of using the table is the usual one. @param {Tables.TableAnswer} table */
  function showTarget({ columns, pixels }) {
    const targets = columns.filter(({ role }) => role === 'target');
    target.replaceChildren(...columns.map(({ name, place }) => new Option(name, String(place))));
    if (targets.length !== 1) target.add(new Option(t('page.csv.targets', { n: count(targets.length) }), '', true, true), 0);
    target.value = targets.length === 1 ? String(targets[0].place) : '';
    const values = targets.length > 0 && targets.every((column) => column.kind === 'number' || column.kind === 'date');
    const was = kind.dataset.of;
    kind.dataset.of = targets.map(({ place, kind: own, as }) => `${place} ${own} ${as}`).join();
    if (kind.dataset.of !== was) kind.value = targets.length > 1 ? 'values' : targets[0]?.as ?? 'classes';
    kind.disabled = targets.length !== 1;
    for (const option of kind.options) option.disabled = option.value === 'values' && !values;
    const inputs = columns.filter(({ role }) => role === 'input').reduce((sum, { width }) => sum + width, 0);
    find('csv-learn').textContent = t('page.csv.learn', { n: count(inputs) });
    find('csv-images').hidden = pixels === 0;
    find('csv-images').textContent = t('page.csv.images', { side: pixels });
    find('csv-learn').classList.toggle('primary', inputs > 2 && pixels === 0);
    find('csv-use').classList.toggle('primary', inputs <= 2);
    find('csv-reduced').hidden = inputs <= 2;
  }

  /** Goes over to what is shown. @param {typeof takeRows} way */
  async function take(way) {
    for (const button of uses) button.disabled = true;
    try {
      await reading.settled();
      const words = await way(player, reading, kind.value);
      dialog.close();
      showNotice(words);
    } catch (error) {
      say(explain('error', error), true);
      status.scrollIntoView({ block: 'nearest' });
    }
    for (const button of uses) button.disabled = false;
  }

  /** Opens the dialog, with nothing in it. */
  function open() {
    if (dialog.open) return;
    reading.close();
    profile.renew();
    text.value = file.value = '';
    say('');
    reading.source = new Blob([]);
    show();
    dialog.showModal();
  }

  /** Opens the dialog with a file. @param {File} source */
  function read(source) {
    open();
    profile.renew();
    reading.open(source);
  }

  /** Opens the dialog with a text. @param {string} pasted */
  function readPasted(pasted) {
    open();
    profile.renew();
    text.value = pasted.length > shownText ? `${pasted.slice(0, shownText)}…` : pasted;
    reading.open(new Blob([pasted.slice(0, mostBytes)]));
  }

  file.addEventListener('change', () => {
    if (file.files?.[0]) read(file.files[0]);
  });
  let typed = 0;
  text.addEventListener('input', () => {
    clearTimeout(typed);
    typed = setTimeout(() => reading.open(new Blob([text.value])), 400);
  });
  target.addEventListener('change', () => profile.setTarget(Number(target.value)));
  dialog.addEventListener('keydown', (event) => { // which would press the first button: Close
    const at = /** @type {HTMLElement} */ (event.target);
    if (event.key !== 'Enter' || !at.matches('input:not([type=checkbox], [type=file])')) return;
    event.preventDefault();
    at.dispatchEvent(new Event('change'));
  });
  find('csv-form').addEventListener('submit', (event) => {
    const at = uses.indexOf(/** @type {HTMLButtonElement} */ (/** @type {SubmitEvent} */ (event).submitter));
    if (at < 0) return;
    event.preventDefault();
    take([takeRows, takePoints, takeImages][at]);
  });
  // The event comes some time after: by then the next table may be read already.
  dialog.addEventListener('close', () => {
    if (!dialog.open) reading.close();
  });

  return {
    show: open,
    read,
    readPasted,

    /** Saves the data as a file. */
    async save() {
      try {
        const { csv, name } = await player.request({ type: 'export' });
        saveFile(name, new Blob([csv], { type: 'text/csv' }));
      } catch (error) {
        showProblem(error);
      }
    },
  };
}
