// Keyboard shortcuts, and the list of them. Shortcuts of a single letter can be
// switched off (WCAG 2.1.4): dictation and stray keys would set them off.

import { t } from '../shared/i18n.js';
import { recall, remember } from '../shared/store.js';

/**
 * @typedef {object} Shortcut
 * @property {string} key as in KeyboardEvent.key, lower case
 * @property {boolean} [ctrl] with Ctrl, or Cmd on a Mac
 * @property {boolean} [shift]
 * @property {string} text what it does
 * @property {() => void} act
 */

/** Where a letter is text. */
const writing = 'input:not([type="checkbox"], [type="radio"], [type="range"], [type="file"]), textarea, select, [contenteditable]';

/** Where the space bar has a meaning already. */
const pressing = 'input, select, textarea, button, a, summary, [role="button"], dialog';

/**
 * @param {Shortcut[]} shortcuts in the order of the list
 */
export function startShortcuts(shortcuts) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('shortcuts-dialog'));
  const list = /** @type {HTMLElement} */ (document.getElementById('shortcuts-list'));
  const single = /** @type {HTMLInputElement} */ (document.getElementById('shortcuts-single'));
  single.checked = recall('shortcuts') !== 'off';
  single.addEventListener('change', () => remember('shortcuts', single.checked ? 'on' : 'off'));
  const open = () => {
    if (document.querySelector('dialog[open]') === null) dialog.showModal();
  };
  document.getElementById('shortcuts')?.addEventListener('click', open);
  const all = [...shortcuts, { key: '?', text: 'page.shortcuts.list', act: open }];

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const ctrl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const shortcut = all.find((s) => s.key === key && Boolean(s.ctrl) === ctrl && (s.key === '?' || Boolean(/** @type {Shortcut} */ (s).shift) === event.shiftKey));
    if (!shortcut || document.querySelector('dialog[open]') !== null) return;
    if (target.closest(writing) !== null || (key === ' ' && target.closest(pressing) !== null)) return;
    if (!ctrl && key !== ' ' && !single.checked) return;
    event.preventDefault();
    shortcut.act();
  });

  return {
    /** Puts the texts into the present language. */
    translate() {
      /** @type {Map<string, Array<HTMLElement>>} one row for all keys of a text */
      const rows = new Map();
      for (const s of /** @type {Shortcut[]} */ (all)) {
        const keys = document.createElement('span');
        const names = [s.ctrl ? 'Ctrl' : '', s.shift ? 'Shift' : '', s.key === ' ' ? t('page.shortcuts.space') : s.key.toUpperCase()].filter(Boolean);
        keys.append(...names.flatMap((name, i) => {
          const key = document.createElement('kbd');
          key.textContent = name;
          return i === 0 ? [key] : ['+', key];
        }));
        rows.set(s.text, [...(rows.get(s.text) ?? []), keys]);
      }
      list.replaceChildren(...[...rows].map(([text, keys]) => {
        const row = document.createElement('div');
        const what = document.createElement('dt');
        what.textContent = t(text);
        const how = document.createElement('dd');
        keys.forEach((key, i) => how.append(...(i === 0 ? [key] : [` ${t('page.shortcuts.or')} `, key])));
        row.append(what, how);
        return row;
      }));
    },
  };
}
