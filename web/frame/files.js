// Files that the host hands over: they are read as on the page, by the same readers
// within the same bounds, and become the data. Guesses are taken as they are, and the
// answer tells of them.

import { kindOf } from '../shared/files.js';
import { t } from '../shared/i18n.js';
import { ownOf } from '../shared/own.js';
import { makeFileReader } from '../shared/pictures.js';
import { makeTableReader } from '../shared/tables.js';
import { makeTextReader } from '../shared/texts.js';

/** @import { Frame, StateAnswer } from '../shared/protocol.d.ts' */
/** @import { Asking } from './asking.js' */

/** The most files that are looked at. */
const mostFiles = 70_000;

/** What files have become. @typedef {Omit<Frame.OpenedAnswer, 'type' | 'id'>} Opened */

/**
 * @param {File[]} files
 * @param {string[]} classes what the picture in each is of
 * @param {Asking} asking
 * @param {StateAnswer | undefined} state
 * @returns {Promise<Opened>}
 */
export async function openFiles(files, classes, asking, state) {
  if (files.length === 0) throw problem('files-none', t('error.files-none'));
  if (files.length > mostFiles) throw problem('files-many', t('error.files-many', { limit: mostFiles }), { limit: String(mostFiles) });
  const kinds = new Set(files.map(kindOf));
  if (kinds.size > 1) throw problem('files-mixed', t('error.files-mixed'));
  if (kinds.has('pictures')) return openPictures(files, classes, asking);
  if (files.length > 1) throw problem('files-one', t('error.files-one'));
  const [file] = files;
  if (kinds.has('table')) return openTable(file, asking);
  const isNamed = kinds.has('text'); // else what it is not is told as of a table
  const schema = JSON.parse((await asking.ask({ type: 'schema' })).json);
  if (ownOf(schema, state ?? null, 'passage') !== null) {
    return openText(file, asking).catch((error) => {
      if (isNamed) throw error;
      return openTable(file, asking);
    });
  }
  try {
    return await openTable(file, asking, true);
  } catch (error) {
    if (!/^(csv|rows)-/.test(/** @type {{code?: string}} */ (error).code ?? '')) throw error;
    return openText(file, asking).catch((other) => { // it holds no table that can be learned
      throw isNamed ? other : error;
    });
  }
}

/**
 * @param {File} file
 * @param {Asking} asking
 * @param {boolean} [doubtful] it may be a text, whose lines are no rows: a table has numbers
 * @returns {Promise<Opened>}
 */
async function openTable(file, asking, doubtful = false) {
  const reader = makeTableReader();
  try {
    const { columns } = await reader.read(file, {});
    if (doubtful && columns.every(({ kind }) => kind === 'category' || kind === 'text')) throw problem('csv-choice', t('error.csv-choice'));
    const made = await reader.learn('');
    await asking.ask({ type: 'table', op: 'take', rows: new Uint8Array(made.file) });
    return { kind: 'table', count: made.rows, inputs: made.columns, targets: made.targets, classes: made.classes, notices: made.notices, refused: [] };
  } finally {
    reader.end();
  }
}

/**
 * @param {File} file
 * @param {Asking} asking
 * @returns {Promise<Opened>}
 */
async function openText(file, asking) {
  const { text, notices } = await makeTextReader().read(file, {});
  await asking.ask({ type: 'passage', text });
  return { kind: 'text', count: [...text].length, inputs: [], targets: [], classes: null, notices, refused: [] };
}

/**
 * @param {File[]} files
 * @param {string[]} classes
 * @param {Asking} asking
 * @returns {Promise<Opened>}
 */
async function openPictures(files, classes, asking) {
  const reader = makeFileReader();
  const found = await reader.read(files.map((file, i) => ({ file, class: classes[i] || 'A' })), () => {});
  if (found === null || found.file === null) throw found?.refused[0].error ?? problem('no-images', t('error.no-images'));
  const refused = found.refused.map(({ name, error }) => {
    const { code = 'internal', text = '' } = /** @type {{code?: string, text?: string}} */ (error);
    return { name, code, text };
  });
  await asking.ask({ type: 'images', op: 'take', bytes: found.file });
  const { classes: all } = await asking.ask({ type: 'album' });
  return { kind: 'pictures', count: found.pictures, inputs: [], targets: [], classes: all.map(({ name }) => name), notices: [], refused };
}

/**
 * @param {string} code
 * @param {string} text
 * @param {Record<string, string>} [args]
 */
function problem(code, text, args = {}) {
  return { code, text, args };
}
