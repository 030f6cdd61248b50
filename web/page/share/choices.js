// What can be chosen in the dialog: size, theme, language, the step, and what the
// reader may change, which are the groups of the settings.

import { find, make } from '../../shared/dom.js';
import { count, languages, optionText, t } from '../../shared/i18n.js';
import { ascii } from '../../shared/numbers.js';

/** @import { StateAnswer } from '../../shared/protocol.d.ts' */
/** @import { Schema } from '../../shared/schema.d.ts' */
/** @import { Options } from './compose.js' */

/** Sizes of an embed, in CSS pixels: an article, a slide, a column, a box beside a text. */
const sizes = ['800×500', '1280×720', '600×400', '300×250'];
const custom = 'custom';

/** Bounds of a size, and of a step. */
const least = 200;
const largest = 4000;
const mostSteps = 1_000_000;

/** A run that is repeated in so many seconds is shown to readers as it is here. */
const quick = 3;

/** The chip that is no setting. */
const weights = 'weights';

/** @param {() => void} changed */
export function startChoices(changed) {
  const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (find(id));
  const [width, height, step, now, autoplay, controls, through] = ['share-width', 'share-height', 'share-step', 'share-now', 'share-autoplay', 'share-controls', 'share-through'].map(input);
  const [size, theme, lang] = ['share-sizes', 'share-theme', 'share-lang'].map((id) => /** @type {HTMLSelectElement} */ (find(id)));
  const chips = find('share-change');
  let reached = 0; // the step at which the run is

  for (const value of sizes) size.add(new Option(value.replace('×', ' × '), value));
  size.add(new Option('', custom));
  lang.add(new Option('', ''));
  for (const [code, name] of Object.entries(languages)) lang.add(Object.assign(new Option(name, code), { lang: code }));
  [width.value, height.value] = sizes[0].split('×');

  find('share-options').addEventListener('input', (event) => {
    if (event.target === size && size.value !== custom) [width.value, height.value] = size.value.split('×');
    find('share-custom').hidden = size.value !== custom;
    if (event.target === now) step.value = now.checked ? String(reached) : '';
    else now.checked = Number(ascii(step.value)) === reached;
    changed();
  });
  find('share-options').addEventListener('change', () => { // what was written becomes what is meant
    for (const side of [width, height]) side.value = String(whole(side.value, least, largest));
    step.value = step.value.trim() === '' ? '' : String(whole(step.value, 0, mostSteps));
  });

  for (const [side, by, low, high] of /** @type {const} */ ([[width, 10, least, largest], [height, 10, least, largest], [step, 1, 0, mostSteps]])) {
    side.addEventListener('keydown', (event) => {
      const turns = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (turns === undefined) return;
      event.preventDefault();
      side.value = String(Math.min(Math.max(whole(side.value, low, high) + turns * by, low), high));
      side.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  /** @param {string} name */
  const ticked = (name) => /** @type {HTMLInputElement | null} */ (chips.querySelector(`[value="${name}"]`))?.checked ?? true;

  /**
   * @param {string} name
   * @param {string} text
   * @param {boolean} on
   */
  function chip(name, text, on) {
    const box = Object.assign(make('input', ''), { type: 'checkbox', value: name, checked: on });
    chips.append(make('label', '', box, make('span', '', text)));
  }

  return {
    /**
     * Shows what there is to choose for an experiment.
     * @param {StateAnswer} state
     * @param {Schema} schema
     * @param {number} at the step that it has reached
     */
    show(state, schema, at) {
      reached = at;
      find('share-trained').hidden = at === 0 || at > mostSteps;
      find('share-now-name').textContent = t('page.share.trained', { n: count(at) });
      for (const option of size.options) if (option.value === custom) option.text = t('page.share.custom');
      lang.options[0].text = t('page.share.readers');
      const hides = state.spec.hide.split(',').filter((name) => name !== '');
      const open = ticked(weights);
      chips.replaceChildren();
      const groups = schema.groups.filter(({ fields }) => fields.some(({ key }) => key !== 'hide' && state.applies[key] !== 'other-architecture'));
      for (const { key, label } of groups) chip(key, t(label), !hides.includes(key));
      chip(weights, t('page.share.weights'), open);
      for (const name of hides) { // control by control, in a link by hand
        if (!groups.some(({ key }) => key === name)) chip(name, optionText('hide', name), false);
      }
    },

    /**
     * Chooses whether readers see what was trained here.
     * @param {number | null} seconds that it takes to repeat, null if it can't be
     */
    offer(seconds) {
      now.checked = seconds !== null && seconds <= quick && reached <= mostSteps;
      step.value = now.checked ? String(reached) : '';
      find('share-slow').hidden = seconds === null || seconds <= quick;
      find('share-slow').textContent = t('page.share.slow', { n: count(Math.round(seconds ?? 0)) });
    },

    /** What the link shall hide, as the setting of that name has it. */
    hidden() {
      const off = /** @type {NodeListOf<HTMLInputElement>} */ (chips.querySelectorAll('input:not(:checked)'));
      return Array.from(off, ({ value }) => value).filter((name) => name !== weights).join(',');
    },

    /** @returns {Omit<Options, 'link'>} */
    read: () => ({
      width: whole(width.value, least, largest),
      height: whole(height.value, least, largest),
      theme: /** @type {Options['theme']} */ (theme.value),
      lang: lang.value,
      autoplay: autoplay.checked,
      controls: controls.checked,
      through: through.checked,
      step: whole(step.value, 0, mostSteps),
      locked: ticked(weights) ? '' : weights,
    }),
  };
}

/**
 * A whole number within bounds.
 * @param {string} text
 * @param {number} low also what stands for no number
 * @param {number} high
 */
function whole(text, low, high) {
  return Math.min(Math.max(Math.round(Number(ascii(text))) || low, low), high);
}
