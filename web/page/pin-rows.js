// The rows of the list of runs: one that is pinned, one that only stays until others come,
// and one that was removed and can still be brought back.

import { make, makeButton } from '../shared/dom.js';
import { count, t } from '../shared/i18n.js';
import { mostName } from './kept-run.js';
import { looks } from './looks.js';

/** @import { Kept } from './kept-run.js' */
/** @import { Runs } from './runs.js' */

/**
 * What the rows do.
 * @typedef {object} Deeds
 * @property {() => void} changed a run has another name, or is shown or hidden
 * @property {(kept: Kept) => void} takeUp
 * @property {(kept: Kept) => void} pin
 * @property {(kept: Kept) => void} remove
 * @property {(kept: Kept) => void} undo
 */

/**
 * @param {Runs} runs
 * @param {Deeds} deeds
 */
export function makeRows(runs, deeds) {
  /** @param {Kept} kept */
  function signOf({ look }) {
    const sign = make('span', 'curve-mark', looks[look].mark);
    sign.style.color = `var(--${looks[look].color})`;
    sign.setAttribute('aria-hidden', 'true');
    return sign;
  }

  /**
   * How far a run came, what was changed in it on the way, and what differs from the present one.
   * @param {Kept} kept
   */
  function about(kept) {
    const changes = kept.state.link.split('&at=').length - 1;
    const words = runs.comparable(kept) ? runs.differences(kept) : [t('page.pins.elsewhere')];
    return make('p', 'hint', [
      t('page.pins.steps', { step: count(kept.run.last) }), changes > 0 ? t('page.pins.changes', { count: changes }) : '',
      words.length > 0 ? t('page.pins.differs', { what: words.join(', ') }) : t('page.pins.same'), isLost(kept) ? t('page.pins.lost') : '',
    ].filter((text) => text !== '').join(' '));
  }

  /**
   * A button that is named by the run it is about.
   * @param {string} text
   * @param {string} name
   * @param {() => void} act
   */
  function named(text, name, act) {
    const button = makeButton('button', text, act);
    button.setAttribute('aria-label', name);
    return button;
  }

  /**
   * The button that takes a run up again, if there is something that leads to it.
   * @param {Kept} kept
   */
  function again(kept) {
    if (isLost(kept)) return [];
    return [named(t('page.pins.take'), t('page.pins.takeNamed', { name: runs.name(kept), step: count(kept.run.last) }), () => deeds.takeUp(kept))];
  }

  /** @param {Kept} kept */
  function pinned(kept) {
    const called = runs.name(kept);
    const name = make('input', 'runs-name');
    Object.assign(name, { type: 'text', value: kept.name, placeholder: called, maxLength: mostName, autocomplete: 'off' });
    name.setAttribute('aria-label', t('page.pins.name', { name: called }));
    name.addEventListener('change', () => {
      kept.name = name.value.trim().slice(0, mostName);
      deeds.changed();
    });
    name.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      name.blur();
      name.focus();
    });
    const shown = make('input', 'switch');
    Object.assign(shown, { type: 'checkbox', checked: kept.shown });
    shown.setAttribute('role', 'switch');
    shown.setAttribute('aria-label', t('page.pins.show', { name: called }));
    shown.addEventListener('change', () => {
      kept.shown = shown.checked;
      deeds.changed();
    });
    const remove = named(t('page.pins.remove'), t('page.pins.removeNamed', { name: called }), () => deeds.remove(kept));
    return make('li', '', make('div', 'runs-head', signOf(kept), name, shown), about(kept), make('div', 'runs-actions', ...again(kept), remove));
  }

  /** @param {Kept} kept */
  function loose(kept) {
    const called = runs.name(kept);
    const pin = named(t('page.pin'), t('page.pins.pinNamed', { name: called }), () => deeds.pin(kept));
    return make('li', 'is-loose', make('div', 'runs-head', signOf(kept), make('span', '', called)), about(kept), make('div', 'runs-actions', pin, ...again(kept)));
  }

  /** @param {Kept} kept */
  function removed(kept) {
    return make('li', 'is-removed', make('span', '', t('page.pins.removed', { name: runs.name(kept) })), makeButton('button', t('page.pins.undo'), () => deeds.undo(kept)));
  }

  return { pinned, loose, removed };
}

/**
 * Whether only the curve is left of a run: its link does not tell all, and it was not saved.
 * @param {Kept} kept
 */
function isLost({ state, saved }) {
  return !state.told && saved === '';
}
