// The editor of a weight or a bias that was chosen on the drawing: its value as a
// number and a slider, its gradient, and whether it stands still.

import { find, setName } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { ascii, figures } from '../shared/numbers.js';

/** @import { Command, WeightCommand } from '../shared/protocol.d.ts' */
/** @import { Easel, Editable, Target } from '../shared/canvas.d.ts' */

/**
 * @param {object} host
 * @param {(message: Command) => void} host.command
 * @param {() => Easel | null} host.canvas
 */
export function startEditor({ command, canvas }) {
  const editor = find('edit');
  const [number, slider, frozen] = ['edit-value', 'edit-slider', 'edit-frozen'].map((id) => /** @type {HTMLInputElement} */ (find(id)));
  const bar = find('bar');

  /** @type {Editable | null} what is edited, null if nothing is */
  let edited = null;
  /** @type {HTMLElement | null} where the focus goes when the editor closes */
  let back = null;
  /** @type {WeightCommand | null} the value on its way to the trainer */
  let sending = null;
  let stacked = false; // the network stands above what it says, not beside it
  let locked = false;

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || edited === null || !editor.contains(/** @type {Node} */ (event.target))) return;
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
  }, { capture: true });

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
    if (edited !== null) command({ type: 'freeze', name: edited.parameter, index: edited.index, frozen: frozen.checked });
  });
  find('edit-close').addEventListener('click', () => close());

  /**
   * Sends a value, at most one a frame of the screen.
   * @param {number} value
   */
  function send(value) {
    if (edited === null) return;
    const first = sending === null;
    sending = { type: 'weight', name: edited.parameter, index: edited.index, value };
    if (!first) return;
    setTimeout(() => {
      if (sending !== null) command(sending);
      sending = null;
    }, 16);
  }

  function close() {
    if (edited === null) return;
    edited = null;
    editor.hidden = true;
    canvas()?.edit(false);
    if (back !== null) back.focus();
    else canvas()?.blur();
    back = null;
  }

  /**
   * Shows how what is edited stands now; what the reader is writing stays.
   * @param {Editable} now
   * @param {boolean} [all]
   */
  function show(now, all = false) {
    edited = now;
    if (all || document.activeElement !== number) number.value = text(now.value);
    if (all || (document.activeElement !== slider && sending === null)) slider.value = String(now.value);
    if (all || document.activeElement !== frozen) frozen.checked = now.frozen;
    find('edit-gradient').textContent = now.gradientText;
  }

  /** What is locked can be looked at. */
  function showLock() {
    number.readOnly = slider.disabled = frozen.disabled = locked;
    find('edit-locked').hidden = !locked;
  }

  function label() {
    if (edited === null) return;
    const kind = t(edited.kind === 'neuron' ? 'page.edit.bias' : 'page.edit.weight');
    find('edit-name').textContent = edited.name;
    find('edit-formula').textContent = edited.formula ?? (edited.removed ? t('page.edit.removed') : '');
    find('edit-formula').hidden = find('edit-formula').textContent === '';
    find('edit-value-name').textContent = kind;
    slider.setAttribute('aria-label', t('page.edit.slider', { name: kind }));
    setName(find('edit-close'), t('page.edit.close'));
  }

  /**
   * Puts the editor beside what it edits, within the window.
   * @param {Editable} at
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

  return {
    /** Whether something is edited. */
    get busy() {
      return edited !== null;
    },

    close,
    label,

    /**
     * Opens the editor of what was chosen, if it has a number to edit.
     * @param {Target | undefined} target
     * @param {HTMLElement | null} from where the focus goes afterwards; null: to the drawing
     */
    open(target, from) {
      if (!target?.parameter) {
        close();
        return;
      }
      edited = target;
      back = from;
      canvas()?.edit(true);
      label();
      const reach = Math.max(3, 2 * Math.abs(target.value));
      slider.min = String(-reach);
      slider.max = String(reach);
      number.setAttribute('aria-invalid', 'false');
      showLock();
      editor.hidden = false;
      show(target, true);
      place(target);
      number.focus();
      number.select();
    },

    /**
     * Takes over how what is edited stands now; closes when it is something else.
     * @param {Target} now
     */
    follow(now) {
      if (edited === null) return;
      if (now.parameter && now.parameter === edited.parameter && now.index === edited.index) show(now);
      else close();
    },

    /**
     * Hears how the drawing is laid out.
     * @param {boolean} above whether the network stands above what it says
     */
    stack(above) {
      stacked = above;
    },

    /** @param {boolean} on whether nothing can be changed */
    lock(on) {
      locked = on;
      showLock();
    },
  };
}

/**
 * Reads a number, null if it is none.
 * @param {string} written
 */
function parse(written) {
  const plain = ascii(written).replace(',', '.');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) || Math.abs(value) > 1e6 ? null : value;
}

/**
 * Writes a number with the digits that are worth it.
 * @param {number} value
 */
function text(value) {
  return figures(value, 4);
}
