// How a number was made, as elements: its lines in symbols and in numbers, and its
// terms, each a button that opens it.

import { make, makeButton } from '../shared/dom.js';
import { count, hasText, t } from '../shared/i18n.js';
import { figures } from '../shared/numbers.js';
import { math } from './latex.js';
import { linesOf } from './line.js';
import { nameOf } from './name.js';

/** @import { Explanation, NamedTensor, NumberRef, Rest, Term } from '../shared/protocol.d.ts' */

/** Digits that count. */
const digits = 4;

/** A number as readers see it. @param {number} v @param {number} [precision] */
export const shown = (v, precision = digits) => (Number.isFinite(v) ? figures(v, precision) : String(v));

/**
 * What is said of how a number was made.
 * @param {Explanation} told
 * @param {NamedTensor[]} tensors
 */
export function sentence(told, tensors) {
  if (told.kind === 'given') return t(`numbers.given.${told.given}`);
  if (told.kind !== 'sum') return t(`numbers.kind.${told.kind}`);
  const state = tensors.some(({ name, role }) => name === told.tensor && role === 'state');
  const special = `numbers.sum.${state ? 'state' : told.phase}`;
  return t(hasText(special) ? special : 'numbers.kind.sum');
}

/**
 * The lines of a number, the last one with what it comes to.
 * @param {Explanation} told
 */
export function lineElements(told) {
  const all = told.kind === 'given' ? [] : linesOf(told);
  return all.map((line, i) => {
    const shape = make('div', i === all.length - 1 ? 'told-line is-result' : 'told-line', math(line));
    shape.tabIndex = 0; // what is too long can be scrolled
    return shape;
  });
}

/**
 * The terms of a number, as a table; null if it has none.
 * @param {Explanation} told
 * @param {NamedTensor[]} tensors
 * @param {(ref: NumberRef) => void} open
 */
export function termsTable(told, tensors, open) {
  if (told.terms.length === 0) return null;
  const sum = told.kind === 'sum';
  const heads = ['numbers.term', sum ? 'numbers.factor' : 'numbers.slope', 'numbers.value', ...(sum ? ['numbers.product'] : [])];
  const head = row(heads.map((key) => cell('th', 'columnheader', t(key))));
  const rows = told.terms.map((term) => row([nameCell(term, tensors, open), ...numberCells(sum ? [term.factor, term.value, term.factor * term.value] : [term.factor, term.value])]));
  if (told.rest !== null) rows.push(restRow(told.rest, sum));
  const table = as('table', make('table', '', as('rowgroup', make('thead', '', head)), as('rowgroup', make('tbody', '', ...rows))));
  table.setAttribute('aria-label', t('numbers.terms'));
  return table;
}

/** What a term is called, and what its factor is made of. @param {Term} term @param {NamedTensor[]} tensors @param {(ref: NumberRef) => void} open */
function nameCell(term, tensors, open) {
  const opener = (/** @type {NumberRef} */ ref) => makeButton('link', nameOf(ref, tensors), () => open(ref));
  const name = opener(term);
  name.classList.add('told-open');
  const by = term.with.flatMap((ref, i) => [i > 0 ? ' · ' : `${t('numbers.by')} `, opener(ref)]);
  return cell('th', 'rowheader', name, ...(by.length > 0 ? [make('small', '', ...by)] : []));
}

/**
 * Says what an element is to those who do not see it: as it is laid out, a table is none.
 * @template {HTMLElement} E
 * @param {string} role
 * @param {E} element
 */
function as(role, element) {
  element.setAttribute('role', role);
  return element;
}

/** @param {'th' | 'td'} tag @param {string} role @param {Array<Node | string>} content */
const cell = (tag, role, ...content) => as(role, make(tag, '', ...content));

/** @param {HTMLElement[]} cells */
const row = (cells) => as('row', make('tr', '', ...cells));

/** @param {number[]} numbers */
const numberCells = (numbers) => numbers.map((v) => cell('td', 'cell', shown(v)));

/** The row of the smaller ones of many terms. @param {Rest} rest @param {boolean} sum */
function restRow(rest, sum) {
  const empty = Array.from({ length: 2 }, () => cell('td', 'cell'));
  const made = row([cell('th', 'rowheader', t('numbers.rest', { n: count(rest.count) })), ...empty, ...(sum ? numberCells([rest.value]) : [])]);
  made.classList.add('is-rest');
  return made;
}
