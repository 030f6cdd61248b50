// The reader of images: files go one by one to a program in a worker, which makes an
// album of them.

import { t } from './i18n.js';
import { makeLate } from './late.js';
import { redraw } from './redraw.js';

/** @import { Late } from './late.js' */
/** @import { Pictures } from './protocol.d.ts' */

/** The most bytes of a file that are handed over: one more than it may have. */
const mostBytes = 64 * 1024 * 1024 + 1;

/** A file, and the name of the class that it is for. @typedef {{file: File, class: string}} Entry */

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
