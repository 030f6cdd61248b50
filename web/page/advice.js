// What goes wrong in a run that goes on: a quiet chip for each symptom that the
// trainer tells of, with the reason, and a button that makes the change which mends it.

import { find, make, makeButton } from '../shared/dom.js';
import { count, optionText, t } from '../shared/i18n.js';
import { showProblem } from './notices.js';

/** @import { NNPlay } from '../element.js' */
/** @import { Remedy, Symptom } from '../shared/protocol.d.ts' */

/** @param {NNPlay} player */
export function startAdvice(player) {
  const list = find('advice');
  /** @type {Symptom[]} */
  let symptoms = [];
  /** The codes of those that the reader does not want to hear of. @type {Set<string>} */
  let dismissed = new Set();

  function show() {
    const focused = list.contains(document.activeElement);
    list.replaceChildren(...symptoms.filter(({ code }) => !dismissed.has(code)).map(chip));
    if (focused) (list.querySelector('button') ?? find('play')).focus();
  }

  /** @param {Symptom} symptom */
  function chip({ code, args, remedy }) {
    const close = makeButton('close', '', () => {
      dismissed.add(code);
      show();
    });
    close.setAttribute('aria-label', t('page.dismiss'));
    const parts = [make('p', '', t(`symptom.${code}`, args)), close];
    if (remedy !== null && !player.state?.spec.hide.split(',').includes(remedy.key)) {
      parts.splice(1, 0, makeButton('button', t(`remedy.${remedy.code}`, { value: valueText(remedy) }), () => mend(remedy)));
    }
    return make('div', 'advice-chip', ...parts);
  }

  /**
   * Makes a change, and trains on if it trained before.
   * @param {Remedy} remedy
   */
  async function mend({ key, value, reset }) {
    const { playing } = player;
    try {
      if (reset) await player.reset(); // first: what was learned so far was learned without the change
      await player.request({ type: 'set', key, value });
      if (playing && !player.playing) await player.play();
    } catch (error) {
      showProblem(error);
    }
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type !== 'symptoms') return;
    symptoms = message.symptoms;
    dismissed = new Set([...dismissed].filter((code) => symptoms.some((symptom) => symptom.code === code)));
    show();
  });

  return { translate: show };
}

/** @param {Remedy} remedy */
function valueText({ key, value }) {
  const number = Number(value);
  return Number.isInteger(number) ? count(number) : optionText(key, value);
}
