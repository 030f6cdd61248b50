// The buttons that train: play, step, epoch, reset, another seed, other weights, and the speed.

import { setName } from '../shared/dom.js';
import { count, t } from '../shared/i18n.js';
import { recall, remember } from '../shared/store.js';
import { enable } from './early.js';

/** @import { NNPlay } from '../element.js' */

/** The experiment's own speed, and as fast as it goes. */
const usual = 'auto';
const fastest = '0';

/** The speeds to choose from; the numbers are steps a second. */
const speeds = [usual, '1', '10', '60', '250', '1000', '2500', '10000', fastest];

/** What speeds are called, by the room there is. */
const names = {
  long: { auto: 'page.speed.auto', max: 'page.speed.max', rate: 'page.speed.rate' },
  short: { auto: 'page.speed.autoShort', max: 'page.speed.maxShort', rate: 'page.speed.rateShort' },
};

/** Where there is no room for long texts. */
const narrow = matchMedia('(max-width: 699.98px)');

/** @param {NNPlay} player */
export function startTransport(player) {
  const find = (/** @type {string} */ id) => /** @type {HTMLButtonElement} */ (document.getElementById(id));
  const buttons = { play: find('play'), step: find('step'), through: find('through'), epoch: find('epoch'), reset: find('reset'), reseed: find('reseed'), reweigh: find('reweigh') };
  const speed = /** @type {HTMLSelectElement} */ (document.getElementById('speed'));
  const fast = find('fast');
  const bar = /** @type {HTMLElement} */ (document.getElementById('transport'));
  let playing = false;
  let loaded = false;
  let pace = 0; // steps a second with which the experiment begins at its own speed
  let slower = usual; // the speed to go back to from the fastest

  const toggle = () => {
    if (!loaded) {
      buttons.play.click(); // too early: it is remembered
      return;
    }
    if (buttons.play.hidden) return;
    player.send({ type: playing ? 'pause' : 'play' });
  };

  buttons.play.addEventListener('click', toggle);
  buttons.step.addEventListener('click', () => player.send({ type: 'step', n: 1 }));
  buttons.through.addEventListener('click', () => player.stepThrough(!player.classList.contains('is-walking')));
  buttons.epoch.addEventListener('click', () => player.send({ type: 'epoch' }));
  buttons.reset.addEventListener('click', () => player.send({ type: 'reset' }));
  buttons.reseed.addEventListener('click', () => player.send({ type: 'reseed' }));
  buttons.reweigh.addEventListener('click', () => player.send({ type: 'reseed', weights: true }));
  for (const value of speeds) speed.add(new Option('', value));
  const setSpeed = (/** @type {string} */ value) => {
    speed.value = value;
    if (value !== fastest) slower = value;
    fast.setAttribute('aria-pressed', String(value === fastest));
    player.send(value === usual ? { type: 'pace' } : { type: 'speed', stepsPerSecond: Number(value) });
  };
  speed.addEventListener('change', () => {
    remember('speed', speed.value);
    setSpeed(speed.value);
  });
  fast.addEventListener('click', () => setSpeed(speed.value === fastest ? slower : fastest));
  const chosen = recall('speed') ?? usual;
  if (chosen !== usual && speeds.includes(chosen)) setSpeed(chosen); // else it is the trainer's

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'through') {
      player.classList.toggle('is-walking', message.on);
      buttons.through.setAttribute('aria-pressed', String(message.on));
      if (!message.on && document.activeElement === player) buttons.through.focus();
    }
    if (message.type === 'state') {
      loaded = true;
      const hidden = new Set(message.spec.hide.split(','));
      buttons.play.hidden = fast.hidden = hidden.has('playButton');
      buttons.step.hidden = buttons.through.hidden = buttons.epoch.hidden = hidden.has('stepButton');
      buttons.reset.hidden = hidden.has('resetButton');
      buttons.reseed.hidden = hidden.has('resetButton') || hidden.has('seed');
      buttons.reweigh.hidden = hidden.has('resetButton') || hidden.has('weightSeed');
      for (const button of Object.values(buttons)) enable(button);
      pace = message.pace;
      explainSpeed();
    }
    const was = playing;
    if ('playing' in message) playing = message.playing;
    if (was !== playing) label();
  });

  function label() {
    bar.classList.toggle('is-playing', playing);
    /** @type {HTMLElement} */ (document.getElementById('play-label')).textContent = t(playing ? 'page.pause' : 'page.play');
    buttons.play.title = t(playing ? 'page.pauseHelp' : 'page.playHelp');
  }

  function nameSpeeds() {
    const name = names[narrow.matches ? 'short' : 'long'];
    for (const option of speed.options) {
      if (option.value === usual) option.text = t(name.auto);
      else if (option.value === fastest) option.text = t(name.max);
      else option.text = t(name.rate, { n: count(Number(option.value)) });
    }
  }
  narrow.addEventListener('change', nameSpeeds);

  function explainSpeed() {
    speed.title = t('page.speed.help', { n: count(Math.round(pace)) });
  }

  return {
    toggle,

    /** Puts the texts into the present language. */
    translate() {
      label();
      setName(fast, t('page.speed.max'));
      buttons.step.title = t('page.stepOnce');
      buttons.epoch.title = t('page.stepEpoch');
      buttons.reset.title = t('page.reset');
      buttons.reseed.title = t('page.reseed');
      buttons.reweigh.title = t('page.reweigh');
      nameSpeeds();
      explainSpeed();
    },
  };
}
