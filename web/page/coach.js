// What to do about a run that has diverged: a card that says which tensor left
// the numbers at which step, why that may be, and offers to begin again with a
// smaller learning rate.

import { find } from '../shared/dom.js';
import { count, t } from '../shared/i18n.js';
import { typeset } from '../shared/numbers.js';
import { showProblem } from './notices.js';

/** @import { NNPlay } from '../element.js' */
/** @import { DivergedAnswer } from '../shared/protocol.d.ts' */

/** @param {NNPlay} player */
export function startCoach(player) {
  const card = find('coach');
  const smaller = find('coach-smaller');
  /** @type {DivergedAnswer | null} the message that the card is about, null if there is none */
  let about = null;

  function show() {
    if (about === null) {
      const focused = card.contains(document.activeElement);
      card.hidden = true;
      if (focused) find('play').focus();
      return;
    }
    find('coach-what').textContent = t('page.coach.what', { tensor: tensorName(about.tensor), step: count(about.step) });
    const causes = about.causes.map((code) => {
      const item = document.createElement('li');
      item.textContent = t(`cause.${code}`);
      return item;
    });
    find('coach-causes').replaceChildren(...causes);
    smaller.hidden = !about.learningRate;
    smaller.textContent = t('page.coach.smaller', { rate: typeset(String(about.learningRate)) });
    card.hidden = false;
  }

  /** @param {DivergedAnswer | null} message */
  function put(message) {
    about = message;
    show();
  }

  smaller.addEventListener('click', async () => {
    if (about === null) return;
    const rate = String(about.learningRate);
    try {
      await player.request({ type: 'set', key: 'learningRate', value: rate });
      await player.reset();
      find('play').focus();
    } catch (error) {
      showProblem(error);
    }
  });
  find('coach-reset').addEventListener('click', () => player.send({ type: 'reset' }));
  find('coach-close').addEventListener('click', () => put(null));
  card.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') put(null);
  });

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'diverged') put(message);
    else if (message.type === 'state' && message.restarted && about !== null) put(null);
  });

  return { translate: () => about !== null && show() };
}

/**
 * A parameter's name in words: "hidden1/weight" are the weights of layer 1.
 * @param {string} tensor
 */
function tensorName(tensor) {
  const names = tensor.split('/');
  const [layer, part] = [names[0], names[names.length - 1]];
  const n = /\d+$/.exec(layer)?.[0];
  const where = n ? t('page.coach.layer', { n }) : t('page.coach.output');
  const kinds = { weight: t('page.coach.weights'), bias: t('page.coach.biases'), gain: t('page.coach.gains'), shift: t('page.coach.shifts') };
  return t('page.coach.tensor', { what: kinds[/** @type {keyof typeof kinds} */ (part)] ?? part, where, name: tensor });
}
