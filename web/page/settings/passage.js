// An input for a running text: typed, pasted, or read from a file. It is used when it
// is left, so that a long one is not learned anew at each letter. Below it stands what
// was understood, with what can be chosen otherwise, or why it is not learned: then it
// stays as it was written.

import { make, makeButton } from '../../shared/dom.js';
import { count, explain, t } from '../../shared/i18n.js';
import { encodings, parts } from '../../shared/texts.js';

/** @import { Field, Schema } from '../../shared/schema.d.ts' */
/** @import { startRunningTexts } from '../data/running-text.js' */
/** @import { Input } from './control.js' */
/** @import { Wiring } from './panel.js' */

/** What the parts that can be taken of a long text are called. @type {Record<string, string>} */
const partNames = { beginning: 'page.passage.part.beginning', passages: 'page.passage.part.passages' };

/** The most characters that are taken up; of more the program is told by a file. */
const mostTyped = 10_000_000;

/**
 * @param {Field} _field
 * @param {Schema} _schema
 * @param {(value: string) => void} change
 * @param {Wiring} wiring
 * @returns {Input}
 */
export function makePassage(_field, _schema, change, { texts }) {
  const element = make('div', 'passage');
  const area = document.createElement('textarea');
  area.rows = 5;
  area.spellcheck = false;
  area.maxLength = mostTyped;
  area.placeholder = t('page.passage.empty');
  const said = make('ul', 'passage-said');
  said.setAttribute('role', 'status');
  const whole = make('p', 'note passage-whole', t('page.passage.whole'));
  const choices = makeChoices(texts);
  element.append(area, makeChooser(texts), said, choices.element, whole);
  let shown = '';
  let heard = ''; // what is said below

  area.addEventListener('change', () => {
    if (area.value.trim() === '') change('');
    else if (area.value.trim() !== shown) texts.read(new Blob([area.value]));
  });
  area.addEventListener('dragover', (event) => event.preventDefault());
  area.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    texts.read(file);
  });

  /** Shows what was understood, or why it was refused. */
  function tell() {
    const { passage, busy } = texts.reading();
    const problem = texts.problem();
    const words = busy ? [t('page.passage.reading')] : problem ? [problem] : (passage?.notices ?? []).map(sentence);
    if (words.join() !== heard) said.replaceChildren(...words.map((text) => make('li', '', text)));
    heard = words.join();
    said.classList.toggle('is-bad', problem !== '');
    area.setAttribute('aria-invalid', String(problem !== ''));
    choices.show();
  }
  texts.shownBy(tell);
  tell();

  return {
    element,
    labeled: area,
    show(value, state) {
      whole.hidden = state.spec.percTrainData !== '100';
      const written = texts.reading().problem !== null || document.activeElement === area;
      if (value === shown && written) return;
      shown = value;
      area.value = value;
    },
  };
}

/**
 * What was understood, or changed, in words.
 * @param {{code: string, args: Record<string, string>, text: string}} told
 */
function sentence({ args, ...told }) {
  const grouped = Object.entries(args).map(([name, value]) => [name, name !== 'seed' && /^\d+$/.test(value) ? count(Number(value)) : value]);
  return explain('passage', { ...told, args: Object.fromEntries(grouped) });
}

/**
 * A chooser of a file.
 * @param {ReturnType<typeof startRunningTexts>} texts
 */
function makeChooser(texts) {
  const input = document.createElement('input');
  input.type = 'file';
  input.id = 'passage-file';
  input.className = 'visually-hidden';
  input.accept = 'text/*,.txt,.md';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file) texts.read(file);
  });
  return make('label', 'button small passage-file', input, t('page.passage.file'));
}

/**
 * What can be chosen of how a text is read: its encoding, and of a long one its part.
 * @param {ReturnType<typeof startRunningTexts>} texts
 */
function makeChoices(texts) {
  const element = make('div', 'passage-choices');
  const encoding = select('passage-encoding', t('page.passage.encoding'), encodings.map((name) => new Option(name, name)));
  encoding.input.addEventListener('change', () => texts.choose({ encoding: encoding.input.value }));
  const part = select('passage-part', t('page.passage.part'), parts.map((name) => new Option(t(partNames[name]), name)));
  part.input.addEventListener('change', () => texts.choose({ part: part.input.value }));
  const others = makeButton('link', t('page.passage.others'), () => texts.choose({ seed: (texts.reading().choices.seed ?? 0) + 1 }));
  others.id = 'passage-others';
  element.append(encoding.label, part.label, others);
  return {
    element,
    show() {
      const { source, passage, choices, problem } = texts.reading();
      // What is typed has no encoding. Where the guess failed, another one may do.
      encoding.label.hidden = !(source instanceof File) || passage === null && Object(problem).code !== 'passage-encoding' && choices.encoding === undefined;
      encoding.input.value = passage?.encoding ?? choices.encoding ?? '';
      part.label.hidden = !passage?.long;
      part.input.value = choices.part ?? parts[0];
      others.hidden = part.label.hidden || part.input.value === parts[0];
    },
  };
}

/**
 * @param {string} id
 * @param {string} name
 * @param {HTMLOptionElement[]} options
 */
function select(id, name, options) {
  const input = document.createElement('select');
  input.id = id;
  input.append(...options);
  return { input, label: make('label', '', make('span', '', name), input) };
}
