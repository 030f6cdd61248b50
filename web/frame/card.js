// The card of a neuron, docked below the drawing: how its number comes about, a
// product a row with a signed bar. The weights can be written and dragged; a row's
// name opens the editor of its weight, with the gradient and the rest.

import { find, make, setName } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { decimals } from '../shared/numbers.js';
import { isHeld, latest, startNumber, write } from './number.js';

/** @import { Told } from '../shared/messages.d.ts' */
/** @import { Command, WeightCommand } from '../shared/protocol.d.ts' */
/** @import { Card, Easel, Layout, Parameter, Target } from '../shared/canvas.d.ts' */
/** @typedef {ReturnType<typeof startEditor>} Editor */
/** @import { startEditor } from './editor.js' */
/** @typedef {Target & { card: Card, formula?: string }} Carded */

/**
 * Whether there is a card of something.
 * @param {Target | undefined} target
 * @returns {target is Carded}
 */
export function isCarded(target) {
  return target?.card !== undefined;
}

/** What number a card is of. @param {Carded} target */
const titleOf = ({ card, name }) => card.title || (name ?? '');

/**
 * A row of the card: a term, or the bias.
 * @typedef {object} Row
 * @property {HTMLElement} element
 * @property {HTMLInputElement} number
 * @property {(now: Parameter, input: number | null, product: number | null, share: number) => void} show
 */

/** The place of the bias among the rows. */
const bias = 'bias';

/** Heights in CSS pixels: of a drawing that still says something, and of a card. */
const leastDrawing = 340;
const leastCard = 112;

/**
 * @param {object} host
 * @param {(message: Command) => void} host.command
 * @param {(message: Told) => void} host.tell
 * @param {() => Easel | null} host.canvas
 * @param {Editor} host.editor
 * @param {() => number} host.below how much room something takes below it, in CSS pixels
 * @param {() => void} host.onRoom hears when the drawing has more or less room
 */
export function startCard({ command, tell, canvas, editor, below, onRoom }) {
  const card = find('card');
  const list = find('card-terms');
  const bar = find('bar');

  /** @type {Carded | null} what the card is of, null while there is none */
  let shown = null;
  /** @type {Map<string, Row>} by parameter and index, in the order in which they stand */
  let rows = new Map();
  /** @type {HTMLElement | null} where the focus goes when the card closes */
  let back = null;
  /** @type {Layout | null} */
  let layout = null;
  let locked = false;
  /** @type {Record<string, number>} what has parts that can be switched off */
  let parts = {};
  let offered = false; // to tell where a number comes from

  const sending = latest((/** @type {WeightCommand} */ value) => command(value));

  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !card.contains(/** @type {Node} */ (event.target))) return;
    close();
    event.preventDefault();
  }, { capture: true });
  find('card-close').addEventListener('click', () => close());
  const origin = find('card-origin');
  origin.addEventListener('click', () => {
    if (shown !== null) tell({ type: 'asked', tensor: shown.tensor || shown.layer || '', element: shown.unit ?? 0, of: 'value' });
  });
  const switcher = find('card-off');
  switcher.addEventListener('click', () => {
    if (shown !== null) command({ type: 'ablate', tensor: tensorOf(shown), element: (shown.unit ?? 0) + 1, off: !shown.off });
  });

  /** The tensor of which what a card is of is a part that can be switched off, '' if it is none. @param {Target} target */
  const tensorOf = ({ tensor = '', layer = '' }) => [tensor, `${layer}/out`, `${layer}/hidden`].find((name) => Object.hasOwn(parts, name)) ?? '';
  new ResizeObserver(() => onRoom()).observe(card);

  /** The rows of a card: what is added up, and the bias at the end. @param {Card} now */
  const parametersOf = (now) => [...now.terms.map((term) => ({ ...term, key: `${term.parameter} ${term.index}` })), ...(now.bias ? [{ ...now.bias, name: 'b', input: 0, product: now.bias.value, key: bias }] : [])];

  /** Makes the rows anew, in the order of the card; they keep it while their numbers change. */
  function build() {
    if (shown === null) return;
    rows = new Map(parametersOf(shown.card).map(({ key, name }) => [key, makeRow(key, name)]));
    list.replaceChildren(...[...rows.values()].map(({ element }) => element));
  }

  /**
   * @param {string} key
   * @param {string} name
   * @returns {Row}
   */
  function makeRow(key, name) {
    const opener = make('button', 'term-name', name);
    const input = make('span', 'term-input');
    const number = make('input', 'term-weight');
    const product = make('span', 'term-product');
    const fill = make('i', '');
    const element = make('li', key === bias ? 'term is-bias' : 'term', opener, input, number, product, make('span', 'term-bar', fill));
    opener.type = 'button';
    setName(opener, t('page.card.more', { name }));
    number.type = 'text';
    Object.assign(number, { inputMode: 'decimal', autocomplete: 'off', spellcheck: false });
    number.setAttribute('aria-label', key === bias ? t('page.edit.bias') : t('page.card.weight', { name }));
    /** @type {Parameter | null} */
    let of = null;
    startNumber(number, {
      value: () => of?.value ?? 0,
      change: (value) => { if (of !== null) sending.give({ type: 'weight', name: of.parameter, index: of.index, value }); },
    });
    opener.addEventListener('click', () => {
      if (of !== null) editor.openTerm(editable(of), opener);
    });
    /** @param {Parameter} now */
    const editable = (now) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const whose = shown === null ? '' : titleOf(shown);
      return { ...now, text: '', x, y, width, height, ...(key === bias ? { kind: 'neuron', name: whose } : { kind: 'link', name: `${name} → ${whose}` }) };
    };
    return {
      element,
      number,
      show(now, read, result, share) {
        of = now;
        if (!isHeld(number)) write(number, now.value);
        number.readOnly = locked;
        element.classList.toggle('is-removed', now.removed);
        element.classList.toggle('is-frozen', now.frozen);
        input.textContent = read === null ? '' : `${decimals(read, 2)} ×`;
        product.textContent = result === null ? '' : `= ${decimals(result, 2)}`;
        fill.style.setProperty('--share', String(share));
        fill.classList.toggle('is-negative', share < 0);
        if (editor.busy) editor.followTerm(editable(now));
      },
    };
  }

  /** Shows how all stands. */
  function show() {
    if (shown === null) return;
    const now = shown.card;
    const parts = parametersOf(now);
    if (parts.length !== rows.size || parts.some(({ key }) => !rows.has(key))) build();
    const most = Math.max(1e-6, ...parts.map(({ product, value }) => Math.abs(now.known ? product : value)));
    for (const part of parts) {
      const alone = part.key === bias;
      rows.get(part.key)?.show(part, now.known && !alone ? part.input : null, now.known && !alone ? part.product : null, (now.known ? part.product : part.value) / most);
    }
    find('card-name').textContent = titleOf(shown);
    const place = find('card-place');
    place.textContent = now.sample || (now.at === '' ? shown.formula ?? '' : t('page.card.at', { place: now.at }));
    find('card-hint').hidden = now.known || !now.pins;
    find('card-rest').hidden = now.more === 0;
    find('card-rest').textContent = t('page.card.rest', { n: now.more, sum: decimals(now.rest, 2) });
    find('card-sum').hidden = !now.known;
    find('card-sum').textContent = [`${now.sumName} = ${decimals(now.sum, 3)}`, ...now.steps.map(({ words, value }) => words + (value === null ? '' : ` = ${decimals(value, 3)}`))].join(' → ');
    find('card-locked').hidden = !locked;
    origin.hidden = !offered || !(shown.tensor || shown.layer);
    switcher.hidden = tensorOf(shown) === '';
    switcher.textContent = t(shown.off ? 'page.off.on' : 'page.off.off');
  }

  function close() {
    if (shown === null) return;
    shown = null;
    rows = new Map();
    list.replaceChildren();
    card.hidden = true;
    editor.close();
    canvas()?.card(false);
    if (back !== null) back.focus();
    else canvas()?.blur();
    back = null;
  }

  /** How much room there must be below it. */
  const roomBelow = () => (bar.hidden ? 0 : bar.getBoundingClientRect().height) + below() + 8;

  /** Whether it lies on the drawing: where a card may, and the drawing would get too small. */
  function isSheet() {
    if (layout === null || layout.stacked || layout.sheet === 0) return layout?.stacked === true;
    const height = Math.min(card.scrollHeight, Math.max(leastCard, 0.4 * innerHeight));
    return innerHeight - height - roomBelow() < leastDrawing;
  }

  /** Docks it to the bottom, left of a picture beside the network, or lays it on the drawing: of a network above its picture, from the top of that. */
  function place() {
    const free = roomBelow();
    const style = { top: '', bottom: `${free}px`, right: layout?.beside ? `calc(100% - ${layout.right - 16}px)` : '', maxHeight: '' };
    if (layout?.stacked) Object.assign(style, { top: `${layout.panel.y - 8}px`, bottom: '', maxHeight: `calc(100% - ${layout.panel.y - 8 + free}px)` });
    else if (layout && isSheet()) style.maxHeight = `max(${leastCard}px, calc(100% - ${layout.sheet + free}px))`;
    Object.assign(card.style, style);
  }

  return {
    /** Whether there is a card. */
    get busy() {
      return shown !== null;
    },

    /** How much room it takes below all of the drawing or below the network alone, in CSS pixels. */
    room() {
      const height = shown === null || isSheet() ? 0 : card.getBoundingClientRect().height + 8;
      return layout?.beside ? { all: 0, network: height } : { all: height, network: 0 };
    },

    close,

    /** Puts the texts into the present language. */
    label() {
      setName(find('card-close'), t('page.edit.close'));
      build();
      show();
    },

    /**
     * Opens the card of what was chosen.
     * @param {Carded} target
     * @param {HTMLElement | null} from where the focus goes afterwards; null: to the drawing
     */
    open(target, from) {
      shown = target;
      back = from;
      canvas()?.card(true);
      editor.close();
      build();
      show();
      card.hidden = false;
      place();
      document.body.scrollIntoView({ block: 'nearest' }); // the page shows the frame down to where it is
      if (from !== null) [...rows.values()][0]?.number.focus();
      else card.focus({ preventScroll: true });
    },

    /**
     * Takes over how what the card is of stands now; closes when it is gone.
     * @param {Target} now
     */
    follow(now) {
      if (shown === null) return;
      if (!isCarded(now)) {
        close();
        return;
      }
      const elsewhere = now.card.at !== shown.card.at || now.card.sample !== shown.card.sample;
      shown = now;
      if (elsewhere) build();
      show();
    },

    /**
     * Hears how the drawing is laid out.
     * @param {Layout} now
     */
    lay(now) {
      const elsewhere = layout?.beside !== now.beside;
      layout = now;
      place();
      if (elsewhere && shown !== null) onRoom();
    },

    /** Finds its place anew. */
    place,

    /** @param {boolean} on whether nothing can be changed */
    lock(on) {
      locked = on;
      show();
    },

    /** @param {boolean} on whether the host tells where a number comes from */
    offer(on) {
      offered = on;
      show();
    },

    /** @param {Record<string, number>} now by the names of tensors, how many parts can be switched off */
    know(now) {
      parts = now;
      show();
    },
  };
}
