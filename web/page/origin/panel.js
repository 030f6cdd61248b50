// The panel of a number: the way to it, its name and value, how it was made in symbols
// and in numbers, and its terms, each a button that opens it.

import { latexOf, linesOf } from '../../numbers/line.js';
import { nameOf, operationName } from '../../numbers/name.js';
import { lineElements, sentence, shown, termsTable } from '../../numbers/told.js';
import { make, makeButton, setName } from '../../shared/dom.js';
import { count, t } from '../../shared/i18n.js';
import { copy } from '../../shared/clipboard.js';
import { ascii } from '../../shared/numbers.js';

/** @import { Difference, Explanation, NamedTensor } from '../../shared/protocol.d.ts' */
/** @import { Question } from './origin.js' */

/** How many numbers of the way are shown. */
const landmarks = 4;

/** What can be asked of an element. */
const turns = ['value', 'gradient', 'update'];

/**
 * @param {HTMLElement} place
 * @param {HTMLElement} chooser
 * @param {HTMLElement} inspector
 * @param {object} act
 * @param {(question: Question) => void} act.open
 * @param {(of: string) => void} act.turn to another number of the same element
 * @param {(to: number) => void} act.return to a number of the way
 * @param {() => void} act.close
 * @param {() => void} act.compare
 * @param {(all: boolean) => void} act.survey all tensors, or one number
 * @param {(ref: Explanation, value: number) => void} act.change
 */
export function makePanel(place, chooser, inspector, act) {
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
  const lines = make('div', 'told-lines');
  const terms = make('div', 'told-terms');
  const compared = make('p', 'origin-compared');
  compared.setAttribute('role', 'status');
  const comparing = makeButton('button', '', act.compare);
  const copying = makeButton('button', '', async () => { copying.textContent = t(await copy(latex) ? 'numbers.copied' : 'numbers.notCopied'); });
  const tools = make('div', 'origin-tools', comparing, copying);
  const body = make('div', 'origin-body', way, name, value, choices, what, lines, terms, tools, compared);
  const surveying = makeButton('button origin-survey', '', () => act.survey(surveying.getAttribute('aria-pressed') !== 'true'));
  surveying.setAttribute('aria-pressed', 'false');
  const field = make('input', '');
  Object.assign(field, { type: 'text', inputMode: 'decimal', autocomplete: 'off' });
  const changing = make('label', 'origin-change', make('span', ''), field);
  tools.prepend(changing);
  place.replaceChildren(make('div', 'origin-head', heading, surveying, close), chooser, inspector, body);
  /** @type {Explanation | null} */
  let present = null;
  field.addEventListener('change', () => {
    const value = Number(ascii(field.value));
    if (present !== null && field.value.trim() !== '' && Number.isFinite(value)) act.change(present, value);
    else if (present !== null) field.value = String(present.value);
  });
  let latex = '';

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
    const judges = tensor?.role === 'metric';
    const can = { value: true, gradient: tensor?.gradient === true, update: judges || tensor?.role === 'parameter' || tensor?.role === 'state' };
    const offered = turns.filter((of) => can[/** @type {keyof typeof can} */ (of)]);
    choices.hidden = tensor === undefined || offered.length < 2;
    choices.replaceChildren(...offered.map((of) => {
      const radio = make('input', '');
      Object.assign(radio, { type: 'radio', name: 'origin-of', value: of, checked: of === told.of });
      radio.addEventListener('change', () => act.turn(of));
      const moment = of === 'value' ? 'before' : 'after'; // what tells how well the network does
      return make('label', '', radio, make('span', '', t(`numbers.turn.${judges ? moment : of}`)));
    }));
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
    lines.replaceChildren(...lineElements(told));
    copying.textContent = t('numbers.copy');
  }

  /** @param {Explanation} told @param {NamedTensor[]} tensors */
  function showTerms(told, tensors) {
    const table = termsTable(told, tensors, act.open);
    terms.hidden = table === null;
    terms.replaceChildren(...(table === null ? [] : [table]));
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
    present = told;
    const parameter = tensors.find((tensor) => tensor.name === told.tensor)?.role === 'parameter';
    changing.hidden = !parameter || told.of !== 'update';
    if (document.activeElement !== field) field.value = shown(told.value, 6).replace('−', '-');
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

    /** Shows all tensors, or one number. @param {boolean} all */
    survey(all) {
      surveying.setAttribute('aria-pressed', String(all));
      inspector.hidden = !all;
      chooser.hidden = body.hidden = all;
    },

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
      const all = body.querySelectorAll('.told-open');
      const at = [...all].indexOf(/** @type {HTMLElement} */ (document.activeElement));
      all[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by, 0), all.length - 1)]?.focus();
    },

    /** Puts the texts into the present language. */
    translate() {
      heading.textContent = t('numbers.title');
      setName(close, t('numbers.close'));
      surveying.textContent = t('numbers.inspector');
      /** @type {HTMLElement} */ (changing.firstElementChild).textContent = t('numbers.change');
      way.setAttribute('aria-label', t('numbers.way'));
      choices.setAttribute('aria-label', t('numbers.turns'));
      comparing.textContent = t('numbers.compare');
      copying.textContent = t('numbers.copy');
    },
  };
}
