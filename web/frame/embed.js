// The canvas with its trainer, in a document of its own: what <nn-play> shows in
// its frame, and what a plain <iframe src="embed.html#LINK"> shows by itself.
//
// Query: theme=auto|light|dark, lang, controls=0 (nothing to press) or canvas (no bar),
// autoplay=1, awake=1, speed (steps a second, 0 as fast as it can), locked (what the
// reader can't change), zoom (how many times as large as usual all is drawn, up to 2),
// step (how many are made before it opens), step-through (1: the bar offers to go slowly
// through a step), host (the id of the element that listens).
// Nothing trains unless asked to.

import { Asking } from './asking.js';
import { startBar } from './bar.js';
import { trainer } from './begin.js';
import { startCanvas } from './canvas-host.js';
import { startEdit } from './edit.js';
import { Frames } from './frames.js';
import { base } from '../shared/base.js';
import { explain, loadTexts, pickLanguage, t, table, translate } from '../shared/i18n.js';
import { startOpening } from './opening.js';
import { Precedence } from './precedence.js';
import { Sleeper } from '../shared/sleeper.js';

/** @import { Failure, Order, Told } from '../shared/messages.d.ts' */
/** @import { Answer, Command, ErrorAnswer, Metrics, StateAnswer } from '../shared/protocol.d.ts' */
/** @import { CanvasEvent, Easel } from '../shared/canvas.d.ts' */

// Taken before the canvas program wraps it.
const onNextFrame = requestAnimationFrame.bind(globalThis);

const query = new URLSearchParams(location.search);
const status = /** @type {HTMLElement} */ (document.getElementById('status'));
const statusText = /** @type {HTMLElement} */ (document.getElementById('status-text'));
const statusProgress = /** @type {HTMLProgressElement} */ (document.getElementById('status-progress'));

/** @type {MessagePort | null} */
let port = null;
/** @type {Map<string, Told>} the last message of the types that a late host has to know */
const latest = new Map();
/** @type {Easel | null} the canvas's own interface, null before it is ready or if it can't be */
let canvas = null;
/** Kept when the canvas is ready, or can't be. */
let opened = Promise.resolve();
/** @type {ErrorAnswer | null} the error that leaves nothing to see, null if there is none */
let failed = null;
let theme = query.get('theme') ?? 'auto';
let zoom = query.get('zoom') ?? '';
let trainerReady = false;
/** How far the downloads are, by program. @type {Map<string, {loaded: number, total: number}>} */
const downloads = new Map();
let drawn = false;
let playing = false;
/** What the reader must leave alone: keys of settings, "weights", or "all". */
let locked = new Set(['']);

const dark = matchMedia('(prefers-color-scheme: dark)');
const controls = query.get('controls');
/** The id of the command for the bar's schema. */
const forBar = 'bar';
const bar = controls === '0' || controls === 'canvas' ? null : startBar(command, {
  search: onward(),
  ask: () => command({ type: 'schema', id: forBar }),
  through: query.get('step-through') === '1' ? () => goThrough('open') : null,
});
const edit = startEdit({ command: byReader, tell, canvas: () => canvas, bare: controls === '0', below: () => off?.height() ?? 0, onRoom: makeRoom });
const opening = startOpening(command, history.state?.run instanceof Uint8Array ? null : query.get('step'));
const asking = new Asking(command);
const precedence = new Precedence();
const frames = new Frames((message) => trainer.post(message));

/** Commands after which there is nothing new to draw. */
const questions = new Set(['metrics', 'link', 'schema', 'previews', 'save', 'album', 'pictures', 'explain', 'difference', 'tensors', 'walk', 'sight', 'inspect', 'heat', 'worth']);

/** Commands for this document; all others are the trainer's. @type {Record<string, (value: string, order: any) => unknown>} */
const local = {
  theme: (value) => {
    theme = value || 'auto';
    applyTheme();
  },
  lang: (value) => speak([value]),
  locked: (value) => {
    locked = new Set(value.split(/[\s,]+/));
    edit.lock(isLocked);
  },
  zoom: (value) => {
    zoom = value;
    applyZoom();
  },
  through: goThrough,
  numbers: (value) => edit.offer(value === '1'),
  screenshot: async (_, { id }) => {
    try {
      await opened;
      if (canvas === null) throw Object.assign(new Error('no canvas'), { code: 'no-canvas' });
      tell({ type: 'screenshot', id, picture: await canvas.picture() });
    } catch (error) {
      const { code = 'no-picture', message = '' } = /** @type {Partial<Failure>} */ (error);
      tell({ type: 'error', id, code, args: { detail: message }, text: message });
    }
  },
  open: async (_, { id, files, classes }) => {
    try {
      const { openFiles } = await import('./files.js');
      const state = /** @type {StateAnswer | undefined} */ (latest.get('state'));
      tell({ type: 'opened', id, ...await openFiles(files, classes.split('\n'), asking, state) });
    } catch (error) {
      const { code = 'internal', args = {}, text = String(error) } = /** @type {Partial<ErrorAnswer>} */ (error);
      tell({ type: 'error', id, code, args, text });
    }
  },
};

/** What is switched off, once something was. @type {ReturnType<typeof import('./off.js').startOff> | null} */
let off = null;

/**
 * Tells what is switched off.
 * @param {StateAnswer['off']} parts
 * @param {Metrics | null} [metrics]
 * @param {Metrics | null} [without]
 */
async function showOff(parts, metrics = null, without = null) {
  if (off === null && parts.length === 0) return;
  const { startOff } = await import('./off.js');
  off ??= startOff({ command, onRoom: makeRoom });
  off.take(parts);
  off.judge(metrics, without);
}

/** A step that is gone through, once one was. @type {ReturnType<typeof import('./walk/walk.js').startWalk> | null} */
let walk = null;

/** @param {boolean} on whether a step is gone through */
function goingThrough(on) {
  if (!on) command({ type: 'leave' });
  tell({ type: 'through', on });
}

/** @param {string} value "open" or "close" */
async function goThrough(value) {
  if (controls === '0') return;
  if (value !== 'open') {
    walk?.close();
    return;
  }
  try {
    const { startWalk } = await import('./walk/walk.js');
    walk ??= startWalk({ ask: (message) => asking.ask(message), command, canvas: () => canvas, onOpen: goingThrough });
    walk.translate();
    await walk.open();
  } catch (error) {
    tell({ type: 'error', code: 'internal', args: { detail: String(error) }, text: String(error) });
  }
}

/** @param {string} what */
const isLocked = (what) => locked.has('all') || locked.has(what);

/**
 * Obeys a command that the reader gives on the canvas, if it is not locked.
 * @param {Command} message
 */
function byReader(message) {
  const what = message.type === 'set' ? message.key : ['weight', 'freeze'].includes(message.type) ? 'weights' : '';
  if (what !== '' && isLocked(what)) tell({ type: 'error', code: 'locked', args: {}, text: `${what} is locked` });
  else command(message);
}

/**
 * Obeys a command, of the bar or of the host.
 * @param {Order} message
 */
function command(message) {
  if (message !== null && typeof message === 'object' && Object.hasOwn(local, message.type)) {
    local[message.type](String('value' in message ? message.value : ''), message);
    return;
  }
  trainer.post(/** @type {Command} */ (message));
  precedence.asked(message);
  if (!questions.has(message?.type)) frames.want();
}

/**
 * Passes on what the trainer says.
 * @param {Answer} message
 */
function receive(message) {
  precedence.heard(message);
  if (message.type === 'sight' && message.shows) frames.want();
  if (opening.hear(message) || asking.hear(message)) return;
  switch (message.type) {
    case 'ready':
      trainerReady = true;
      tell({ type: 'loading', ...downloaded('trainer') });
      break;
    case 'frame':
      frames.answered(message);
      if (message.snapshot !== null) draw(new Uint8Array(message.snapshot));
      off?.judge(message.metrics, message.without);
      tell({ type: 'progress', metrics: message.metrics, step: message.step, playing: message.playing, busy: message.busy });
      return;
    case 'error':
      if (message.fatal) failed = message;
      showStatus();
      break;
    case 'state':
      keepLink(message.link);
      edit.update(message);
      walk?.changed();
      showOff(message.off);
      frames.want();
      break;
    case 'ablated':
      showOff(message.off, message.metrics, message.without);
      break;
    case 'warped':
      edit.warped(message);
      break;
    case 'schema':
      if (message.id !== forBar) break;
      bar?.know(JSON.parse(message.json));
      return;
    case 'saved':
      if (message.id === again) leave(message.saved);
      break;
    case 'playing':
      if (message.playing) walk?.close();
      frames.want();
      break;
    case 'stepped':
    case 'stopped':
    case 'trained':
      walk?.changed();
      frames.want();
      break;
    case 'diverged':
      frames.want();
  }
  tell(message);
}

/**
 * Tells the bar and the host.
 * @param {Told} message
 */
function tell(message) {
  if ('playing' in message) playing = message.playing;
  if (['ready', 'state', 'symptoms', 'loading', 'canvas', 'progress'].includes(message.type) || ('fatal' in message && message.fatal) || message === failed) {
    latest.set(message.type === 'canvas' ? `canvas ${/** @type {CanvasEvent} */ (message.event).type}` : message.type, message);
  }
  bar?.show(message);
  port?.postMessage(message, message.type === 'saved' && message.saved ? [message.saved] : []); // a saved run is handed over, not copied
  if (message.type === 'loading') downloads.set(message.part, message);
  if (message.type === 'loading' || message.type === 'state') showStatus();
}

/** @param {string} link */
function keepLink(link) {
  try {
    history.replaceState(history.state, '', `#${link}`);
  } catch {
    // Some sandboxes forbid it; the link is then only in the state.
  }
}

/** @param {Uint8Array} snapshot */
function draw(snapshot) {
  const problem = canvas?.snapshot(snapshot);
  if (problem) tell({ type: 'error', code: 'bad-snapshot', args: { detail: problem }, text: problem });
}

/**
 * A download that is complete.
 * @param {string} part
 */
function downloaded(part) {
  const total = downloads.get(part)?.total || 1;
  return { part, loaded: total, total };
}

/** Shows what is missing until there is something to see, and how far both downloads are. */
function showStatus() {
  const done = failed === null && canvas !== null && latest.has('state');
  status.hidden = done;
  if (done) return;
  status.classList.toggle('is-error', failed !== null);
  statusProgress.hidden = failed !== null;
  statusText.textContent = failed !== null ? explain('error', failed) : t(trainerReady ? 'page.loading.canvas' : 'page.loading.trainer');
  const parts = [...downloads.values()];
  const sum = (/** @type {'loaded' | 'total'} */ key) => parts.reduce((n, part) => n + part[key], 0);
  if (parts.length < 2 || sum('loaded') > sum('total') || sum('total') === 0) {
    statusProgress.removeAttribute('value');
    return;
  }
  statusProgress.max = sum('total');
  statusProgress.value = sum('loaded');
}

function applyTheme() {
  const shown = theme === 'dark' || (theme !== 'light' && dark.matches) ? 'dark' : 'light';
  document.documentElement.dataset.theme = shown;
  canvas?.theme(shown);
}

function applyZoom() {
  canvas?.zoom(Number(zoom) || 1);
}

/** Keeps the drawing clear of what lies above and below it. */
function makeRoom() {
  edit.place();
  const { all, network } = edit.dock();
  canvas?.inset(edit.height(), (bar?.height() ?? 0) + all, network);
}

/** @param {Array<string | null>} wishes */
async function speak(wishes) {
  const lang = pickLanguage([...wishes, ...navigator.languages]);
  if (!await loadTexts(lang)) return;
  document.documentElement.lang = lang;
  translate(document);
  bar?.translate();
  edit.translate();
  walk?.translate();
  off?.translate();
  opening.translate();
  showStatus();
  applyTexts();
}

function applyTexts() {
  canvas?.lang(document.documentElement.lang);
  canvas?.text(Object.entries(table()).flat().join('\0'));
}

/** Tells once, when the first drawing is on the screen: it has been laid out just now. */
function seeDrawn() {
  if (drawn) return;
  drawn = true;
  onNextFrame(() => onNextFrame(() => tell({ type: 'canvas', event: { type: 'drawn' } })));
}

async function openCanvas() {
  try {
    canvas = await startCanvas({
      base,
      precedence,
      onEvent: (event) => {
        if (event.type === 'layout') seeDrawn();
        if (!walk?.hear(event) && edit.hear(event)) tell({ type: 'canvas', event });
      },
      onProgress: (loaded, total) => tell({ type: 'loading', part: 'canvas', loaded, total }),
      onStale: startAgain,
    });
    applyTheme();
    applyTexts();
    applyZoom();
    makeRoom();
    frames.want(true);
    showStatus();
  } catch (error) {
    const code = /** @type {Partial<Failure>} */ (error).code ?? 'no-canvas';
    /** @type {ErrorAnswer} */
    const message = { type: 'error', code, args: { detail: String(error) }, text: String(error) };
    failed ??= message;
    tell(message);
    showStatus();
  }
}

/** The id of the command whose answer the run goes on from. */
const again = 'again';

/** Loads the document anew, once the run is saved. */
function startAgain() {
  command({ type: 'save', id: again });
  setTimeout(() => location.reload(), 2000);
}

/**
 * Leaves the run to the host or, without one, to this document's successor.
 * @param {ArrayBuffer | null} saved
 */
function leave(saved) {
  if (port === null && saved !== null) {
    try {
      history.replaceState({ run: new Uint8Array(saved), playing }, '');
    } catch {
      // Some sandboxes forbid it, and browsers what is too large: then it begins again.
    }
  }
  setTimeout(() => location.reload(), 50); // the host has it by then
}

/** Takes over what the document before this one has left. */
function inherit() {
  const left = history.state;
  if (!(left?.run instanceof Uint8Array)) return;
  history.replaceState(null, '');
  command({ type: 'resume', saved: left.run });
  if (left.playing) command({ type: 'play' });
}

/** What the page that the bar leads to shall know too: '' or a query. */
function onward() {
  const kept = new URLSearchParams([...query].filter(([name]) => ['theme', 'lang', 'locked'].includes(name)));
  if (kept.get('theme') === 'auto') kept.delete('theme');
  return kept.size > 0 ? `?${kept}` : '';
}

/** Without a host it looks itself whether it is in view: to begin by itself, and to sleep. */
function watch() {
  if (query.has('host')) return;
  const root = document.documentElement;
  for (const name of ['autoplay', 'awake']) root.toggleAttribute(name, query.get(name) === '1');
  new Sleeper(root, () => playing, command).watch(() => command({ type: 'play' }));
}

/** Finds the host: says hello until it sends a port. */
function connect() {
  const id = query.get('host');
  if (id === null || parent === window) return;
  addEventListener('message', (event) => {
    if (event.source !== parent || event.data?.nnplay !== 'connect' || event.data.id !== id || event.ports.length !== 1) return;
    port?.close();
    port = event.ports[0];
    port.onmessage = (message) => command(message.data);
    for (const message of latest.values()) port.postMessage(message);
  });
  parent.postMessage({ nnplay: 'hello', id }, '*');
}

addEventListener('hashchange', () => command({ type: 'load', link: location.hash }));
addEventListener('keydown', (event) => {
  walk?.key(event);
  if (event.key !== ' ' || walk?.isOpen() || event.ctrlKey || event.metaKey || event.altKey || /** @type {HTMLElement} */ (event.target).closest?.('button, a, input, select, label')) return;
  event.preventDefault();
  command({ type: playing ? 'pause' : 'play' });
}, { capture: true });
dark.addEventListener('change', applyTheme);

applyTheme();
local.locked(query.get('locked') ?? '', null);
const speed = query.get('speed');
if (speed !== null) command({ type: 'speed', stepsPerSecond: Number(speed) });
connect();
command({ type: 'load', link: location.hash });
inherit();
watch();
speak([query.get('lang')]).catch((error) => console.error(error));
opened = openCanvas();
trainer.listen(receive);
