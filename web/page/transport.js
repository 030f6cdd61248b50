// The buttons that train: play, step, epoch, reset, another seed, and the speed.

import { count, t } from '../shared/i18n.js';
import { recall, remember } from '../shared/store.js';

/** @import { NNPlay } from '../element.js' */

/** Speeds in steps a second; 0 is as fast as it goes. */
const speeds = [1, 10, 60, 250, 1000, 2500, 10000, 0];
const usual = 2500;

/** Where there is no room for long texts. */
const narrow = matchMedia('(max-width: 699.98px)');

/** @param {NNPlay} player */
export function startTransport(player) {
  const find = (/** @type {string} */ id) => /** @type {HTMLButtonElement} */ (document.getElementById(id));
  const buttons = { play: find('play'), step: find('step'), epoch: find('epoch'), reset: find('reset'), reseed: find('reseed') };
  const speed = /** @type {HTMLSelectElement} */ (document.getElementById('speed'));
  const bar = /** @type {HTMLElement} */ (document.getElementById('transport'));
  let playing = false;
  let loaded = false;

  const toggle = () => {
    if (!loaded || buttons.play.hidden) return;
    player.send({ type: playing ? 'pause' : 'play' });
  };

  buttons.play.addEventListener('click', toggle);
  buttons.step.addEventListener('click', () => player.send({ type: 'step', n: 1 }));
  buttons.epoch.addEventListener('click', () => player.send({ type: 'epoch' }));
  buttons.reset.addEventListener('click', () => player.send({ type: 'reset' }));
  buttons.reseed.addEventListener('click', () => player.send({ type: 'reseed' }));
  for (const value of speeds) speed.add(new Option('', String(value)));
  speed.value = recall('speed') ?? '';
  if (speed.selectedIndex < 0) speed.value = String(usual);
  const sendSpeed = () => player.send({ type: 'speed', stepsPerSecond: Number(speed.value) });
  speed.addEventListener('change', () => {
    remember('speed', speed.value);
    sendSpeed();
  });
  if (Number(speed.value) !== usual) sendSpeed();

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'state') {
      loaded = true;
      for (const button of Object.values(buttons)) button.disabled = false;
      const hidden = new Set(message.spec.hide.split(','));
      buttons.play.hidden = hidden.has('playButton');
      buttons.step.hidden = buttons.epoch.hidden = hidden.has('stepButton');
      buttons.reset.hidden = hidden.has('resetButton');
      buttons.reseed.hidden = hidden.has('resetButton') || hidden.has('seed');
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
    for (const option of speed.options) {
      const value = Number(option.value);
      if (value === 0) option.text = t(narrow.matches ? 'page.speed.maxShort' : 'page.speed.max');
      else option.text = t(narrow.matches ? 'page.speed.rateShort' : 'page.speed.rate', { n: count(value) });
    }
  }
  narrow.addEventListener('change', nameSpeeds);

  return {
    toggle,

    /** Puts the texts into the present language. */
    translate() {
      label();
      buttons.step.title = t('page.stepOnce');
      buttons.epoch.title = t('page.stepEpoch');
      buttons.reset.title = t('page.reset');
      buttons.reseed.title = t('page.reseed');
      nameSpeeds();
    },
  };
}
