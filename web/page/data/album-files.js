// Files of images, as they were dropped or chosen, folders included.

/** @import { Entry } from '../../shared/pictures.js' */

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
