// Files of images, as they were dropped or chosen, folders included.

/** @import { Entry } from '../../shared/pictures.js' */

/** An entry, and where it was in its folder. @typedef {Entry & {path: string}} Placed */

/** The most files that are looked at. */
const mostFiles = 70_000;

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
    if (root?.isDirectory) found.push(...await filesOf(/** @type {FileSystemDirectoryEntry} */ (root)));
    else if (loose[i]) found.push({ file: loose[i], class: selected });
  }
  return found;
}

/** The files of a folder, in the order of their paths. @param {FileSystemDirectoryEntry} folder @returns {Promise<Entry[]>} */
async function filesOf(folder) {
  /** @type {Placed[]} */
  const found = [];
  await walk(folder, folder.name, found);
  return inOrder(found);
}

/**
 * Sorts files by their paths, folder by folder, as the native command does: the same
 * folder gives the same album, whatever the order in which a system lists it.
 * @param {Placed[]} files
 * @returns {Entry[]}
 */
function inOrder(files) {
  const steps = (/** @type {string} */ path) => path.split('/').map((name) => Array.from(name, (c) => c.codePointAt(0) ?? 0));
  const keyed = files.map(({ path, file, class: name }) => ({ steps: steps(path), entry: { file, class: name } }));
  keyed.sort((a, b) => compare(a.steps, b.steps, (x, y) => compare(x, y, (c, d) => c - d)));
  return keyed.map(({ entry }) => entry);
}

/**
 * Compares lists by the first of their elements that differ; what the other begins with
 * comes before it.
 * @template T
 * @param {T[]} a
 * @param {T[]} b
 * @param {(x: T, y: T) => number} by
 */
function compare(a, b, by) {
  const at = a.findIndex((x, i) => i >= b.length || by(x, b[i]) !== 0);
  if (at < 0) return a.length - b.length;
  return at < b.length ? by(a[at], b[at]) : 1;
}

/**
 * @param {FileSystemDirectoryEntry} folder
 * @param {string} name of the class of the files in it
 * @param {Placed[]} found
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
      else found.push({ file: await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject)), class: name, path: entry.fullPath });
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
  return inOrder([...list].slice(0, mostFiles).filter((file) => !file.name.startsWith('.')).map((file) => {
    const folders = file.webkitRelativePath.split('/').slice(0, -1);
    return { file, class: folders.at(-1) ?? selected, path: file.webkitRelativePath };
  }));
}
