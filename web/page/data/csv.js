// Data in files: a dialog that reads tables as CSV and makes points of them, and
// saving what is trained on. Tables are read by a program of their own in a
// worker, which is ended if it takes too long.

import { find } from '../../shared/dom.js';
import { count, explain, percentText, t } from '../../shared/i18n.js';
import { makeLate } from '../../shared/late.js';
import { saveFile } from '../../shared/save.js';
import { showNotice, showProblem } from '../notices.js';

/** @import { Late } from '../../shared/late.js' */
/** @import { NNPlay } from '../../element.js' */
/** @import { Tables } from '../../shared/protocol.d.ts' */

/** The most bytes that are handed over: one more than tables may have. */
const mostBytes = 20 * 1024 * 1024 + 1;
/** How much of a pasted table is shown, in characters. */
const shownText = 2000;

/** @param {NNPlay} player */
export function startTables(player) {
  /** @type {Late<Tables.Command, Tables.Answers>} */
  const reader = makeLate('tables.wasm', () => t('page.csv.stuck'), (detail) => t('page.csv.failed', { detail }));
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('csv-dialog'));
  const drop = find('csv-drop');
  const file = /** @type {HTMLInputElement} */ (find('csv-file'));
  const text = /** @type {HTMLTextAreaElement} */ (find('csv-text'));
  const status = find('csv-status');
  const choices = find('csv-choices');
  const target = /** @type {HTMLSelectElement} */ (find('csv-target'));
  const kind = /** @type {HTMLSelectElement} */ (find('csv-kind'));
  const inputs = find('csv-inputs');
  const header = /** @type {HTMLInputElement} */ (find('csv-header'));
  const use = /** @type {HTMLButtonElement} */ (find('csv-use'));
  /** What is being read. */
  let source = new Blob([]);
  /** @type {Tables.TableAnswer | null} */
  let table = null;
  let asked = 0;

  /**
   * @param {string} words
   * @param {boolean} [bad]
   */
  function say(words, bad = false) {
    status.textContent = words;
    status.classList.toggle('is-bad', bad);
  }

  /**
   * @param {Blob} blob
   * @param {Record<string, unknown>} [chosen] what is not to be guessed; what is shown stays until then
   */
  async function read(blob, chosen) {
    const mine = ++asked;
    source = blob;
    table = null;
    choices.hidden = chosen === undefined;
    find('csv-name').textContent = blob instanceof File ? blob.name : '';
    say(t('page.csv.reading'));
    try {
      const bytes = new Uint8Array(await blob.slice(0, mostBytes).arrayBuffer());
      const found = await reader.ask({ type: 'read', text: bytes, choices: JSON.stringify(chosen ?? {}) });
      if (mine !== asked) return;
      table = found;
      showTable();
    } catch (error) {
      if (mine !== asked) return;
      choices.hidden = true;
      say(explain('error', error), true);
    }
  }

  function showTable() {
    if (table === null) return;
    const numbers = { rows: count(table.rows), columns: count(table.columns.length) };
    say(table.header ? t('page.csv.found.header', numbers) : t('page.csv.found', numbers));
    header.checked = table.header;
    find('csv-notices').replaceChildren(...table.notices.map((told) => {
      const item = document.createElement('li');
      item.textContent = explain('table', told);
      return item;
    }));
    showRows();
    target.replaceChildren(...table.columns.map((c, i) => new Option(c.name, String(i))));
    target.value = String(table.target);
    const suggested = new Set(table.inputs);
    inputs.replaceChildren(legend(t('page.csv.inputs')), ...table.columns.map((c, i) => {
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.value = String(i);
      box.checked = suggested.has(i);
      label.append(box, c.name);
      return label;
    }));
    choices.hidden = false;
    fitKind();
  }

  /** Shows which rows lack a value of the chosen columns. */
  async function showMissing() {
    const mine = asked;
    const { missing: some, lacking } = await reader.ask({ type: 'check', choice: choice() });
    if (mine !== asked) return;
    const missing = find('csv-missing');
    missing.hidden = lacking === 0;
    find('csv-missing-count').textContent = t('page.csv.missing', { n: count(lacking) });
    const rows = (some ?? []).map((gap) => t('page.csv.missingRow', { ...gap }));
    if (lacking > rows.length) rows.push(t('page.csv.more', { n: count(lacking - rows.length) }));
    find('csv-missing-rows').replaceChildren(...rows.map((words) => {
      const item = document.createElement('li');
      item.textContent = words;
      return item;
    }));
  }

  function showRows() {
    if (table === null) return;
    const rows = find('csv-rows');
    const line = (/** @type {string} */ tag, /** @type {string[]} */ cells) => {
      const row = document.createElement('tr');
      row.append(...cells.map((cell) => {
        const element = document.createElement(tag);
        if (tag === 'th') element.setAttribute('scope', 'col');
        element.textContent = cell.slice(0, 100);
        return element;
      }));
      return row;
    };
    rows.replaceChildren(line('th', table.columns.map((c) => c.name)), ...table.preview.map((r) => line('td', r)));
  }

  /** Shows what suits the target, which can't be an input at the same time. */
  function fitKind() {
    if (table === null) return;
    const column = table.columns[Number(target.value)];
    kind.value = column.kind;
    for (const option of kind.options) option.disabled = option.value === 'values' && !column.numeric;
    for (const box of boxes()) box.disabled = box.value === target.value;
    look();
  }
  const look = () => showMissing().catch(() => {}); // taking the points says what is wrong
  const boxes = () => /** @type {HTMLInputElement[]} */ ([...inputs.querySelectorAll('input')]);

  /** The chosen columns, and what the target is. */
  const choice = () => JSON.stringify({
    inputs: boxes().filter((box) => box.checked && !box.disabled).map((box) => Number(box.value)), target: Number(target.value), kind: kind.value,
  });

  async function take() {
    use.disabled = true;
    try {
      const made = await reader.ask({ type: 'draw', choice: choice() });
      await player.request({ type: 'draw', op: 'take', value: made.text, names: made.axes.join('\n') });
      const [x, y] = made.inputs;
      const what = made.explained > 0
        ? t('page.csv.explained', { share: percentText(made.explained), n: made.inputs.length })
        : made.inputs.length === 1 ? t('page.csv.inputIs', { x }) : t('page.csv.inputsAre', { x, y });
      dialog.close();
      const changed = made.notices.map((told) => explain('table', told));
      showNotice([t('page.csv.used', { n: count(made.points), inputs: what }), ...changed].join(' '));
    } catch (error) {
      say(explain('error', error), true);
      status.scrollIntoView({ block: 'nearest' });
    }
    use.disabled = false;
  }

  function show() {
    if (dialog.open) return;
    asked++;
    table = null;
    text.value = '';
    file.value = '';
    find('csv-name').textContent = '';
    choices.hidden = true;
    say('');
    dialog.showModal();
  }

  file.addEventListener('change', () => {
    if (file.files?.[0]) read(file.files[0]);
  });
  dialog.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (pasted === '') return;
    event.preventDefault(); // a field with many megabytes would stand still
    text.value = pasted.length > shownText ? `${pasted.slice(0, shownText)}…` : pasted;
    read(new Blob([pasted.slice(0, mostBytes)]));
  });
  let typed = 0;
  text.addEventListener('input', () => {
    clearTimeout(typed);
    typed = setTimeout(() => read(new Blob([text.value])), 400);
  });
  target.addEventListener('change', fitKind);
  inputs.addEventListener('change', look);
  header.addEventListener('change', () => read(source, { header: header.checked ? 'yes' : 'no' }));
  find('csv-form').addEventListener('submit', (event) => {
    if (/** @type {SubmitEvent} */ (event).submitter !== use) return;
    event.preventDefault();
    take();
  });
  // The event comes some time after: by then the next table may be read already.
  dialog.addEventListener('close', () => {
    if (dialog.open) return;
    asked++;
    table = null;
    reader.end();
  });

  /** Files may be dropped anywhere on the page. */
  const hasFile = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (event) => {
    if (!hasFile(event) || event.defaultPrevented) return;
    event.preventDefault();
    drop.classList.add('is-over');
  });
  addEventListener('dragleave', () => drop.classList.remove('is-over'));
  addEventListener('drop', (event) => {
    drop.classList.remove('is-over');
    if (!hasFile(event) || event.defaultPrevented) return; // else it is somebody else's
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    show();
    read(dropped);
  });

  return {
    show,

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

/** @param {string} text */
function legend(text) {
  const element = document.createElement('legend');
  element.textContent = text;
  return element;
}
