// Which number: a tensor out of all that have a name, and an element of it.

import { dimensionName, tensorName } from '../../numbers/name.js';
import { make } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { ascii } from '../../shared/numbers.js';

/** @import { NamedTensor, NumberRef } from '../../shared/protocol.d.ts' */
/** @import { Question } from './origin.js' */

/** In which order tensors are offered, by what they are for. */
const roles = ['metric', 'parameter', 'input', 'result', 'state', 'hyper-parameter'];

/** @param {(question: Question) => void} choose */
export function makeChooser(choose) {
  const list = make('select', 'origin-tensor');
  list.id = 'origin-tensor';
  const places = make('span', 'origin-index');
  /** @type {NamedTensor[]} */
  let tensors = [];
  /** @type {NamedTensor | null} that the fields are of */
  let built = null;

  /** The tensor that is chosen. */
  const chosen = () => tensors[Number(list.value)];

  /** @param {NamedTensor} tensor @param {number[]} index @returns {Question} */
  const question = ({ name, program, role }, index) => ({ tensor: name, index, of: role === 'metric' ? '' : 'value', program, at: 0, operation: '' });

  list.addEventListener('change', () => {
    choose(question(chosen(), chosen().shape.map(() => 0)));
  });

  /** The element that is written, each index within its bounds. */
  function written() {
    return chosen().shape.map((n, i) => {
      const wish = Math.round(Number(ascii(/** @type {HTMLInputElement} */ (places.querySelectorAll('input')[i]).value)));
      return Math.min(Math.max(Number.isNaN(wish) ? 1 : wish, 1), n) - 1;
    });
  }

  /** A field a dimension. @param {NamedTensor} tensor */
  function build(tensor) {
    built = tensor;
    places.replaceChildren(...tensor.dimensions.map((name, i) => {
      const field = make('input', '');
      Object.assign(field, { type: 'number', min: '1', max: String(tensor.shape[i]), step: '1', inputMode: 'numeric', autocomplete: 'off' });
      field.addEventListener('change', () => choose(question(chosen(), written())));
      return make('label', '', make('span', '', dimensionName(name)), field);
    }));
  }

  function fill() {
    const was = list.value;
    list.replaceChildren(...roles.map((role) => {
      const group = make('optgroup', '');
      group.label = t(`numbers.role.${role}`);
      tensors.forEach((tensor, i) => {
        if (tensor.role === role && tensor.inStep) group.append(new Option(tensorName(tensor.name), String(i)));
      });
      return group;
    }).filter((group) => group.childElementCount > 0));
    if (was !== '') list.value = was;
    list.setAttribute('aria-label', t('numbers.choose'));
  }

  return {
    element: make('div', 'origin-chooser', list, places),

    /** @param {NamedTensor[]} offered */
    offer(offered) {
      tensors = offered;
      fill();
      if (chosen()) build(chosen());
    },

    /** The number that is opened first: of the first weight what the step made of it. @returns {Question} */
    first() {
      const tensor = tensors.find(({ role }) => role === 'parameter') ?? tensors[0];
      return { ...question(tensor, tensor.shape.map(() => 0)), of: tensor.role === 'parameter' ? 'update' : 'value' };
    },

    /** Shows which number is opened, if it has a name. @param {NumberRef} ref */
    choose(ref) {
      const at = tensors.findIndex(({ name, program }) => name === ref.tensor && program === ref.program);
      places.hidden = at < 0 || list.querySelector(`[value="${at}"]`) === null;
      if (places.hidden) {
        list.value = '';
        return;
      }
      list.value = String(at);
      if (built !== tensors[at]) build(tensors[at]);
      places.querySelectorAll('input').forEach((field, i) => { field.value = String(ref.index[i] + 1); });
    },

    /** Puts the texts into the present language. */
    translate() {
      fill();
      if (chosen()) build(chosen());
    },
  };
}
