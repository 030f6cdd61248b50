// What of the network is switched off for whoever looks at it, below the drawing: what
// that is, how well the network does with it and without, and a button that ends it.

import { partName } from '../numbers/name.js';
import { make, makeButton } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { telling } from '../shared/scores.js';

/** @import { Command, Metrics, Part } from '../shared/protocol.d.ts' */

/** How many parts are named; the others are counted. */
const named = 3;

/**
 * @param {object} host
 * @param {(message: Command) => void} host.command
 * @param {() => void} host.onRoom hears when the drawing has more or less room
 */
export function startOff({ command, onRoom }) {
  const said = make('span', 'off-said');
  const numbers = make('span', 'off-numbers');
  const on = makeButton('button', '', () => command({ type: 'ablate', tensor: '', off: false }));
  const strip = make('div', 'off', make('div', 'off-words', said, numbers), on);
  said.setAttribute('role', 'status');
  strip.hidden = true;
  document.body.append(strip);
  new ResizeObserver(onRoom).observe(strip);

  /** @type {Part[]} */
  let parts = [];
  /** @type {Metrics | null} */
  let withIt = null;
  /** @type {Metrics | null} */
  let without = null;

  function show() {
    strip.hidden = parts.length === 0;
    const names = parts.slice(0, named).map(partName);
    const rest = parts.length - names.length;
    const what = names.join(t('page.off.and'));
    said.textContent = parts.length === 0 ? '' : t(rest > 0 ? 'page.off.saidMore' : 'page.off.said', { what, n: rest });
    showNumbers();
    on.textContent = t(parts.length > 1 ? 'page.off.allOn' : 'page.off.on');
    strip.title = t('page.off.help');
  }

  function showNumbers() {
    const after = telling(without);
    numbers.textContent = telling(withIt).map(([name, value], i) => `${name} ${value} → ${after[i]?.[1] ?? '–'}`).join(' · ');
  }

  return {
    /** How much room it takes below the drawing, in CSS pixels. */
    height: () => (strip.hidden ? 0 : strip.getBoundingClientRect().height + 8),

    /** @param {Part[]} now what is off */
    take(now) {
      parts = now;
      show();
    },

    /**
     * Shows how well the network does.
     * @param {Metrics | null} known
     * @param {Metrics | null} missing
     */
    judge(known, missing) {
      if (known === null || missing === null) return;
      [withIt, without] = [known, missing];
      showNumbers();
    },

    /** Puts the texts into the present language. */
    translate: show,
  };
}
