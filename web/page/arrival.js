// What the page knows on arrival, before <nn-play> loads: the address, the theme and the
// language. Imported before element.js, so that the frame starts with them.

import { pickLanguage } from '../shared/i18n.js';
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
if (theme !== 'auto') document.documentElement.dataset.theme = theme;
