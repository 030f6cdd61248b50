// All tensors of a step at a glance, layer by layer: how large their numbers are, how many
// are zero, how long their gradient is; of one a heat map and how its values are spread.

import { tensorName } from '../../numbers/name.js';
import { shown } from '../../numbers/told.js';
import { make, makeButton, setName } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { makeWorth } from './worth.js';

/** @import { AblatedAnswer, HeatAnswer, Part, TensorSummary, WorthAnswer } from '../../shared/protocol.d.ts' */

/** Digits of a summary. */
const digits = 2;

/** Whose a tensor is. @param {string} name */
const layerOf = (name) => name.split('/').slice(0, -1).join('/') || name;

/**
 * @param {object} act
 * @param {(tensor: TensorSummary) => void} act.open the largest number of a tensor
 * @param {(tensor: TensorSummary) => Promise<HeatAnswer>} act.heat
 * @param {(tensor: TensorSummary, element: number) => Promise<WorthAnswer>} act.judge how well the network does without a part
 * @param {(tensor: TensorSummary, element: number, off: boolean) => Promise<AblatedAnswer>} act.turn switches a part off or on
 * @param {(error: unknown) => void} act.fail
 */
export function makeInspector({ open, heat, judge, turn, fail }) {
  const element = make('div', 'inspector');
  /** The tensor that is looked at, by program and name; '' for none. */
  let looked = '';
  let asked = 0;
  /** @type {Part[]} what is switched off */
  let off = [];
  /** @type {ReturnType<typeof makeWorth> | null} */
  let worth = null;

  /** @param {TensorSummary} tensor */
  const keyOf = ({ program, name }) => `${program} ${name}`;

  /** @param {TensorSummary} tensor */
  function row(tensor) {
    const { name, shape, mean, deviation, zeros, largest, norm } = tensor;
    const parts = [
      t('numbers.inspector.mean', { mean: shown(mean, digits), deviation: shown(deviation, digits) }),
      t('numbers.inspector.largest', { value: shown(largest, digits) }),
      ...(zeros > 0 ? [t('numbers.inspector.zeros', { share: `${Math.round(zeros * 100)}%` })] : []),
      ...(norm === null ? [] : [t('numbers.inspector.norm', { value: shown(norm, digits) })]),
    ];
    const button = makeButton('inspector-row', '', () => look(tensor, item));
    button.append(make('b', '', tensorName(name)), make('span', 'inspector-shape', shape.join(' × ') || '1'), make('span', 'inspector-said', parts.join(' · ')));
    button.setAttribute('aria-expanded', 'false');
    const item = make('li', '', button);
    return item;
  }

  /** Shows more of a tensor, or no more. @param {TensorSummary} tensor @param {HTMLElement} item */
  async function look(tensor, item) {
    const mine = ++asked;
    const was = looked;
    element.querySelector('.inspector-more')?.remove();
    element.querySelector('[aria-expanded="true"]')?.setAttribute('aria-expanded', 'false');
    looked = was === keyOf(tensor) ? '' : keyOf(tensor);
    if (looked === '') {
      worth?.stop();
      worth = null;
      return;
    }
    item.firstElementChild?.setAttribute('aria-expanded', 'true');
    const answer = await heat(tensor);
    if (mine !== asked) return;
    const more = make('div', 'inspector-more', picture(answer, tensor), histogram(answer), makeButton('link', t('numbers.inspector.open'), () => open(tensor)));
    if (tensor.parts > 0) {
      if (worth?.tensor !== tensor.name || worth.count !== tensor.parts) {
        worth?.stop();
        const of = { tensor: tensor.name, count: tensor.parts, off, fail };
        worth = makeWorth({ ...of, judge: (i) => judge(tensor, i), turn: (i, on) => turn(tensor, i, on) });
      }
      more.append(worth.element);
    }
    item.append(more);
  }

  /** @param {HeatAnswer} answer @param {TensorSummary} tensor */
  function picture({ rows, columns, levels, scale }, { name }) {
    const canvas = make('canvas', 'inspector-heat');
    Object.assign(canvas, { width: columns, height: rows });
    canvas.setAttribute('role', 'img');
    setName(canvas, t('numbers.inspector.heat', { what: tensorName(name), scale: shown(scale, digits) }));
    const context = canvas.getContext('2d');
    const image = new ImageData(Math.max(columns, 1), Math.max(rows, 1));
    const [negative, zero, positive] = colors(element);
    new Uint8Array(levels).forEach((level, i) => {
      const share = (level - 128) / 127;
      const end = share < 0 ? negative : positive;
      for (let c = 0; c < 3; c++) image.data[4 * i + c] = zero[c] + (end[c] - zero[c]) * Math.abs(share);
      image.data[4 * i + 3] = 255;
    });
    context?.putImageData(image, 0, 0);
    return canvas;
  }

  /** @param {HeatAnswer} answer */
  function histogram({ counts, from, to, odd }) {
    const most = Math.max(...counts, 1);
    const bars = make('div', 'inspector-bars', ...counts.map((n) => {
      const bar = make('i', '');
      bar.style.blockSize = `${100 * n / most}%`;
      return bar;
    }));
    bars.setAttribute('role', 'img');
    setName(bars, t('numbers.inspector.spread', { from: shown(from, digits), to: shown(to, digits) }));
    const ends = make('div', 'inspector-ends', make('span', '', shown(from, digits)), make('span', '', odd > 0 ? t('numbers.inspector.odd', { n: odd }) : ''), make('span', '', shown(to, digits)));
    return make('div', '', bars, ends);
  }

  return {
    element,

    /** @param {Part[]} now what is switched off */
    take(now) {
      off = now;
      worth?.show(now);
    },

    /** @param {TensorSummary[]} tensors */
    show(tensors) {
      const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest('.inspector-row'));
      const kept = focused === null ? -1 : [...element.querySelectorAll('.inspector-row')].indexOf(focused);
      /** @type {Map<string, HTMLElement[]>} */
      const layers = new Map();
      /** @type {Array<() => void>} */
      const again = [];
      for (const tensor of tensors.filter(({ role }) => role !== 'hyper-parameter')) {
        const key = layerOf(tensor.name);
        const item = row(tensor);
        layers.set(key, [...(layers.get(key) ?? []), item]);
        if (keyOf(tensor) === looked) again.push(() => look(tensor, item));
      }
      element.replaceChildren(...[...layers].map(([layer, items]) => {
        const group = make('section', '', make('h3', '', tensorName(layer)), make('ul', '', ...items));
        return group;
      }));
      looked = '';
      for (const act of again) act();
      if (kept >= 0) /** @type {HTMLElement | undefined} */ (element.querySelectorAll('.inspector-row')[kept])?.focus({ preventScroll: true });
    },
  };
}

/** The ends and the middle of the scale, as red, green and blue. @param {HTMLElement} element */
function colors(element) {
  return ['--orange', '--raised', '--blue'].map((name) => {
    const probe = make('i', '');
    probe.style.color = `var(${name})`;
    element.append(probe);
    const [r, g, b] = getComputedStyle(probe).color.match(/\d+(\.\d+)?/g)?.map(Number) ?? [0, 0, 0];
    probe.remove();
    return [r, g, b];
  });
}
