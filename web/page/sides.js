// The two columns of settings beside the stage. Each is open, or folded to a rail
// that says what is set there and opens it; which are open is remembered.

import { find } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { remember } from '../shared/store.js';

/** @typedef {'left' | 'right'} Side */

/** @type {Side[]} */
const sides = ['left', 'right'];

/** What folding a column is called. */
const folding = { left: 'page.fold.left', right: 'page.fold.right' };

export function startSides() {
  const root = document.documentElement;
  const workshop = find('workshop');
  const open = () => new Set((root.dataset.sides ?? '').split(' ').filter(Boolean));

  const button = (/** @type {string} */ kind, /** @type {Side} */ side) => /** @type {HTMLButtonElement} */ (document.querySelector(`.${kind}[data-side='${side}']`));

  /** @param {Set<string>} now */
  function set(now) {
    root.dataset.sides = sides.filter((side) => now.has(side)).join(' ');
    remember('sides', root.dataset.sides);
    mark();
  }

  function mark() {
    const now = open();
    for (const side of sides) {
      button('rail', side).setAttribute('aria-expanded', String(now.has(side)));
      button('fold', side).setAttribute('aria-expanded', String(now.has(side)));
    }
    workshop.hidden = now.size === sides.length;
  }

  for (const side of sides) {
    button('rail', side).addEventListener('click', () => {
      set(open().add(side));
      const panel = find(side === 'left' ? 'settings' : 'more-settings').querySelector('details');
      if (panel) panel.open = true; // on a phone it begins closed
      button('fold', side).focus();
    });
    button('fold', side).addEventListener('click', () => {
      const now = open();
      now.delete(side);
      set(now);
      button('rail', side).focus();
    });
  }
  workshop.addEventListener('click', () => {
    set(new Set(sides));
    button('fold', 'left').focus();
  });
  mark();

  return {
    /**
     * Shows a control wherever it is, and lights it up until it or something else is used.
     * @param {HTMLElement} control
     */
    reveal(control) {
      const flank = control.closest('.flank');
      if (flank) set(open().add(flank.classList.contains('flank-left') ? 'left' : 'right'));
      for (let at = control.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true;
      control.classList.remove('is-lit');
      void control.offsetWidth; // the animation begins anew
      control.classList.add('is-lit');
      control.scrollIntoView({ block: 'center', behavior: 'smooth' });
      /** @type {HTMLElement | null} */ (control.querySelector('input:not(:disabled), select:not(:disabled), button:not(:disabled):not(.help-button), textarea'))?.focus({ preventScroll: true });
      const dim = () => control.classList.remove('is-lit');
      control.addEventListener('change', dim, { once: true });
      addEventListener('pointerdown', dim, { once: true, capture: true });
    },

    /** Puts the texts into the present language. */
    translate() {
      for (const side of sides) button('fold', side).textContent = t(folding[side]);
    },
  };
}
