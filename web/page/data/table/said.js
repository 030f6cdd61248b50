// What is said of a table: how many rows and columns it has, a sentence for each guess,
// the rows that lack something, its first rows; or why it can't be read, and what can be
// done about that.

import { find, make, makeButton } from '../../../shared/dom.js';
import { count, explain, t } from '../../../shared/i18n.js';

/** @import { Tables } from '../../../shared/protocol.d.ts' */
/** @import { Choices } from '../../../shared/tables.js' */
/** @import { Reading } from './reading.js' */

/** The most columns of which the first values are shown. */
const mostShown = 40;

/** How many rows that lack something are shown at once. */
const few = 3;

/**
 * What to offer when a table is refused, by the code of the reason.
 * @type {Record<string, {text: () => string, choices: Choices}>}
 */
const ways = {
  'csv-too-long': { text: () => t('page.csv.readBeginning'), choices: { cut: true } },
  'csv-quote': { text: () => t('page.csv.plainQuotes'), choices: { quotes: 'no' } },
};

/** How many rows and columns there are. @param {Tables.TableAnswer} table */
export function sizeOf(table) {
  const numbers = { rows: count(table.rows), columns: count(table.columns.length) };
  return table.header ? t('page.csv.found.header', numbers) : t('page.csv.found', numbers);
}

/**
 * Offers what can be done with a table that is refused, or may be no table.
 * @param {Reading} reading
 * @param {(() => void) | null} asText takes it for a running text; null where it can be none
 */
export function showOffers(reading, asText) {
  const way = ways[/** @type {{code?: string}} */ (reading.problem ?? {}).code ?? ''];
  const buttons = [];
  if (way) buttons.push(makeButton('button small', way.text(), () => reading.choose(way.choices)));
  if (!reading.busy && asText !== null) buttons.push(makeButton('button small', t('page.csv.asText'), asText));
  find('csv-offers').replaceChildren(...buttons);
  find('csv-offers').hidden = buttons.length === 0;
}

/** @param {Tables.TableAnswer} table */
export function showNotices(table) {
  find('csv-notices').replaceChildren(...table.notices.map((told) => {
    const item = make('li', told.warning ? 'is-warning' : '');
    if (told.warning) item.append(make('strong', '', t('page.csv.look')), ' ');
    item.append(explain('table', told));
    return item;
  }));
}

/** Shows which rows lack a value of a column that is used. @param {Tables.TableAnswer} table */
export function showMissing({ missing, lacking }) {
  const list = /** @type {HTMLDetailsElement} */ (find('csv-missing'));
  if (list.hidden) list.open = lacking <= few;
  list.hidden = lacking === 0;
  find('csv-missing-count').textContent = t('page.csv.missing', { n: count(lacking) });
  const rows = missing.map((gap) => t('page.csv.missingRow', { ...gap }));
  if (lacking > rows.length) rows.push(t('page.csv.more', { n: count(lacking - rows.length) }));
  find('csv-missing-rows').replaceChildren(...rows.map((words) => make('li', '', words)));
}

/** @param {Tables.TableAnswer} table */
export function showPreview({ columns, preview }) {
  const more = columns.length > mostShown;
  const line = (/** @type {'th' | 'td'} */ tag, /** @type {string[]} */ cells, /** @type {string} */ last) => make('tr', '', ...[...cells.slice(0, mostShown), ...(more ? [last] : [])].map((text, i) => {
    const cell = make(tag, columns[i]?.role === 'target' && i < mostShown ? 'is-target' : '', text);
    if (tag === 'th') cell.setAttribute('scope', 'col');
    return cell;
  }));
  find('csv-rows').replaceChildren(
    line('th', columns.map(({ name }) => name), t('page.csv.moreColumns', { n: count(columns.length - mostShown) })),
    ...preview.map((row) => line('td', row, '…')),
  );
}
