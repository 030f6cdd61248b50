// The reader of tables: a program in a worker keeps the table that it has read, and
// reads it once more by other choices.

import { t } from './i18n.js';
import { makeLate } from './late.js';

/** @import { Late } from './late.js' */
/** @import { Tables } from './protocol.d.ts' */

/** The most bytes that are handed over: one more than tables may have. */
export const mostBytes = 20 * 1024 * 1024 + 1;

/**
 * What is not to be guessed: table.Choices of the program. Columns are known by their
 * places in the file, counted from 0.
 * @typedef {object} Choices
 * @property {string} [encoding]
 * @property {string} [separator]
 * @property {string} [decimal]
 * @property {'yes' | 'no'} [header]
 * @property {'yes' | 'no'} [quotes]
 * @property {number} [first]
 * @property {string[]} [missing]
 * @property {number} [seed]
 * @property {boolean} [cut]
 * @property {Record<number, {kind?: string, role?: string}>} [columns]
 */

/** What a drawing is made of: columns by their numbers, and "classes" or "values". @typedef {{inputs: number[], target: number, kind?: string}} Choice */

export function makeTableReader() {
  /** @type {Late<Tables.Command, Tables.Answers>} */
  const program = makeLate('tables.wasm', () => t('page.csv.stuck'), (detail) => t('page.csv.failed', { detail }));
  return {
    /**
     * @param {Blob} blob
     * @param {Choices} choices
     */
    async read(blob, choices) {
      const text = new Uint8Array(await blob.slice(0, mostBytes).arrayBuffer());
      return program.ask({ type: 'read', text, choices: JSON.stringify(choices), size: blob.size }, [text.buffer]);
    },

    /** Reads the same table once more. @param {Choices} choices */
    again: (choices) => program.ask({ type: 'again', choices: JSON.stringify(choices) }),

    /** Makes a drawing of columns. @param {Choice} choice */
    draw: (choice) => program.ask({ type: 'draw', choice: JSON.stringify(choice) }),

    /** Makes rows of the columns by their roles. @param {string} kind of the target */
    learn: (kind) => program.ask({ type: 'learn', kind }),

    /** Makes an album of a table of pixels. */
    album: () => program.ask({ type: 'album' }),

    /** Ends the worker, and with it all that it held. */
    end: () => program.end(),
  };
}
