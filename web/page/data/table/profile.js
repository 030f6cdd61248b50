// The columns of a table, a row each: what it holds, and what it is to be.

import { find, make, makeButton } from '../../../shared/dom.js';
import { count, t } from '../../../shared/i18n.js';
import { makeHistogram, valueOf } from './histogram.js';

/** @import { Tables } from '../../../shared/protocol.d.ts' */
/** @import { Reading } from './reading.js' */

/** How many columns are shown at a time, and from how many on they can be looked for. */
const page = 50;
const many = 12;

/** @type {Record<string, () => string>} */
const kinds = { number: () => t('page.csv.number'), date: () => t('page.csv.date'), category: () => t('page.csv.category'), text: () => t('page.csv.kindText') };
/** @type {Record<string, () => string>} */
const roles = { input: () => t('page.csv.input'), target: () => t('page.csv.target'), out: () => t('page.csv.out') };

/** @param {Reading} reading */
export function startProfile(reading) {
  const rows = find('csv-columns');
  const search = /** @type {HTMLInputElement} */ (find('csv-find'));
  const turn = find('csv-turn');
  let from = 0;
  /** The rows that are shown, by the places of their columns. @type {Map<number, ReturnType<typeof makeRow>>} */
  let shown = new Map();

  search.addEventListener('input', () => {
    from = 0;
    show();
  });
  find('csv-all').addEventListener('click', () => chooseRole('input', ({ role, width }) => role === 'out' && width > 0));
  find('csv-none').addEventListener('click', () => chooseRole('out', ({ role }) => role === 'input'));

  /** The columns whose names are looked for. */
  function found() {
    const wanted = search.value.trim().toLowerCase();
    return (reading.table?.columns ?? []).filter(({ name }) => name.toLowerCase().includes(wanted));
  }

  /**
   * @param {string} role
   * @param {(column: Tables.Column) => boolean} which of those that were found
   */
  function chooseRole(role, which) {
    const chosen = found().filter(which);
    for (const { place } of chosen) shown.get(place)?.setRole(role); // reading takes a moment
    if (chosen.length > 0) reading.chooseColumns(chosen.map(({ place }) => ({ place, role })));
  }

  /** Makes the only target of a column. @param {number} place */
  function setTarget(place) {
    const others = (reading.table?.columns ?? []).filter((column) => column.role === 'target' && column.place !== place);
    reading.chooseColumns([...others.map((column) => ({ place: column.place, role: column.width > 0 ? 'input' : 'out' })), { place, role: 'target' }]);
  }

  /** Gives a column another role; all others keep theirs, those too that were guessed. @param {number} place @param {string} role */
  function setRole(place, role) {
    const targets = (reading.table?.columns ?? []).filter((column) => column.role === 'target');
    reading.chooseColumns([...targets.map((column) => ({ place: column.place, role: column.role })), { place, role }]);
  }

  /** The row of a column. @param {number} place */
  function makeRow(place) {
    const name = cell('th', 'csv-column', 'rowheader');
    name.setAttribute('scope', 'row');
    const kind = select(kinds, (value) => reading.chooseColumns([{ place, kind: value }]));
    const role = select(roles, (value) => setRole(place, value));
    const range = cell('td', 'csv-range', 'cell');
    const missing = cell('td', 'csv-lacks', 'cell');
    const histogram = cell('td', 'csv-bars', 'cell');
    const row = make('tr', '', name, cell('td', 'csv-kind', 'cell', kind), cell('td', 'csv-role', 'cell', role), range, missing, histogram);
    row.setAttribute('role', 'row');
    return {
      row,
      /** @param {string} value */
      setRole(value) {
        role.value = value;
        row.dataset.role = value;
      },
      /** @param {Tables.Column} column */
      show(column) {
        name.textContent = name.title = column.name;
        kind.value = column.kind;
        kind.setAttribute('aria-label', t('page.csv.kindOf', { column: column.name }));
        this.setRole(column.role);
        role.setAttribute('aria-label', t('page.csv.roleOf', { column: column.name }));
        role.options[0].disabled = column.width === 0;
        range.textContent = range.title = rangeOf(column);
        missing.textContent = column.missing === 0 ? '' : count(column.missing);
        missing.dataset.name = t('page.csv.lack');
        histogram.replaceChildren(makeHistogram(column));
      },
    };
  }

  function show() {
    const columns = found();
    from = Math.min(from, Math.max(0, columns.length - 1));
    const now = columns.slice(from, from + page);
    /** @type {typeof shown} */
    const next = new Map(now.map((column) => [column.place, shown.get(column.place) ?? makeRow(column.place)]));
    const places = [...next.keys()];
    if (places.length !== shown.size || places.some((place, i) => place !== [...shown.keys()][i])) rows.replaceChildren(...[...next.values()].map(({ row }) => row));
    shown = next;
    for (const column of now) shown.get(column.place)?.show(column);
    showTurn(columns.length);
    search.hidden = (reading.table?.columns.length ?? 0) <= many;
  }

  /** @param {number} n columns there are to be shown */
  function showTurn(n) {
    turn.hidden = n <= page;
    if (turn.hidden && n > 0) return;
    const go = (/** @type {string} */ id, /** @type {string} */ text, /** @type {number} */ to) => {
      const button = makeButton('button small', text, () => {
        from = to;
        show();
        find('csv-profile').scrollTop = 0;
        /** @type {HTMLElement | null} */ (document.querySelector(`#${id}:enabled`) ?? turn.querySelector('button:enabled'))?.focus();
      });
      button.id = id;
      button.disabled = to < 0 || to >= n;
      return button;
    };
    turn.hidden = false;
    if (n === 0) turn.replaceChildren(t('page.csv.noColumn'));
    else turn.replaceChildren(go('csv-back', t('page.csv.back'), from - page), t('page.csv.where', { from: count(from + 1), to: count(Math.min(from + page, n)), of: count(n) }), go('csv-forth', t('page.csv.forth'), from + page));
  }

  return {
    setTarget,
    show,

    /** Begins with another table. */
    renew() {
      search.value = '';
      from = 0;
      shown = new Map();
      rows.replaceChildren();
    },
  };
}

/** What a column holds. @param {Tables.Column} column */
function rangeOf(column) {
  const { kind, low, high, categories, histogram } = column;
  if (kind === 'number' || kind === 'date') return low === high ? valueOf(column, low) : t('page.csv.range', { low: valueOf(column, low), high: valueOf(column, high) });
  return histogram.length === 0 ? t('page.csv.manyTexts', { n: count(categories.length - 1) }) : categories.join(', ');
}

/**
 * @template {'td' | 'th'} T
 * @param {T} tag
 * @param {string} name
 * @param {string} role which a cell loses where it is laid out otherwise
 * @param {Node[]} content
 */
function cell(tag, name, role, ...content) {
  const element = make(tag, name, ...content);
  element.setAttribute('role', role);
  return element;
}

/**
 * @param {Record<string, () => string>} names
 * @param {(value: string) => void} choose
 */
function select(names, choose) {
  const element = make('select', '', ...Object.entries(names).map(([value, name]) => new Option(name(), value)));
  element.addEventListener('change', () => choose(element.value));
  return element;
}
