// The reader of running texts: the program that reads tables decodes them, brings them
// into form and says what it changed. It is ended when it has read.

import { t } from './i18n.js';
import { makeLate } from './late.js';

/** @import { Late } from './late.js' */
/** @import { Tables } from './protocol.d.ts' */

/** The most bytes that are handed over: one more than the program reads. */
const mostBytes = 20 * 1024 * 1024 + 1;

/** The encodings that are read. */
export const encodings = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030', 'Windows-1252', 'Windows-1251'];

/** What can be taken of a text that is too long: its beginning, or passages of it. */
export const parts = ['beginning', 'passages'];

/**
 * What is not to be guessed: passage.Choices of the program.
 * @typedef {{encoding?: string, part?: string, seed?: number}} Choices
 */

export function makeTextReader() {
  /** @type {Late<Tables.Command, Tables.Answers>} */
  const program = makeLate('tables.wasm', () => t('page.csv.stuck'), (detail) => t('page.passage.failed', { detail }));
  return {
    /**
     * @param {Blob} blob
     * @param {Choices} choices
     */
    async read(blob, choices) {
      const text = new Uint8Array(await blob.slice(0, mostBytes).arrayBuffer());
      try {
        return await program.ask({ type: 'passage', text, choices: JSON.stringify(choices) }, [text.buffer]);
      } finally {
        program.end();
      }
    },
  };
}
