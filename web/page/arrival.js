// What the page knows on arrival, before <nn-play> loads: the address, the theme and the
// language. Imported before element.js, so that the frame starts with them, and run
// before anything is shown (first.css).

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
const { dataset } = document.documentElement;
if (theme !== 'auto') dataset.theme = theme;

// What the build has drawn and written in all languages is seen in one.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`.said:not([lang="${lang}"]) { display: none; }`);
document.adoptedStyleSheets.push(sheet);
dataset.lang = lang;

// The first picture is that of the experiment of an address that names none.
if (['', '#v=1'].includes(location.hash)) dataset.first = 'picture';
const architecture = new URLSearchParams(location.hash.slice(1)).get('architecture');
const tabs = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#architectures a'))];
(tabs.find((tab) => tab.dataset.architecture === architecture) ?? tabs[0])?.setAttribute('aria-current', 'page');
