// What the page knows on arrival, before <nn-play> loads: the address, the theme, the
// language, what is locked, and where the experiment opens. Imported before element.js,
// so that the frame starts with them.

import { pickLanguage } from '../shared/i18n.js';
import { restored } from './resume.js';
import { recall } from '../shared/store.js';

const query = new URLSearchParams(location.search);

/** @param {string | null} theme */
const known = (theme) => (theme === 'light' || theme === 'dark' || theme === 'auto' ? theme : null);

export const lang = pickLanguage([query.get('lang'), recall('lang'), ...navigator.languages]);
export const theme = known(query.get('theme')) ?? known(recall('theme')) ?? 'auto';

const player = /** @type {HTMLElement} */ (document.getElementById('player'));
player.setAttribute('experiment', location.hash);
player.setAttribute('theme', theme);
player.setAttribute('lang', lang);
if (query.has('locked')) player.setAttribute('locked', query.get('locked') ?? '');
if (restored() === null) { // else it goes on from where it was
  if (query.has('step')) player.setAttribute('step', query.get('step') ?? '');
  player.toggleAttribute('autoplay', query.get('autoplay') === '1');
}
if (theme !== 'auto') document.documentElement.dataset.theme = theme;
