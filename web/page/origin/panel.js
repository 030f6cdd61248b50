// The panel of a number: the way to it, its name and value, how it was made in symbols
// and in numbers, and its terms, each a button that opens it.

import { make, makeButton, setName } from '../../shared/dom.js';
import { count, hasText, t } from '../../shared/i18n.js';
import { figures } from '../../shared/numbers.js';
import { copy } from '../../shared/clipboard.js';
import { math } from './latex.js';
import { latexOf, linesOf } from './line.js';
import { nameOf, operationName } from './name.js';

/** @import { Difference, Explanation, NamedTensor, NumberRef, Rest, Term } from '../../shared/protocol.d.ts' */
/** @import { Question } from './origin.js' */

/** Digits that count. */
const digits = 4;

/** How many numbers of the way are shown. */
const landmarks = 4;

/** What can be asked of an element. */
const turns = ['value', 'gradient', 'update'];

/** A number as readers see it. @param {number} v @param {number} [precision] */
const shown = (v, precision = digits) => (Number.isFinite(v) ? figures(v, precision) : String(v));

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

/**
 * @param {HTMLElement} place
 * @param {HTMLElement} chooser
 * @param {object} act
 * @param {(question: Question) => void} act.open
 * @param {(of: string) => void} act.turn to another number of the same element
 * @param {(to: number) => void} act.return to a number of the way
 * @param {() => void} act.close
 * @param {() => void} act.compare
 */
export function makePanel(place, chooser, act) {
  const heading = make('h2', '');
  heading.id = 'origin-title';
  const close = makeButton('close', '', act.close);
  const trail = make('ol', 'origin-way');
  const way = make('nav', '', trail);
  const name = make('h3', 'origin-name');
  name.tabIndex = -1;
  const value = make('p', 'origin-value');
  const choices = make('div', 'origin-turns');
  choices.setAttribute('role', 'radiogroup');
  const what = make('p', 'origin-what');
  const lines = make('div', 'origin-lines');
  const terms = make('div', 'origin-terms');
  const compared = make('p', 'origin-compared');
  compared.setAttribute('role', 'status');
  const comparing = makeButton('button', '', act.compare);
  const copying = makeButton('button', '', async () => { copying.textContent = t(await copy(latex) ? 'numbers.copied' : 'numbers.notCopied'); });
  const tools = make('div', 'origin-tools', comparing, copying);
  const body = make('div', 'origin-body', way, name, value, choices, what, lines, terms, tools, compared);
  place.replaceChildren(make('div', 'origin-head', heading, close), chooser, body);
  let latex = '';

  /** A button that opens a number. @param {NumberRef} ref @param {string} text */
  function opener(ref, text) {
    return makeButton('link', text, () => act.open(ref));
  }

  /** Shows from where the reader came: of a long way the beginning, and the last few. @param {Question[]} gone @param {NamedTensor[]} tensors */
  function showWay(gone, tensors) {
    way.hidden = gone.length < 2;
    const before = gone.slice(0, -1).map((question, i) => make('li', '', makeButton('link', nameOf({ ...question, value: 0 }, tensors), () => act.return(i))));
    if (before.length > landmarks) before.splice(1, before.length - landmarks, make('li', '', '…'));
    trail.replaceChildren(...before);
  }

  /** @param {Explanation} told @param {NamedTensor[]} tensors */
  function showTurns(told, tensors) {
    const tensor = tensors.find(({ name, program }) => name === told.tensor && program === told.program);
    const can = { value: true, gradient: tensor?.gradient === true, update: tensor?.role === 'parameter' || tensor?.role === 'state' };
    const offered = turns.filter((of) => can[/** @type {keyof typeof can} */ (of)]);
    choices.hidden = tensor === undefined || offered.length < 2;
    choices.replaceChildren(...offered.map((of) => {
      const radio = make('input', '');
      Object.assign(radio, { type: 'radio', name: 'origin-of', value: of, checked: of === told.of });
      radio.addEventListener('change', () => act.turn(of));
      return make('label', '', radio, make('span', '', t(`numbers.turn.${of}`)));
    }));
  }

  /** What is said of how a number was made. @param {Explanation} told @param {NamedTensor[]} tensors */
  function sentence(told, tensors) {
    if (told.kind === 'given') return t(`numbers.given.${told.given}`);
    if (told.kind !== 'sum') return t(`numbers.kind.${told.kind}`);
    const state = tensors.some(({ name, role }) => name === told.tensor && role === 'state');
    const special = `numbers.sum.${state ? 'state' : told.phase}`;
    return t(hasText(special) ? special : 'numbers.kind.sum');
  }

  /** Where in the step a number was made, and by what. @param {Explanation} told @param {NamedTensor[]} tensors */
  function showWhat(told, tensors) {
    const by = told.marks.at(-1);
    const where = make('strong', '', [t(`numbers.phase.${told.phase}`), ...(by === undefined ? [] : [operationName(by)])].join(' · '));
    what.replaceChildren(where, ' ', sentence(told, tensors));
  }

  /** @param {Explanation} told */
  function showLines(told) {
    const all = told.kind === 'given' ? [] : linesOf(told);
    latex = all.length > 0 ? all.join(' ') : latexOf(told.value, 6);
    lines.hidden = all.length === 0;
    lines.replaceChildren(...all.map((line, i) => {
      const shape = make('div', i === all.length - 1 ? 'origin-line is-result' : 'origin-line', math(line));
      shape.tabIndex = 0; // what is too long can be scrolled
      return shape;
    }));
    copying.textContent = t('numbers.copy');
  }

  /** @param {Explanation} told @param {NamedTensor[]} tensors */
  function showTerms(told, tensors) {
    terms.hidden = told.terms.length === 0;
    const sum = told.kind === 'sum';
    const heads = ['numbers.term', sum ? 'numbers.factor' : 'numbers.slope', 'numbers.value', ...(sum ? ['numbers.product'] : [])];
    const head = row(heads.map((key) => cell('th', 'columnheader', t(key))));
    const rows = told.terms.map((term) => row([nameCell(term, tensors), ...numberCells(sum ? [term.factor, term.value, term.factor * term.value] : [term.factor, term.value])]));
    if (told.rest !== null) rows.push(restRow(told.rest, sum));
    const table = as('table', make('table', '', as('rowgroup', make('thead', '', head)), as('rowgroup', make('tbody', '', ...rows))));
    table.setAttribute('aria-label', t('numbers.terms'));
    terms.replaceChildren(table);
  }

  /** What a term is called, and what its factor is made of. @param {Term} term @param {NamedTensor[]} tensors */
  function nameCell(term, tensors) {
    const name = opener(term, nameOf(term, tensors));
    name.classList.add('origin-open');
    const by = term.with.flatMap((ref, i) => [i > 0 ? ' · ' : `${t('numbers.by')} `, opener(ref, nameOf(ref, tensors))]);
    return cell('th', 'rowheader', name, ...(by.length > 0 ? [make('small', '', ...by)] : []));
  }

  /** Keeps the focus at its place while what has it is made anew. @param {() => void} remake */
  function keepingFocus(remake) {
    /** @returns {HTMLElement[]} */
    const places = () => [...body.querySelectorAll(/** @type {'button'} */ ('button, input, [tabindex]'))];
    const at = places().findIndex((element) => element === document.activeElement);
    remake();
    if (at >= 0) (places()[at] ?? name).focus({ preventScroll: true });
  }

  /** @param {Explanation & { step: number }} told @param {Question[]} gone @param {NamedTensor[]} tensors */
  function show(told, gone, tensors) {
    body.classList.remove('is-refused');
    showWay(gone, tensors);
    name.textContent = nameOf({ ...told, operation: gone[gone.length - 1].operation }, tensors);
    value.replaceChildren(make('data', '', shown(told.value, 6)), make('span', '', t('numbers.step', { n: count(told.step) })));
    showTurns(told, tensors);
    showWhat(told, tensors);
    showLines(told);
    showTerms(told, tensors);
    comparing.hidden = told.of !== 'gradient' || told.tensor === '' || told.given === 'no-gradient';
    compared.textContent = '';
  }

  return {
    /**
     * @param {Explanation & { step: number }} told
     * @param {Question[]} gone
     * @param {NamedTensor[]} tensors
     */
    show: (told, gone, tensors) => keepingFocus(() => show(told, gone, tensors)),

    /** Says why there is nothing to show. @param {string} text */
    fail(text) {
      body.classList.add('is-refused');
      compared.textContent = text;
    },

    /** Says how a gradient compares with a difference. @param {Difference} difference */
    tell({ by, slope, gradient, verdict }) {
      compared.textContent = t(`numbers.verdict.${verdict}`, { by: shown(by), slope: shown(slope), gradient: shown(gradient.value) });
    },

    /** Puts the focus to the number. */
    focus() {
      name.focus({ preventScroll: true });
      body.scrollTop = 0;
    },

    /** Goes through the terms. @param {number} by */
    move(by) {
      /** @type {NodeListOf<HTMLElement>} */
      const all = body.querySelectorAll('.origin-open');
      const at = [...all].indexOf(/** @type {HTMLElement} */ (document.activeElement));
      all[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by, 0), all.length - 1)]?.focus();
    },

    /** Puts the texts into the present language. */
    translate() {
      heading.textContent = t('numbers.title');
      setName(close, t('numbers.close'));
      way.setAttribute('aria-label', t('numbers.way'));
      choices.setAttribute('aria-label', t('numbers.turns'));
      comparing.textContent = t('numbers.compare');
      copying.textContent = t('numbers.copy');
    },
  };
}
