// Inputs that choose among options: a select, a group of radio buttons, a
// switch, and chips of which several can be chosen.

import { make } from '../../shared/dom.js';
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
    disable(disabled) {
      select.disabled = disabled;
    },
  };
}

/**
 * @param {ChoiceField} field
 * @param {Schema} _schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makeChoice(field, _schema, change) {
  const group = make('div', 'choice');
  const chosen = make('output', 'chosen');
  chosen.setAttribute('aria-hidden', 'true');
  /** @param {string} option the name to show beside the label */
  const name = (option) => {
    chosen.textContent = option === '' ? '' : optionText(field.key, option);
  };
  const current = () => radios.find((r) => r.checked)?.value ?? '';
  group.addEventListener('pointerleave', () => name(current()));
  const radios = field.options.map((option) => {
    const { label, input } = tick('radio', `choice-${field.key}`, optionText(field.key, option));
    input.value = option;
    input.addEventListener('change', () => {
      name(option);
      change(option);
    });
    label.addEventListener('pointerenter', () => name(option));
    group.append(label);
    return input;
  });
  return {
    element: group,
    labeled: null,
    show(value) {
      for (const radio of radios) radio.checked = radio.value === value;
      name(current());
    },
    disable(disabled) {
      for (const radio of radios) radio.disabled = disabled;
    },
    extra: chosen,
    picture(option, draw) {
      const radio = radios.find((r) => r.value === option);
      if (!radio) return;
      const canvas = document.createElement('canvas');
      canvas.setAttribute('aria-hidden', 'true');
      draw(canvas);
      radio.parentElement?.classList.add('has-picture');
      radio.after(canvas);
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
  let whole = false; // the field itself does not apply
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
      box.disabled = whole || Boolean(why);
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
    disable(disabled) {
      whole = disabled;
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
    disable(disabled) {
      input.disabled = disabled;
    },
  };
}

/**
 * @param {string} type
 * @param {string} name
 * @param {string} text
 */
function tick(type, name, text) {
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
