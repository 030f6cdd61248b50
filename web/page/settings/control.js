// A control for a field of the schema: its label, its help, what it has come to,
// and in the middle an input that suits its kind. It shows while it applies.

import { make } from '../../shared/dom.js';
import { makeChoice, makeChips, makeSelect, makeSwitch } from './choice.js';
import { makeLayered } from './layers.js';
import { makeNumber } from './number.js';
import { makePassage } from './passage.js';
import { makeShape } from './shape.js';
import { makeWeights } from './weights.js';
import { hasText, t } from '../../shared/i18n.js';

/** @import { StateAnswer } from '../../shared/protocol.d.ts' */
/** @import { Field, Schema } from '../../shared/schema.d.ts' */
/** @import { Wiring } from './panel.js' */

/**
 * What an input of any kind offers. It calls change(value) when it is used.
 * @typedef {object} Input
 * @property {HTMLElement} element
 * @property {HTMLElement | null} labeled the element that the label is for; null: a group
 * @property {(value: string, state: StateAnswer) => void} show
 * @property {HTMLElement} [extra] what stands beside the label
 * @property {(option: string, draw: (canvas: HTMLCanvasElement) => void) => void} [picture] adds an option's picture
 */

/**
 * What makes the input of a field, by its kind: each of these is given fields that have what it needs.
 * @type {Record<string, (field: any, schema: Schema, change: (value: string) => void, wiring: Wiring) => Input>}
 */
const kinds = {
  enum: makeSelect,
  choice: makeChoice, // of a few
  layered: makeLayered, // one for each layer
  int: makeNumber,
  float: makeNumber,
  seed: makeNumber,
  bool: makeSwitch,
  list: makeChips,
  passage: makePassage,
  shape: makeShape,
  weights: makeWeights,
};

/** Fields whose options are few and worth seeing all at once. */
const choices = new Set(['dataset']);

/**
 * @param {Field} field
 * @param {Schema} schema
 * @param {Wiring} wiring
 */
export function makeControl(field, schema, wiring) {
  const makeInput = choices.has(field.key) ? kinds.choice : field.perLayer ? kinds.layered : kinds[field.kind];
  const input = makeInput(field, schema, (value) => wiring.change(field.key, value), wiring);
  const id = `field-${field.key}`;

  const element = make('div', `field kind-${choices.has(field.key) ? 'choice' : field.kind}`);
  element.id = id;

  const label = document.createElement(input.labeled ? 'label' : 'span');
  label.className = 'label';
  label.id = `${id}-label`;
  label.textContent = t(field.label);
  const note = make('p', 'note');
  note.id = `${id}-note`;
  note.hidden = true;
  if (input.labeled) {
    input.labeled.id = `${id}-input`;
    /** @type {HTMLLabelElement} */ (label).htmlFor = input.labeled.id;
  } else {
    input.element.setAttribute('role', choices.has(field.key) ? 'radiogroup' : 'group');
    input.element.setAttribute('aria-labelledby', label.id);
  }
  (input.labeled ?? input.element).setAttribute('aria-describedby', note.id);

  const head = make('div', 'head');
  head.append(label);
  const help = makeHelp(field, id, t(field.label));
  if (help) head.append(help.button);
  if (input.extra) head.append(input.extra);
  element.append(head, input.element);
  if (help) element.append(help.text);
  element.append(note);

  return {
    key: field.key,
    element,
    picture: input.picture,

    /**
     * Shows a state.
     * @param {StateAnswer} state in which the setting applies
     */
    update(state) {
      input.show(state.spec[field.key], state);
      note.textContent = state.facts?.[field.key] ?? '';
      note.hidden = note.textContent === '';
    },
  };
}

/**
 * The "?" that shows and hides a field's help.
 * @param {Field} field
 * @param {string} id
 * @param {string} label
 */
function makeHelp(field, id, label) {
  if (!hasText(field.help)) return null;
  const text = make('div', 'help');
  text.id = `${id}-help`;
  text.hidden = true;
  const what = document.createElement('p');
  what.textContent = t(field.help);
  const change = make('p', 'help-restarts', t(field.restarts ? 'page.help.restarts' : field.restartsAtZero ? 'page.help.restartsAtZero' : 'page.help.live'));
  text.append(what, change);
  const idea = `idea.${field.key}`; // where it is explained at length
  if (hasText(idea)) {
    const link = document.createElement('a');
    link.href = t(idea);
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = t('page.help.read');
    link.setAttribute('aria-label', t('page.help.newTab', { link: t('page.help.read'), name: label }));
    change.append(' ', link);
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'help-button';
  button.textContent = '?';
  button.setAttribute('aria-label', t('page.help', { name: label }));
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', text.id);
  button.addEventListener('click', () => {
    text.hidden = !text.hidden;
    button.setAttribute('aria-expanded', String(!text.hidden));
  });
  return { button, text };
}
