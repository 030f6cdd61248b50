// The numbers under the canvas: step, epoch, losses, accuracy and fingerprint,
// with the losses' curve, and a line for screen readers now and then.

import { copy } from './clipboard.js';
import { Curve } from './curve.js';
import { count, lossText, percentText, t } from './i18n.js';
import { showNotice } from './notices.js';

/** How often the numbers are read out at most, in ms. */
const sayEvery = 5000;

/** @param {import('./element.js').NNPlay} player */
export function startReadout(player) {
  const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const fingerprint = /** @type {HTMLButtonElement} */ (find('fingerprint'));
  const curve = new Curve(/** @type {HTMLCanvasElement} */ (find('curve')));
  /** @type {any} */
  let metrics = null;
  let playing = false;
  let print = '';
  let full = false;
  let said = 0;

  function show() {
    if (metrics === null) return;
    const regression = metrics.accuracy === null;
    find('n-step').textContent = count(metrics.step);
    find('n-epoch').textContent = metrics.epoch === null ? '–' : metrics.epoch.toFixed(metrics.epoch < 1000 ? 1 : 0);
    find('n-train').textContent = lossText(metrics.trainLoss);
    find('n-test').textContent = lossText(metrics.testLoss);
    find('n-score-name').textContent = t(regression ? 'page.r2' : 'page.accuracy');
    find('n-score').textContent = regression ? metrics.r2?.toFixed(3) ?? '–' : percentText(metrics.accuracy);
    fingerprint.disabled = print === '';
    fingerprint.classList.toggle('is-full', full && print !== '');
    fingerprint.textContent = print === '' ? '········' : full ? print : print.slice(0, 8);
    fingerprint.title = t(print === '' ? 'page.fingerprintLater' : 'page.fingerprintHelp');
    fingerprint.setAttribute('aria-label', print === '' ? t('page.fingerprintLater') : `${full ? print : print.slice(0, 8)}. ${t('page.fingerprintHelp')}`);
  }

  function say(force = false) {
    const now = performance.now();
    if (metrics === null || (!force && now - said < sayEvery)) return;
    said = now;
    const text = summary();
    find('live').textContent = text;
    find('curve').setAttribute('aria-label', `${t('page.curve')} ${text}`);
  }

  function summary() {
    const score = metrics.accuracy === null
      ? t('page.say.r2', { r2: metrics.r2?.toFixed(3) ?? '–' })
      : t('page.say.accuracy', { accuracy: percentText(metrics.accuracy) });
    return `${t('page.say.losses', { step: count(metrics.step), train: lossText(metrics.trainLoss), test: lossText(metrics.testLoss) })} ${score}`;
  }

  fingerprint.addEventListener('click', async () => {
    full = !full;
    show();
    if (await copy(print)) showNotice(t('page.fingerprintCopied'));
  });

  player.addEventListener('message', (event) => {
    const message = /** @type {CustomEvent} */ (event).detail;
    if (message.type === 'state' && message.restarted) {
      curve.clear();
      full = false;
    }
    if (message.type !== 'progress' || message.metrics === null) return;
    const stopped = playing && !message.playing;
    playing = message.playing;
    metrics = message.metrics;
    print = metrics.fingerprint ?? '';
    curve.add(metrics.step, metrics.trainLoss, metrics.testLoss);
    show();
    if (playing || stopped) say(stopped);
  });

  return {
    redraw: () => curve.draw(),

    /** The numbers in a sentence, '' before there are any. */
    summary: () => (metrics === null ? '' : summary()),

    /** The losses so far, thinned. */
    losses: () => curve.points,

    /** Puts the texts into the present language. */
    translate() {
      show();
      find('curve').setAttribute('aria-label', t('page.curve'));
    },
  };
}
