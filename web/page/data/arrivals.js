// What arrives from outside: files that are dropped anywhere on the page, and tables and
// files that are pasted where no field takes them. Each goes to the reader of its kind.

import { find } from '../../shared/dom.js';
import { count, t } from '../../shared/i18n.js';
import { kindOf } from '../../shared/files.js';
import { showNotice } from '../notices.js';
import { chosenFiles, droppedFiles } from './album-files.js';
import { tableOf } from './clipboard.js';

/** @import { startAlbum } from './album.js' */
/** @import { startTables } from './table/table.js' */

/**
 * @typedef {object} Readers
 * @property {ReturnType<typeof startAlbum>} album
 * @property {ReturnType<typeof startTables>} tables
 * @property {{read: (file: File) => void}} runs
 * @property {{takes: () => boolean, read: (file: Blob) => void}} texts takes tells whether the present architecture learns from running texts
 */

/** @param {Readers} readers */
export function startArrivals({ album, tables, texts, runs }) {
  const drop = find('csv-drop');

  /** Reads the first of some files that are no pictures. @param {File[]} files */
  function readOne(files) {
    const file = ['run', 'table'].map((kind) => files.find((candidate) => kindOf(candidate) === kind)).find((found) => found !== undefined) ?? files[0];
    if (kindOf(file) === 'run') runs.read(file);
    else if (kindOf(file) === 'text' && texts.takes()) texts.read(file);
    else tables.read(file);
    if (files.length > 1) showNotice(t('page.arrivals.one', { name: file.name, n: count(files.length - 1) }), true);
  }

  /** Whether files of images are among some. @param {File[]} files */
  const hasPictures = (files) => files.some((file) => kindOf(file) === 'pictures');

  const hasFile = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (event) => {
    if (!hasFile(event) || event.defaultPrevented) return;
    event.preventDefault();
    drop.classList.add('is-over');
  });
  addEventListener('dragleave', () => drop.classList.remove('is-over'));
  addEventListener('drop', async (event) => {
    drop.classList.remove('is-over');
    if (!hasFile(event) || event.defaultPrevented) return; // else it is somebody else's
    event.preventDefault();
    const data = /** @type {DataTransfer} */ (event.dataTransfer);
    const files = [...data.files];
    const isFolder = [...data.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory);
    if (isFolder || hasPictures(files)) album.read(await droppedFiles(data, album.className()));
    else if (files.length > 0) readOne(files);
  });

  addEventListener('paste', (event) => {
    const data = event.clipboardData;
    const at = event.target instanceof Element ? event.target : document.body;
    const inField = at.closest('input, textarea, select, [contenteditable]');
    const dialog = document.querySelector('dialog[open]');
    if (data === null || event.defaultPrevented || inField && at.id !== 'csv-text' || dialog !== null && dialog.id !== 'csv-dialog') return;
    if (data.files.length > 0) {
      event.preventDefault();
      const files = [...data.files];
      if (hasPictures(files)) album.read(chosenFiles(data.files, album.className()));
      else readOne(files);
      return;
    }
    const text = dialog === null ? tableOf(data) : tableOf(data) || data.getData('text/plain');
    if (text === '') return;
    event.preventDefault(); // a field with many megabytes would stand still
    tables.readPasted(text);
  });
}
