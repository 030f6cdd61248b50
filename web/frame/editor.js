// The editor of a weight or a bias that was chosen on the drawing: its value as a
// number and a slider, its gradient, and whether it stands still.

import { find, setName } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { isHeld, latest, startNumber, write } from './number.js';

/** @import { Told } from '../shared/messages.d.ts' */
/** @import { Command, WeightCommand } from '../shared/protocol.d.ts' */
/** @import { Easel, Editable, Target } from '../shared/canvas.d.ts' */

/**
 * @param {object} host
 * @param {(message: Command) => void} host.command
 * @param {(message: Told) => void} host.tell
 * @param {() => Easel | null} host.canvas
 */
export function startEditor({ command, tell, canvas }) {
  const editor = find('edit');
  const [number, slider, frozen, off] = ['edit-value', 'edit-slider', 'edit-frozen', 'edit-off'].map((id) => /** @type {HTMLInputElement} */ (find(id)));
  const bar = find('bar');

  /** @type {Editable | null} what is edited, null if nothing is */
  let edited = null;
  let chosen = false; // on the drawing, which tells how it stands
  /** @type {HTMLElement | null} where the focus goes when the editor closes */
  let back = null;
  let stacked = false; // the network stands above what it says, not beside it
  let locked = false;

  /** The value on its way to the trainer. */
  const sending = latest((/** @type {WeightCommand} */ value) => command(value));

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || edited === null || !editor.contains(/** @type {Node} */ (event.target))) return;
    if (event.key !== 'Escape' && !(event.key === 'Enter' && event.target === number)) return;
    close();
    event.preventDefault();
  }, { capture: true });

  startNumber(number, { value: () => edited?.value ?? 0, change: send });
  slider.addEventListener('input', () => {
    write(number, Number(slider.value));
    send(Number(slider.value));
  });
  frozen.addEventListener('change', () => {
    if (edited !== null) command({ type: 'freeze', name: edited.parameter, index: edited.index, frozen: frozen.checked });
  });
  off.addEventListener('change', () => {
    if (edited !== null) command({ type: 'ablate', tensor: edited.parameter, element: edited.index + 1, off: off.checked });
  });
  const origin = find('edit-origin');
  origin.addEventListener('click', () => {
    if (edited !== null) tell({ type: 'asked', tensor: edited.parameter, element: edited.index, of: 'update' });
  });
  find('edit-close').addEventListener('click', () => close());

  /** @param {number} value */
  function send(value) {
    if (edited !== null) sending.give({ type: 'weight', name: edited.parameter, index: edited.index, value });
  }

  function close() {
    if (edited === null) return;
    edited = null;
    editor.hidden = true;
    if (chosen) canvas()?.edit(false);
    if (back !== null) back.focus();
    else canvas()?.blur();
    back = null;
  }

  /**
   * Opens it.
   * @param {Editable} target
   * @param {HTMLElement | null} from
   */
  function open(target, from) {
    edited = target;
    back = from;
    label();
    const reach = Math.max(3, 2 * Math.abs(target.value));
    slider.min = String(-reach);
    slider.max = String(reach);
    showLock();
    editor.hidden = false;
    show(target, true);
    place(target);
    number.focus();
    number.select();
  }

  /**
   * Takes over how something stands now, if it is what is edited.
   * @param {Target} now
   */
  function follow(now) {
    const same = edited !== null && now.parameter === edited.parameter && now.index === edited.index;
    if (same) show(/** @type {Editable} */ (now));
    return same;
  }

  /**
   * Shows how what is edited stands now; what the reader is writing stays.
   * @param {Editable} now
   * @param {boolean} [all]
   */
  function show(now, all = false) {
    edited = now;
    if (all || !isHeld(number)) write(number, now.value);
    if (all || (document.activeElement !== slider && !sending.waits())) slider.value = String(now.value);
    if (all || document.activeElement !== frozen) frozen.checked = now.frozen;
    /** @type {HTMLElement} */ (off.parentElement).hidden = now.kind === 'neuron';
    if (all || document.activeElement !== off) off.checked = now.off === true;
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
      chosen = true;
      canvas()?.edit(true);
      open(target, from);
    },

    /**
     * Opens the editor of a term of a card.
     * @param {Editable} target
     * @param {HTMLElement} from where the focus goes afterwards
     */
    openTerm(target, from) {
      if (edited !== null && chosen) canvas()?.edit(false);
      chosen = false;
      open(target, from);
    },

    /**
     * Takes over how what was chosen stands now; closes when it is something else.
     * @param {Target} now
     */
    follow(now) {
      if (edited !== null && chosen && !follow(now)) close();
    },

    /**
     * Takes over how a term of a card stands now.
     * @param {Editable} now
     */
    followTerm(now) {
      if (!chosen) follow(now);
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

    /** @param {boolean} on whether the host tells where a number comes from */
    offer(on) {
      origin.hidden = !on;
    },
  };
}
