// What the page knows on arrival, before <nn-play> loads: the address, the theme, the
// language, what is locked, where the experiment opens, and whether somebody comes for
// the first time. Imported before element.js, so that the frame starts with it, and run
// before anything is shown (first.css).

import { pickLanguage } from '../shared/i18n.js';
import { listenEarly } from './early.js';
import { restored } from './resume.js';
import { recall } from '../shared/store.js';

listenEarly();

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
const { dataset } = document.documentElement;
if (theme !== 'auto') dataset.theme = theme;

// A first visit begins with a question and the settings folded; a link opens the
// workshop, as do visitors who were here before, unless they left it otherwise.
const sides = recall('sides');
const first = sides === null && recall('visited') === null && location.hash.length < 2;
dataset.sides = sides ?? (first ? '' : 'left right');
if (first) dataset.visit = '';

// What the build has drawn and written in all languages is seen in one.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`.said:not([lang="${lang}"]) { display: none; }`);
document.adoptedStyleSheets.push(sheet);
dataset.lang = lang;

// The first picture is that of the experiment of an address that names none.
if (['', '#v=1'].includes(location.hash)) dataset.first = 'picture';
const architecture = new URLSearchParams(location.hash.slice(1)).get('architecture');
const tabs = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#architectures a'))];
const tab = tabs.find((one) => one.dataset.architecture === architecture) ?? tabs[0];
tab?.setAttribute('aria-current', 'page');
dataset.architecture = tab?.dataset.architecture; // how high the stage is hangs on it
