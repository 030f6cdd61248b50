// Inputs that choose among options: a select, a group of radio buttons, a
// switch, and chips of which several can be chosen.

import { make, makeButton } from '../../shared/dom.js';
import { optionText, t } from '../../shared/i18n.js';

/** @import { ChoiceField, Field, Schema } from '../../shared/schema.d.ts' */
/** @import { Input } from './control.js' */

/**
 * @param {ChoiceField} field
 * @param {Schema} _schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makeSelect(field, _schema, change) {
  const select = document.createElement('select');
  for (const option of field.options) select.add(new Option(optionText(field.key, option), option));
  select.addEventListener('change', () => change(select.value));
  /** @type {HTMLOptionElement | null} a value that is no single option, as one a layer */
  let mixed = null;
  return {
    element: select,
    labeled: select,
    show(value, state) {
      mixed?.remove();
      mixed = null;
      if (!field.options.includes(value)) {
        const names = value.split(',').map((v) => optionText(field.key, v));
        mixed = new Option(names.join(', '), value);
        select.add(mixed, 0);
      }
      for (const option of select.options) {
        const reason = state.applies[`${field.key}.${option.value}`];
        option.disabled = Boolean(reason);
        option.title = reason ? t(`applies.${reason}`) : '';
      }
      const auto = [...select.options].find((o) => o.value === 'auto');
      if (auto) {
        const used = value === 'auto' ? state.effective[field.key] : '';
        auto.text = used ? t('page.auto', { name: optionText(field.key, 'auto'), used: optionText(field.key, used) }) : optionText(field.key, 'auto');
      }
      select.value = value;
    },
  };
}

/** How many options of a choice show before more are asked for. */
const first = 8;

/**
 * Options with pictures and names: the first ones, below them that for data of one's
 * own, the rest on demand.
 * @param {ChoiceField} field
 * @param {Schema} schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makeChoice(field, schema, change) {
  const group = make('div', 'choice');
  const radio = (/** @type {string} */ option, /** @type {string} */ text) => {
    const { label, input } = tick('radio', `choice-${field.key}`, text);
    input.value = option;
    input.addEventListener('change', () => change(option));
    return { label, input };
  };
  const own = schema.architectures.flatMap((a) => a.own).find(({ choice }) => choice === field.key)?.options[0];
  const row = make('div', 'choice-own');
  const others = field.options.filter((option) => option !== own);
  const radios = others.map((option, i) => {
    const { label, input } = radio(option, optionText(field.key, option));
    label.classList.toggle('is-more', i >= first);
    group.append(label);
    return input;
  });
  const more = makeButton('mini wide choice-more', t('page.choice.more', { n: others.length - first }), () => {
    show(true);
    radios[first].focus();
  });
  /** @param {boolean} all */
  const show = (all) => {
    group.classList.toggle('is-all', all);
    more.hidden = all || others.length <= first;
  };
  radios[first - 1]?.parentElement?.after(more, row);
  if (own !== undefined) {
    const { label, input } = radio(own, t('page.own.begin'));
    row.append(label);
    radios.push(input);
  }
  show(false);
  return {
    element: group,
    labeled: null,
    show(value) {
      for (const input of radios) input.checked = input.value === value;
      if (others.indexOf(value) >= first) show(true);
    },
    picture(option, draw) {
      const input = radios.find((r) => r.value === option);
      if (!input) return;
      const canvas = document.createElement('canvas');
      canvas.setAttribute('aria-hidden', 'true');
      draw(canvas);
      input.after(canvas);
    },
  };
}

/**
 * @param {ChoiceField} field
 * @param {Schema} _schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makeChips(field, _schema, change) {
  const group = make('div', 'chips');
  /** @type {Map<string, string>} */
  const reasons = new Map();
  const boxes = field.options.map((option) => {
    const { label, input } = tick('checkbox', `chip-${field.key}-${option}`, optionText(field.key, option));
    input.value = option;
    input.addEventListener('change', () => {
      const chosen = boxes.filter((b) => b.checked);
      if (chosen.length === 0 && field.notEmpty) {
        input.checked = true; // the last one stays
        return;
      }
      change(chosen.map((b) => b.value).join(','));
    });
    group.append(label);
    return input;
  });
  const refresh = () => {
    for (const box of boxes) {
      const why = reasons.get(box.value);
      box.disabled = Boolean(why);
      /** @type {HTMLElement} */ (box.parentElement).title = why ?? '';
      box.setAttribute('aria-description', why ?? '');
    }
  };
  return {
    element: group,
    labeled: null,
    show(value, state) {
      const chosen = new Set(value.split(','));
      reasons.clear();
      for (const box of boxes) {
        box.checked = chosen.has(box.value);
        const reason = state.applies[`${field.key}.${box.value}`];
        if (reason) reasons.set(box.value, t(`applies.${reason}`));
      }
      refresh();
    },
  };
}

/**
 * @param {Field} _field
 * @param {Schema} _schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makeSwitch(_field, _schema, change) {
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.className = 'switch';
  input.setAttribute('role', 'switch');
  input.addEventListener('change', () => change(String(input.checked)));
  return {
    element: input,
    labeled: input,
    show(value) {
      input.checked = value === 'true';
    },
  };
}

/**
 * @param {string} type
 * @param {string} name
 * @param {string} text
 */
export function tick(type, name, text) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = type;
  input.name = name;
  const words = document.createElement('span');
  words.textContent = text;
  words.title = text;
  label.append(input, words);
  return { label, input };
}
