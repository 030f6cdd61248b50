// What can be done on the drawing itself: choosing a neuron or a weight by mouse
// or keyboard, editing and freezing it, and what the large picture shows. The
// drawing tells where things are; the elements here lie above it, so that all is
// ordinary HTML.

import { t } from './i18n.js';
import { name, startLayers } from './layers.js';

/** What the drawing leaves free above itself, in CSS pixels. */
const toolsHeight = 26;

/**
 * @param {{command: (message: object) => void, canvas: () => any}} host
 */
export function startEdit({ command, canvas }) {
  const find = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
  const tools = find('tools');
  const net = find('net');
  const live = find('net-live');
  const grips = find('grips');
  const [warpLayer, warpFirst, warpSecond] = ['warp-layer', 'warp-first', 'warp-second'].map(find);
  const editor = find('edit');
  const number = find('edit-value');
  const slider = find('edit-slider');
  const frozen = find('edit-frozen');
  const bar = find('bar');

  /** @type {number[]} */
  let shape = [];
  let known = false; // that there is a shape
  /** @type {any} what is edited, null if nothing is */
  let edited = null;
  /** @type {Element | null} where the focus goes when the editor closes */
  let back = null;
  /** @type {any} the value on its way to the trainer */
  let sending = null;
  let hidden = false; // the network's controls
  let stacked = false; // the network stands above what it says, not beside it
  let isLocked = (/** @type {string} */ _) => false;
  let warp = { layer: 0, first: 0, second: 0 };

  const layers = startLayers((next) => {
    shape = next; // until the trainer says otherwise
    command({ type: 'set', key: 'networkShape', value: next.join(',') });
    showShape();
  });

  function showShape() {
    tools.hidden = !known;
    layers.show(shape, hidden || isLocked('networkShape'));
    showWarp();
  }

  // What the large picture shows.

  const setWarp = (/** @type {number} */ layer, /** @type {number} */ first, /** @type {number} */ second) => {
    warp = { layer, first, second };
    command({ type: 'warp', ...warp });
    showWarp();
  };
  warpLayer.addEventListener('change', () => {
    const layer = Number(warpLayer.value);
    setWarp(layer, 0, Math.min(1, (shape[layer - 1] ?? 1) - 1));
  });
  for (const select of [warpFirst, warpSecond]) {
    select.addEventListener('change', () => setWarp(warp.layer, Number(warpFirst.value), Number(warpSecond.value)));
  }

  function showWarp() {
    options(warpLayer, [t('page.warp.none'), ...shape.map((_, i) => t('page.warp.layer', { n: i + 1 }))], warp.layer);
    const names = Array.from({ length: shape[warp.layer - 1] ?? 0 }, (_, i) => t('page.warp.unit', { n: i + 1 }));
    options(warpFirst, names, warp.first);
    options(warpSecond, names, warp.second);
    find('warp-units').hidden = find('warp-units-2').hidden = warp.layer === 0 || names.length < 2;
    warpLayer.closest('.warp').hidden = shape.length === 0;
  }

  /** Goes to what there still is when the network has changed. */
  function fitWarp() {
    if (warp.layer === 0) return;
    const n = shape[warp.layer - 1] ?? 0;
    if (n === 0) setWarp(0, 0, 0);
    else if (Math.max(warp.first, warp.second) >= n) setWarp(warp.layer, Math.min(warp.first, n - 1), Math.min(warp.second, n - 1));
  }

  // Choosing.

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === net) keyOnNet(event);
    else if (editor.contains(/** @type {Node} */ (event.target))) keyInForm(event);
  }, { capture: true });
  net.addEventListener('focus', () => announce(canvas()?.key('')));
  net.addEventListener('blur', () => {
    if (edited === null) canvas()?.blur();
  });

  /** @param {KeyboardEvent} event */
  function keyOnNet(event) {
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowDown':
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        announce(canvas()?.key(event.key));
        break;
      case 'Enter':
        open(canvas()?.key('Enter'), net);
        break;
      case 'Escape':
        canvas()?.blur();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  /** @param {any} details */
  function announce(details) {
    if (details?.name) live.textContent = [details.name, details.text].filter(Boolean).join('; ');
  }

  // Editing.

  /** @param {KeyboardEvent} event */
  function keyInForm(event) {
    if (event.key === 'Escape' || (event.key === 'Enter' && event.target === number)) {
      close();
    } else if (event.target === number && !number.readOnly && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const by = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 1 : 0.1);
      const value = Math.round(((parse(number.value) ?? edited.value) + by) * 1000) / 1000;
      number.value = text(value);
      send(value);
    } else {
      return;
    }
    event.preventDefault();
  }

  number.addEventListener('input', () => {
    const value = parse(number.value);
    number.setAttribute('aria-invalid', String(value === null));
    if (value !== null) send(value);
  });
  slider.addEventListener('input', () => {
    number.value = text(Number(slider.value));
    number.setAttribute('aria-invalid', 'false');
    send(Number(slider.value));
  });
  frozen.addEventListener('change', () => {
    command({ type: 'freeze', name: edited.parameter, index: edited.index, frozen: frozen.checked });
  });
  find('edit-close').addEventListener('click', () => close());

  /**
   * Sends a value, at most one a frame of the screen.
   * @param {number} value
   */
  function send(value) {
    const first = sending === null;
    sending = { type: 'weight', name: edited.parameter, index: edited.index, value };
    if (!first) return;
    setTimeout(() => {
      command(sending);
      sending = null;
    }, 16);
  }

  /**
   * Opens the editor of what was chosen, if it has a number to edit.
   * @param {any} details
   * @param {Element | null} from
   */
  function open(details, from) {
    if (!details?.parameter) {
      close();
      return;
    }
    edited = details;
    back = from;
    canvas()?.edit(true);
    label();
    const reach = Math.max(3, 2 * Math.abs(details.value));
    slider.min = String(-reach);
    slider.max = String(reach);
    number.setAttribute('aria-invalid', 'false');
    showLock();
    editor.hidden = false;
    show(details, true);
    place(details);
    number.focus();
    number.select();
  }

  function close() {
    if (edited === null) return;
    edited = null;
    editor.hidden = true;
    canvas()?.edit(false);
    if (back === net) net.focus();
    else canvas()?.blur();
    back = null;
  }

  /**
   * Shows how what is edited stands now; what the reader is writing stays.
   * @param {any} details
   * @param {boolean} [all]
   */
  function show(details, all = false) {
    edited = details;
    if (all || document.activeElement !== number) number.value = text(details.value);
    if (all || (document.activeElement !== slider && sending === null)) slider.value = String(details.value);
    if (all || document.activeElement !== frozen) frozen.checked = details.frozen;
    find('edit-gradient').textContent = details.gradientText;
  }

  /** What is locked can be looked at. */
  function showLock() {
    number.readOnly = slider.disabled = frozen.disabled = isLocked('weights');
    find('edit-locked').hidden = !isLocked('weights');
  }

  function label() {
    if (edited === null) return;
    const kind = t(edited.kind === 'neuron' ? 'page.edit.bias' : 'page.edit.weight');
    find('edit-name').textContent = edited.name;
    find('edit-formula').textContent = edited.formula ?? (edited.removed ? t('page.edit.removed') : '');
    find('edit-formula').hidden = find('edit-formula').textContent === '';
    find('edit-value-name').textContent = kind;
    slider.setAttribute('aria-label', t('page.edit.slider', { name: kind }));
    name(find('edit-close'), t('page.edit.close'));
  }

  /**
   * Puts the editor beside what it edits, within the window.
   * @param {any} at
   */
  function place(at) {
    const box = editor.getBoundingClientRect();
    let left = at.x + at.width + 14;
    let top = at.y + at.height / 2 - 40;
    if (at.kind === 'link') { // above or below it
      left = at.x - box.width / 2;
      top = at.y + 24 + box.height > innerHeight - 8 ? at.y - 24 - box.height : at.y + 24;
    }
    if (left + box.width > innerWidth - 8) left = at.x - 14 - box.width;
    if (stacked) { // the network is at the top: at the bottom the editor leaves it free
      left = (innerWidth - box.width) / 2;
      top = (bar.hidden ? innerHeight : bar.getBoundingClientRect().top) - 8 - box.height;
    }
    editor.style.left = `${Math.max(8, Math.min(left, innerWidth - 8 - box.width))}px`;
    editor.style.top = `${Math.max(8, Math.min(top, innerHeight - 8 - box.height))}px`;
  }

  /**
   * Puts areas over the drawing where a finger drags instead of scrolling the page.
   * @param {Array<{x: number, y: number, width: number, height: number}>} boxes
   */
  function showGrips(boxes) {
    grips.replaceChildren(...boxes.map(({ x, y, width, height }) => {
      const grip = document.createElement('div');
      grip.className = 'grip';
      Object.assign(grip.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
      return grip;
    }));
  }

  return {
    /** How much room the tools want above the drawing, in CSS pixels. */
    height: () => toolsHeight,

    /**
     * Hears what the drawing tells.
     * @param {any} event
     * @returns {boolean} whether others want to hear it too
     */
    hear(event) {
      switch (event.type) {
        case 'layout':
          net.hidden = false;
          Object.assign(net.style, { left: '4px', top: `${toolsHeight + 10}px`, width: `${Math.max(event.right - 12, 40)}px`,
            height: event.stacked ? `${event.panel.y - toolsHeight - 44}px` : `calc(100% - ${toolsHeight + 18}px)` });
          stacked = event.stacked;
          layers.place(event);
          return false;
        case 'grips':
          showGrips(event.boxes);
          return false;
        case 'pick':
          if (event.action) command({ type: 'act', name: event.action, value: event.value });
          else open(event, null);
          return true;
        case 'edited':
          if (edited === null) return false;
          if (event.parameter === edited.parameter && event.index === edited.index) show(event);
          else close();
          return false;
      }
      return true;
    },

    /**
     * Lets the reader change nothing of what is locked.
     * @param {(what: string) => boolean} locked
     */
    lock(locked) {
      isLocked = locked;
      showShape();
      showLock();
    },

    /**
     * Takes over what the large picture shows, which another one has chosen.
     * @param {{layer: number, first: number, second: number}} shown
     */
    warped({ layer, first, second }) {
      warp = { layer, first, second };
      showWarp();
    },

    /**
     * Takes over what the trainer says about the network.
     * @param {any} state
     */
    update(state) {
      const value = state.spec.networkShape;
      const next = value === '' || value === 'none' ? [] : value.split(',').map(Number);
      const points = state.spec.architecture === 'mlp';
      const hides = new Set(state.spec.hide.split(','));
      const hide = !points || hides.has('networkShape') || hides.has('network');
      tools.classList.toggle('is-figure', !points);
      if (known && next.join() === shape.join() && hide === hidden) return;
      if (known && next.join() !== shape.join()) close();
      shape = next;
      known = true;
      hidden = hide;
      showShape();
      fitWarp();
    },

    /** Puts the texts into the present language. */
    translate() {
      for (const element of document.querySelectorAll('.tools, .net, #net-help, .edit')) element.setAttribute('lang', document.documentElement.lang);
      showShape();
      label();
    },
  };
}

/**
 * Fills a list of numbered choices.
 * @param {HTMLSelectElement} select
 * @param {string[]} names
 * @param {number} chosen
 */
function options(select, names, chosen) {
  if (names.join('\n') !== Array.from(select.options, (option) => option.text).join('\n')) {
    select.replaceChildren(...names.map((text, i) => new Option(text, String(i))));
  }
  select.value = String(chosen);
}

/**
 * Reads a number, null if it is none.
 * @param {string} written
 */
function parse(written) {
  const plain = written.trim().replace('−', '-').replace(',', '.');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) || Math.abs(value) > 1e6 ? null : value;
}

/**
 * Writes a number with the digits that are worth it.
 * @param {number} value
 */
function text(value) {
  return String(Number(value.toPrecision(4)));
}
