// What each unit, channel or head of a tensor is good for: the network is judged without
// one after the other. Each can be switched off by itself.

import { dimensionName } from '../../numbers/name.js';
import { shown } from '../../numbers/told.js';
import { make, makeButton } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/** @import { AblatedAnswer, Metrics, Part, WorthAnswer } from '../../shared/protocol.d.ts' */

/** Digits of a loss. */
const digits = 3;

/**
 * @param {object} of
 * @param {string} of.tensor
 * @param {number} of.count how many parts it has
 * @param {Part[]} of.off what is off now
 * @param {(element: number) => Promise<WorthAnswer>} of.judge
 * @param {(element: number, off: boolean) => Promise<AblatedAnswer>} of.turn
 * @param {(error: unknown) => void} of.fail
 */
export function makeWorth({ tensor, count, off, judge, turn, fail }) {
  const list = make('ol', 'worth-parts');
  const progress = make('progress', 'worth-progress');
  const start = makeButton('link', t('numbers.worth.start'), measure);
  const element = make('div', 'worth', start, progress, list);
  progress.max = count;
  progress.hidden = true;
  progress.setAttribute('aria-label', t('numbers.worth.start'));

  /** @type {Array<{button: HTMLButtonElement, bar: HTMLElement, growth: number}>} */
  const rows = [];

  /** How bad it is, the less the better. @param {Metrics} metrics */
  const badness = ({ testLoss, trainLoss, scores }) => testLoss ?? trainLoss ?? scores[0]?.value ?? NaN;

  let wanted = true; // somebody looks

  async function measure() {
    start.hidden = true;
    progress.hidden = false;
    rows.length = 0;
    list.replaceChildren();
    try {
      for (let i = 0; i < count; i++) {
        const answer = await judge(i);
        if (!wanted) return;
        add(i, answer);
        progress.value = i + 1;
      }
    } catch (error) {
      fail(error);
    }
    progress.hidden = true;
    start.hidden = false;
    start.textContent = t('numbers.worth.again');
  }

  /** @param {number} i @param {WorthAnswer} answer */
  function add(i, { part, metrics, without }) {
    const [before, after] = [badness(metrics), badness(without)];
    const bar = make('i', '');
    const button = makeButton('worth-part', '', async () => {
      try {
        show((await turn(i, button.getAttribute('aria-pressed') !== 'true')).off);
      } catch (error) {
        fail(error);
      }
    });
    const place = part.dimensions.map((name, d) => t('numbers.counted', { what: dimensionName(name), n: part.index[d] + 1 })).join(', ');
    button.append(make('b', '', place), make('span', 'worth-bar', bar), make('span', 'worth-loss', `${shown(before, digits)} → ${shown(after, digits)}`));
    button.title = t('page.off.help');
    rows.push({ button, bar, growth: after - before });
    list.append(make('li', '', button));
    const most = Math.max(1e-9, ...rows.map(({ growth }) => Math.abs(growth)));
    for (const row of rows) {
      row.bar.style.inlineSize = `${100 * Math.min(Math.abs(row.growth) / most, 1)}%`;
      row.bar.classList.toggle('is-better', row.growth < 0);
    }
    show(off);
  }

  /** Shows which are off. @param {Part[]} now */
  function show(now) {
    off = now;
    rows.forEach(({ button }, i) => button.setAttribute('aria-pressed', String(now.some((part) => part.tensor === tensor && (part.at === i || part.at < 0)))));
  }

  return {
    element,
    tensor,
    count,
    show,

    /** Judges no more. */
    stop() {
      wanted = false;
    },
  };
}
