// Files of images: what was dropped or chosen, folders included, goes one by one
// to a program in a worker, which makes an album of it.

import { makeLate } from '../../shared/late.js';
import { t } from '../../shared/i18n.js';
import { redraw } from './redraw.js';

/** @import { Late } from '../../shared/late.js' */
/** @import { Pictures } from '../../shared/protocol.d.ts' */

/** The most bytes of a file that are handed over: one more than it may have. */
const mostBytes = 64 * 1024 * 1024 + 1;
/** The most files that are looked at. */
const mostFiles = 70_000;

/** A file, and the name of the class that it is for. @typedef {{file: File, class: string}} Entry */

/**
 * The files of a drop. Those in a folder are for the class of the folder's name.
 * @param {DataTransfer} data
 * @param {string} selected the class of loose files
 * @returns {Promise<Entry[]>}
 */
export async function droppedFiles(data, selected) {
  const roots = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const loose = [...data.files];
  if (roots.every((root) => root === null)) return loose.map((file) => ({ file, class: selected }));
  /** @type {Entry[]} */
  const found = [];
  for (const [i, root] of roots.entries()) {
    if (root?.isDirectory) await walk(/** @type {FileSystemDirectoryEntry} */ (root), root.name, found);
    else if (loose[i]) found.push({ file: loose[i], class: selected });
  }
  return found;
}

/**
 * @param {FileSystemDirectoryEntry} folder
 * @param {string} name of the class of the files in it
 * @param {Entry[]} found
 */
async function walk(folder, name, found) {
  const reader = folder.createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const entry of some) {
      if (found.length >= mostFiles) return;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory) await walk(/** @type {FileSystemDirectoryEntry} */ (entry), entry.name, found);
      else found.push({ file: await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject)), class: name });
    }
  }
}

/**
 * The files of a chooser. Those of a folder are for the class of the innermost one.
 * @param {FileList} list
 * @param {string} selected the class of loose files
 * @returns {Entry[]}
 */
export function chosenFiles(list, selected) {
  return [...list].slice(0, mostFiles).filter((file) => !file.name.startsWith('.')).map((file) => {
    const folders = file.webkitRelativePath.split('/').slice(0, -1);
    return { file, class: folders.at(-1) ?? selected };
  });
}

/**
 * @typedef {object} Album
 * @property {Uint8Array | null} file an album, null if nothing was read
 * @property {number} pictures
 * @property {boolean} whole whether it is an album as somebody saved it
 * @property {Array<{name: string, error: unknown}>} refused the files that were not read, and why
 */

/** The reader of files; it reads one lot at a time. */
export function makeFileReader() {
  /** @type {Late<Pictures.Command, Pictures.Answers>} */
  const program = makeLate('pictures.wasm', () => t('page.album.stuck'), (detail) => t('page.album.failed', { detail }));
  let lots = 0;
  /**
   * @param {Uint8Array<ArrayBuffer>} bytes
   * @param {string} name of the class
   */
  const ask = (bytes, name) => program.ask({ type: 'read', bytes, class: name }, [bytes.buffer]);
  return {
    /**
     * @param {Entry[]} entries
     * @param {(done: number) => void} progress
     * @returns {Promise<Album | null>} null if it was ended
     */
    async read(entries, progress) {
      const lot = ++lots;
      /** @type {Array<{name: string, error: unknown}>} */
      const refused = [];
      try {
        for (const [i, entry] of entries.entries()) {
          progress(i);
          const bytes = new Uint8Array(await entry.file.slice(0, mostBytes).arrayBuffer());
          if (lot !== lots) return null;
          try {
            await ask(bytes, entry.class);
          } catch (error) {
            const png = lot === lots ? await redraw(entry.file, error) : null;
            if (lot !== lots) return null;
            if (png === null) refused.push({ name: entry.file.name, error });
            else await ask(png, entry.class);
          }
        }
        progress(entries.length);
        if (refused.length === entries.length) return { file: null, pictures: 0, whole: false, refused };
        const { file, pictures, whole, left } = await program.ask({ type: 'finish' });
        if (left) refused.push({ name: '', error: left });
        return lot === lots ? { file: pictures > 0 && file ? new Uint8Array(file) : null, pictures, whole, refused } : null;
      } finally {
        if (lot === lots) program.end();
      }
    },

    /** Stops reading. */
    end() {
      lots++;
      program.end();
    },
  };
}
