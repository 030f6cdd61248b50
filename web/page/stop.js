// Conditions that end training by themselves: the trainer watches them, the page
// keeps them, and says which one came true.

import { find } from '../shared/dom.js';
import { count, t } from '../shared/i18n.js';
import { ascii } from '../shared/numbers.js';
import { showNotice } from './notices.js';
import { recall, remember } from '../shared/store.js';

/** @import { NNPlay } from '../element.js' */

/** The conditions, with what they begin with and may be. */
const conditions = {
  accuracy: { usual: 95, min: 1, max: 100, scale: 0.01 },
  flat: { usual: 2000, min: 100, max: 1e9, scale: 1 },
  steps: { usual: 10_000, min: 1, max: 1e9, scale: 1 },
};

/** @typedef {Record<string, {on: boolean, value: number}>} Chosen */

/** @param {NNPlay} player */
export function startStops(player) {
  const button = find('stops');
  const dialog = /** @type {HTMLDialogElement} */ (find('stops-dialog'));
  const chosen = kept();

  for (const [name, range] of Object.entries(conditions)) {
    const on = /** @type {HTMLInputElement} */ (find(`stop-${name}-on`));
    const value = /** @type {HTMLInputElement} */ (find(`stop-${name}`));
    on.checked = chosen[name].on;
    value.value = String(chosen[name].value);
    const change = () => {
      const given = Number(ascii(value.value, name === 'accuracy' ? 1 : 0));
      chosen[name] = {
        on: on.checked,
        value: value.value.trim() === '' || !Number.isFinite(given) ? range.usual : Math.min(Math.max(given, range.min), range.max),
      };
      if (range.scale === 1) chosen[name].value = Math.round(chosen[name].value);
      remember('stops', JSON.stringify(chosen));
      send();
      show();
    };
    on.addEventListener('change', change);
    value.addEventListener('change', () => {
      on.checked = true;
      change();
      value.value = String(chosen[name].value);
    });
  }
  button.addEventListener('click', () => dialog.showModal());

  function send() {
    player.send({
      type: 'stop',
      ...Object.fromEntries(Object.entries(conditions).map(([name, { scale }]) => [name, chosen[name].on ? chosen[name].value * scale : 0])),
    });
  }

  /** What is set, on the button: its mark says that something is, its name what. */
  function show() {
    const words = [];
    if (chosen.accuracy.on) words.push(t('page.stops.atAccuracy', { n: chosen.accuracy.value }));
    if (chosen.flat.on) words.push(t('page.stops.atFlat', { n: count(chosen.flat.value) }));
    if (chosen.steps.on) words.push(t('page.stops.atSteps', { n: count(chosen.steps.value) }));
    button.classList.toggle('is-set', words.length > 0);
    button.title = words.length > 0 ? words.join('; ') : t('page.stops.help');
    find('stops-set').textContent = words.length > 0 ? String(words.length) : '';
    button.setAttribute('aria-label', [t('page.stops'), ...words].join('; '));
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'ready') {
      send();
    } else if (message.type === 'progress') {
      if (message.metrics) find('stop-accuracy-note').hidden = typeof message.metrics.accuracy === 'number';
    } else if (message.type === 'stopped') {
      const step = count(message.step);
      if (message.reason === 'accuracy') showNotice(t('page.stopped.accuracy', { step, accuracy: message.args.accuracy }));
      else if (message.reason === 'flat') showNotice(t('page.stopped.flat', { step, steps: count(Number(message.args.steps)) }));
      else showNotice(t('page.stopped.steps', { step }));
    }
  });

  return { translate: show };
}

/** @returns {Chosen} what was chosen on an earlier visit */
function kept() {
  /** @type {Record<string, {on?: unknown, value?: unknown}> | null} */
  let old = null;
  try {
    old = JSON.parse(recall('stops') ?? 'null');
  } catch {
    // Nobody's format.
  }
  return Object.fromEntries(Object.entries(conditions).map(([name, range]) => {
    const { on, value } = old?.[name] ?? {};
    const valid = typeof value === 'number' && value >= range.min && value <= range.max;
    return [name, { on: on === true && valid, value: valid ? value : range.usual }];
  }));
}
