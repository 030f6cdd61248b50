// A row of a table as somebody fills it in: a field for each column that is an input,
// a choice for a category. What is not filled in stands at its mean.

import { dateKind, dateValue, daysOf } from '../../../shared/dates.js';
import { make } from '../../../shared/dom.js';
import { t } from '../../../shared/i18n.js';
import { ascii, figures } from '../../../shared/numbers.js';

/** @import { ColumnsAnswer, RowInput } from '../../../shared/protocol.d.ts' */

/** How many fields are shown at a time. */
const most = 40;

/** A column, and the numbers of the inputs that it has become. @typedef {{name: string, kind: string, inputs: number[]}} Column */

/** The columns of the inputs. @param {RowInput[]} inputs @returns {Column[]} */
function columnsOf(inputs) {
  /** @type {Map<string, Column>} */
  const columns = new Map();
  for (const [i, { name, column, kind }] of inputs.entries()) {
    const key = kind === 'category' ? column : name;
    if (!columns.has(key)) columns.set(key, { name: key, kind, inputs: [] });
    columns.get(key)?.inputs.push(i);
  }
  return [...columns.values()];
}

/**
 * @param {ColumnsAnswer} known of the table
 * @param {() => void} changed
 */
export function makeRow(known, changed) {
  const columns = columnsOf(known.columns);
  const means = known.columns.map(({ mean }) => mean ?? 0);
  let row = [...means];
  /** What was typed and is no number, by the columns' names. @type {Map<string, string>} */
  const wrong = new Map();

  /** The field of a column. @param {Column} column @param {number} n */
  function field(column, n) {
    const control = column.kind === 'category' ? choice(column) : number(column);
    control.id = `row-field-${n}`;
    const label = make('label', '', column.name);
    label.htmlFor = control.id;
    label.title = column.name;
    return make('div', 'row-field', label, control);
  }

  /** @param {Column} column */
  function choice({ name, inputs }) {
    const select = make('select', '', ...inputs.map((i) => new Option(known.columns[i].name.slice(name.length + 3) || known.columns[i].name, String(i)))); // behind "NAME = "
    const best = inputs.reduce((a, b) => (row[b] > row[a] ? b : a));
    const use = (/** @type {number} */ chosen) => inputs.forEach((i) => (row[i] = i === chosen ? 1 : 0));
    use(best);
    select.value = String(best);
    select.addEventListener('change', () => {
      use(Number(select.value));
      changed();
    });
    return select;
  }

  /** @param {Column} column */
  function number({ name, kind, inputs: [i] }) {
    const { low, high } = known.columns[i];
    const dates = kind === 'date' ? dateKind(low, high) : null;
    const input = make('input', '');
    input.type = dates ?? 'text';
    input.autocomplete = 'off';
    if (dates === null) input.inputMode = 'decimal';
    input.value = wrong.get(name) ?? (dates === null ? figures(row[i], 5) : dateValue(row[i], dates));
    input.addEventListener('input', () => {
      const value = dates !== null ? daysOf(input.value, dates) : input.value.trim() === '' ? NaN : Number(ascii(input.value));
      const isNumber = Number.isFinite(value);
      input.setAttribute('aria-invalid', String(!isNumber));
      if (isNumber) {
        row[i] = value;
        wrong.delete(name);
      } else {
        wrong.set(name, input.value);
      }
      changed();
    });
    return input;
  }

  const fields = make('div', 'row-fields');
  const more = make('p', 'note');

  return {
    fields,
    more,
    columns: columns.length,

    /** Shows the fields of columns whose names hold a text. @param {string} wanted */
    show(wanted) {
      const found = columns.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
      fields.replaceChildren(...found.slice(0, most).map(field));
      more.textContent = found.length > most ? t('page.table.more', { n: String(found.length - most) }) : found.length === 0 ? t('page.csv.noColumn') : '';
    },

    /** Puts all back to their means. */
    reset() {
      row = [...means];
      wrong.clear();
    },

    /** The numbers of the row, or what is wrong with one. @returns {{points: string, problem: string}} */
    question() {
      const [bad] = wrong;
      return { points: row.join(','), problem: bad ? t('page.table.notNumber', { column: bad[0], given: bad[1] }) : '' };
    },
  };
}
