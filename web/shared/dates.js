// Dates as tables have them: days since 1970-01-01, fractions of which are times of the
// day, in UTC. Package numeral does the same for what Go writes.

import { figures } from './numbers.js';

const day = 24 * 60 * 60 * 1000;
/** The range, in days, below which the time of the day is said. */
const brief = 4;

/** How dates from low to high are told apart. @typedef {'date' | 'time' | 'datetime-local'} DateKind */

/** @param {number} low @param {number} high @returns {DateKind} what an input of such dates is */
export function dateKind(low, high) {
  if (low >= 0 && high < 1) return 'time';
  return high - low < brief && !(Number.isInteger(low) && Number.isInteger(high)) ? 'datetime-local' : 'date';
}

/** Writes a date as an input of its kind has it; '' where there is none. @param {number} v @param {DateKind} kind */
export function dateValue(v, kind) {
  const date = new Date(Math.round((kind === 'date' ? Math.floor(v) : v) * day / 60_000) * 60_000);
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return kind === 'date' ? text.slice(0, 10) : kind === 'time' ? text.slice(11, 16) : text.slice(0, 16);
}

/** Reads what an input of a kind has; NaN where it is no date. @param {string} text @param {DateKind} kind */
export function daysOf(text, kind) {
  return Date.parse(kind === 'time' ? `1970-01-01T${text}Z` : kind === 'date' ? text : `${text}Z`) / day;
}

/** Writes a date of a column for readers. @param {number} v @param {number} low @param {number} high */
export function dateText(v, low, high) {
  return dateValue(v, dateKind(low, high)).replace('T', ' ') || figures(v, 5);
}
