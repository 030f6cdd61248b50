// What the large picture shows: the plane of the inputs, or the space as two units
// of a hidden layer see it.

import { t } from '../shared/i18n.js';

/** @import { WarpCommand } from '../shared/protocol.d.ts' */

/** @param {(message: WarpCommand) => void} command */
export function startWarp(command) {
  const [layer, first, second] = ['warp-layer', 'warp-first', 'warp-second'].map((id) => /** @type {HTMLSelectElement} */ (document.getElementById(id)));
  const units = ['warp-units', 'warp-units-2'].map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));

  /** @type {number[]} units of the hidden layers */
  let shape = [];
  let warp = { layer: 0, first: 0, second: 0 };

  /** @param {typeof warp} next */
  function choose(next) {
    warp = next;
    command({ type: 'warp', ...warp });
    show();
  }
  layer.addEventListener('change', () => {
    const chosen = Number(layer.value);
    choose({ layer: chosen, first: 0, second: Math.min(1, (shape[chosen - 1] ?? 1) - 1) });
  });
  for (const select of [first, second]) {
    select.addEventListener('change', () => choose({ layer: warp.layer, first: Number(first.value), second: Number(second.value) }));
  }

  function show() {
    fill(layer, [t('page.warp.none'), ...shape.map((_, i) => t('page.warp.layer', { n: i + 1 }))], warp.layer);
    const names = Array.from({ length: shape[warp.layer - 1] ?? 0 }, (_, i) => t('page.warp.unit', { n: i + 1 }));
    fill(first, names, warp.first);
    fill(second, names, warp.second);
    for (const box of units) box.hidden = warp.layer === 0 || names.length < 2;
    /** @type {HTMLElement} */ (layer.closest('.warp')).hidden = shape.length === 0;
  }

  return {
    /**
     * Shows the choices of a network.
     * @param {number[]} next units of its hidden layers
     */
    show(next) {
      shape = next;
      show();
    },

    /** Goes to what there still is when the network has changed. */
    fit() {
      if (warp.layer === 0) return;
      const n = shape[warp.layer - 1] ?? 0;
      if (n === 0) choose({ layer: 0, first: 0, second: 0 });
      else if (Math.max(warp.first, warp.second) >= n) choose({ layer: warp.layer, first: Math.min(warp.first, n - 1), second: Math.min(warp.second, n - 1) });
    },

    /**
     * Takes over what another one has chosen.
     * @param {typeof warp} shown
     */
    take({ layer, first, second }) {
      warp = { layer, first, second };
      show();
    },
  };
}

/**
 * Fills a list of numbered choices.
 * @param {HTMLSelectElement} select
 * @param {string[]} names
 * @param {number} chosen
 */
function fill(select, names, chosen) {
  if (names.join('\n') !== Array.from(select.options, (option) => option.text).join('\n')) {
    select.replaceChildren(...names.map((text, i) => new Option(text, String(i))));
  }
  select.value = String(chosen);
}
