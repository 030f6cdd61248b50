// What goes wrong in a run that goes on: one quiet chip over the edge of the picture, so
// that nothing on the page moves. It says what the trainer has seen, and why that is,
// the most telling first; a button makes the changes which mend it, and another one
// goes on to what else there is.

import { find, make, makeButton } from '../shared/dom.js';
import { count, optionText, t } from '../shared/i18n.js';
import { figures } from '../shared/numbers.js';
import { showProblem } from './notices.js';

/** @import { NNPlay } from '../element.js' */
/** @import { Remedy, Symptom } from '../shared/protocol.d.ts' */

/** @param {NNPlay} player */
export function startAdvice(player) {
  const list = find('advice');
  /** @type {Symptom[]} */
  let symptoms = [];
  /** The codes of those that the reader does not want to hear of in this run. @type {Set<string>} */
  const dismissed = new Set();
  /** The code of the one that is shown. */
  let shown = '';
  let said = ''; // what the chip holds, so that it is said once

  function show() {
    const open = symptoms.filter(({ code }) => !dismissed.has(code));
    const at = Math.max(open.findIndex(({ code }) => code === shown), 0);
    shown = open[at]?.code ?? '';
    const hidden = player.state?.spec.hide ?? '';
    const saying = JSON.stringify([open[at], at, open.length, hidden, t('page.dismiss')]);
    if (saying === said) return;
    said = saying;
    const focused = list.contains(document.activeElement);
    list.replaceChildren(...(open.length > 0 ? [chip(open, at, hidden.split(','))] : []));
    if (focused) (list.querySelector('button') ?? find('play')).focus();
  }

  /**
   * @param {Symptom[]} open those that there are
   * @param {number} at the one to be shown
   * @param {string[]} hidden settings that the reader does not see
   */
  function chip(open, at, hidden) {
    const { code, args, remedy } = open[at];
    const numbers = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, numberText(value)]));
    const words = make('p', '', make('strong', '', t(`symptom.${code}`, numbers)), ' ', t(`why.${code}`, numbers));
    const buttons = make('div', 'advice-buttons');
    if (remedy !== null && !remedy.changes.some(({ key }) => hidden.includes(key))) {
      buttons.append(makeButton('button', t(`remedy.${remedy.code}`, { value: valueText(remedy) }), () => mend(code)));
    }
    if (open.length > 1) {
      buttons.append(makeButton('link', t('page.advice.next', { n: at + 1, count: open.length }), () => {
        shown = open[(at + 1) % open.length].code;
        show();
        /** @type {HTMLElement | null} */ (list.querySelector('.link'))?.focus();
      }));
    }
    const close = makeButton('close', '', () => {
      dismissed.add(code);
      show();
    });
    close.setAttribute('aria-label', t('page.dismiss'));
    return make('div', 'advice-chip', words, buttons, close);
  }

  /** @param {string} code */
  async function mend(code) {
    try {
      await player.request({ type: 'mend', code });
    } catch (error) {
      showProblem(error);
    }
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'state') {
      if (message.restarted) dismissed.clear();
      show();
    }
    if (message.type !== 'symptoms') return;
    if (message.symptoms[0]?.code !== symptoms[0]?.code) shown = '';
    symptoms = message.symptoms;
    show();
  });

  return { translate: show };
}

/**
 * A number that the trainer wrote, as readers know it; anything else as it is.
 * @param {string} value
 */
function numberText(value) {
  if (/^\d+$/.test(value)) return count(Number(value));
  return /^-?[\d.]+(e[+-]?\d+)?$/.test(value) ? figures(Number(value), 3) : value;
}

/** @param {Remedy} remedy */
function valueText({ changes: [{ key, value }] }) {
  const number = Number(value);
  return Number.isInteger(number) ? count(number) : optionText(key, value);
}
