// <nn-play>: the playground as an element.
//
//   <script type="module" src="https://HOST/element.js"></script>
//   <nn-play experiment="v=1&dataset=spiral"><a href="https://HOST/#v=1&dataset=spiral">Open in nnplay</a></nn-play>
//
// Attributes: experiment (a link or its hash), autoplay (trains when it comes into
// view, unless the reader wants little motion), awake (trains out of view too: else
// it sleeps there), speed (steps a second, "0" as fast as it can; without it in about
// ten seconds to what there is to see, and faster from then on), locked ("all", or
// what the reader and set() must leave alone: keys of settings, and "weights"; other
// experiments can be loaded all the same), theme (auto, light, dark), lang, loading
// (eager, lazy, click), controls ("0" leaves nothing to press, "canvas" what belongs
// to the drawing, but no bar), zoom (how many times as large as usual all is drawn, 1
// to 2), step (it opens when so many steps are made, up to a million in 20 s),
// step-through (the bar offers to go slowly through the step that comes), width
// and height (in CSS pixels; the page's styles come first), title, held (it loads, but
// tells nothing until the attribute goes: for a page whose scripts come later).
//
// Events: ready; step (detail: metrics), with each frame whose numbers are known;
// epoch (detail: metrics), when passes over the data have been completed since the
// frame before; change (detail: {link, spec, ...}) whenever the experiment has changed;
// diverged (detail: {tensor, step}); resize (detail: {width, height}); error
// (detail: {code, text}); and message (detail: what came), which is everything.
//
// It shows embed.html in a frame. What element and frame say to each other (player/line.js)
// is the trainer's protocol (shared/protocol.d.ts), but that frames stay with the
// canvas: in their place come
//   progress {metrics, step, playing, busy}
// and besides loading {part, loaded, total} and canvas {event}. The element's
// send(message) and request(message) are that lower level; nnplay's own page
// uses nothing else.

import { Line } from './player/line.js';
import { Revival } from './player/revival.js';
import { base } from './shared/base.js';
import { Sleeper } from './shared/sleeper.js';

/** @import { AnswerTo, Order, Told } from './shared/messages.d.ts' */
/** @import { AblatedAnswer, Difference, Explanation, Frame, Metrics, NamedTensor, StateAnswer, WorthAnswer } from './shared/protocol.d.ts' */

/** How long nothing at all may come from a frame that is loading, in ms. */
const patience = 30_000;

/** Commands that end a sleep: whoever gives them wants no more training, or says so again. */
const waking = new Set(['pause', 'load', 'reset', 'reseed', 'resume', 'step', 'epoch']);

/** Styles of the shadow tree. */
const styles = `
:host { display: block; position: relative; inline-size: 100%; aspect-ratio: 4 / 3; min-block-size: 240px; contain: content; }
:host([hidden]) { display: none; }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; color-scheme: light dark; }
button { position: absolute; inset: 0; margin: 0; border: 1px solid #8884; background: light-dark(#f7f6f3, #17181b); color: light-dark(#1d1e21, #eceae6); font: 600 1.125rem system-ui, sans-serif; cursor: pointer; }
button:focus-visible { outline: 3px solid #0877bd; outline-offset: -6px; }
`;

export class NNPlay extends HTMLElement {
  static observedAttributes = ['experiment', 'speed', 'theme', 'lang', 'title', 'locked', 'zoom', 'held'];

  /** @type {Promise<NNPlay>} fulfilled when commands are obeyed */
  ready = Promise.resolve(this);

  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #line = new Line((message, awaited) => this.#receive(message, awaited), () => this.#goOn());
  /** @type {StateAnswer | null} the last message of type state */
  #state = null;
  #playing = false;
  #revival = new Revival((order) => this.send(order), () => this.request({ type: 'save' }).catch(() => {}));
  #sleeper = new Sleeper(this, () => this.#playing, (message) => this.send(message));
  #settled = false;
  #resolve = () => {};
  #reject = (/** @type {Error} */ _) => {};
  #timer = 0;
  /** @type {IntersectionObserver | null} */
  #observer = null;
  /** @type {ResizeObserver | null} */
  #resizer = null;
  /** Passes over the data that the last event of type epoch told of. */
  #epochs = 0;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.#renew();
  }

  #renew() {
    this.#settled = false;
    this.ready = new Promise((resolve, reject) => {
      this.#resolve = () => resolve(this);
      this.#reject = reject;
    });
    this.ready.catch(() => {}); // whoever does not wait for it hears the error event
  }

  connectedCallback() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles + this.#size());
    /** @type {ShadowRoot} */ (this.shadowRoot).adoptedStyleSheets = [sheet];
    this.#resizer = new ResizeObserver(([entry]) => {
      const { inlineSize: width, blockSize: height } = entry.borderBoxSize[0];
      this.#emit('resize', { width, height });
    });
    this.#resizer.observe(this);
    this.#sleeper.watch(async () => {
      await this.ready.catch(() => {});
      if (this.#settled) this.play().catch(() => {});
    });
    switch (this.getAttribute('loading')) {
      case 'click':
        this.#showPoster();
        break;
      case 'lazy':
        this.#observer = new IntersectionObserver((entries) => {
          if (entries.some((entry) => entry.isIntersecting)) this.load();
        }, { rootMargin: '200px' });
        this.#observer.observe(this);
        break;
      default:
        this.load();
    }
  }

  /** The size that the attributes ask for, as styles: a page need not allow any of its own. */
  #size() {
    const [width, height] = ['width', 'height'].map((name) => Number(this.getAttribute(name)));
    const wide = width > 0 ? `inline-size: min(${width}px, 100%);` : '';
    const high = height > 0 ? `block-size: ${height}px; min-block-size: 0; aspect-ratio: auto;` : '';
    return `:host { ${wide} ${high} }`;
  }

  disconnectedCallback() {
    this.#close(new Error('nn-play was removed from its page'));
  }

  #showPoster() {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `▶ ${this.getAttribute('title') ?? 'nnplay'}`;
    button.addEventListener('click', () => this.load());
    this.shadowRoot?.replaceChildren(button);
  }

  /** Loads the frame, if loading="lazy" or "click" has not done so. */
  load() {
    this.#observer?.disconnect();
    this.#observer = null;
    if (this.#frame !== null || !this.isConnected) return;
    const frame = document.createElement('iframe');
    const address = new URL('embed.html', base);
    address.searchParams.set('host', this.#line.open(frame));
    address.searchParams.set('theme', this.getAttribute('theme') ?? 'auto');
    for (const name of ['controls', 'lang', 'locked', 'speed', 'step', 'step-through', 'zoom']) {
      const value = this.getAttribute(name);
      if (value !== null) address.searchParams.set(name, name === 'step-through' ? '1' : value);
    }
    address.hash = hashOf(this.#state?.link ?? this.getAttribute('experiment') ?? '');
    frame.title = this.getAttribute('title') ?? 'nnplay';
    frame.allow = 'clipboard-write';
    frame.src = address.href;
    this.#frame = frame;
    this.shadowRoot?.replaceChildren(frame);
    this.#watch();
  }

  /** Waits again for a sign of life. */
  #watch() {
    clearTimeout(this.#timer);
    if (this.#settled) return;
    this.#timer = setTimeout(() => {
      this.#fail({ code: 'timeout', text: 'The playground did not load in time.' });
    }, patience);
  }

  /** @param {{code: string, text: string}} problem */
  #fail(problem) {
    clearTimeout(this.#timer);
    if (!this.#settled) {
      this.#settled = true;
      this.#reject(Object.assign(new Error(problem.text), { code: problem.code }));
    }
    this.#emit('error', problem);
  }

  /** Goes on where a frame was that has been reloaded. */
  #goOn() {
    const playing = this.#playing;
    for (const name of /** @type {const} */ (['theme', 'lang', 'locked', 'zoom'])) {
      if (this.hasAttribute(name)) this.send({ type: name, value: this.getAttribute(name) ?? '' });
    }
    if (!this.#revival.goOn(playing, this.#state?.told ?? true)) this.#emit('error', { code: 'run-lost', text: 'The frame was reloaded and the run is lost.' });
  }

  /**
   * @param {Told} message
   * @param {boolean} awaited
   */
  #receive(message, awaited) {
    this.#watch();
    if ('playing' in message) this.#playing = message.playing;
    if (this.#playing && !this.#sleeper.visible && message.type === 'playing') this.#sleeper.sleep();
    this.#revival.hear(message);
    switch (message.type) {
      case 'state':
        this.#state = message;
        if (!this.#settled) {
          this.#settled = true;
          clearTimeout(this.#timer);
          this.#resolve();
          this.#emit('ready', { link: message.link });
        }
        this.#emit('change', message);
        break;
      case 'progress':
        if (message.metrics) {
          this.#emit('step', message.metrics);
          const epochs = Math.floor(message.metrics.epoch ?? 0);
          if (epochs > this.#epochs) this.#emit('epoch', message.metrics);
          this.#epochs = epochs;
        }
        break;
      case 'diverged':
        this.#emit('diverged', { tensor: message.tensor, step: message.step });
        this.#emit('error', { ...message, code: 'diverged', text: `The run diverged: ${message.tensor} is no longer a number.` });
        break;
      case 'error':
        if (message.fatal) {
          this.#line.drop(new Error(message.text));
          this.#fail(message);
        } else if (!awaited) {
          this.#emit('error', message);
        }
    }
    this.#emit('message', message);
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** @param {Error} error */
  #close(error) {
    clearTimeout(this.#timer);
    this.#observer?.disconnect();
    this.#resizer?.disconnect();
    this.#frame?.remove();
    this.#frame = null;
    this.#playing = false;
    this.#sleeper.close();
    this.#revival.forget();
    this.#line.close(error);
    if (!this.#settled) this.#reject(error);
    this.#renew();
  }

  /**
   * @param {string} name
   * @param {string | null} _old
   * @param {string | null} value
   */
  attributeChangedCallback(name, _old, value) {
    if (name === 'held') this.#line.hold(value !== null);
    if (this.#frame === null || name === 'held') return;
    if (name === 'title') this.#frame.title = value ?? 'nnplay';
    else if (name === 'experiment') this.setState(value ?? '').catch((error) => this.#emit('error', { code: error.code, text: error.message }));
    else if (name === 'speed') this.send(value === null ? { type: 'pace' } : { type: 'speed', stepsPerSecond: Number(value) });
    else this.send({ type: /** @type {'theme' | 'lang' | 'locked' | 'zoom'} */ (name), value: value ?? '' });
  }

  /**
   * Sends a message of the protocol.
   * @param {Order} message
   */
  send(message) {
    this.load();
    this.#revival.note(message);
    if (waking.has(message.type)) this.#sleeper.wake();
    this.#line.send(message);
  }

  /**
   * Sends a message and waits for its answer.
   * @template {Order} O
   * @param {O} message
   * @returns {Promise<AnswerTo<O['type']>>}
   */
  async request(message) {
    this.load();
    const life = this.ready;
    await life;
    if (life !== this.ready) throw new Error('nn-play was destroyed'); // meanwhile
    const { id, answer } = this.#line.expect();
    this.send({ ...message, id });
    return answer;
  }

  /** Whether training goes on by itself. */
  get playing() {
    return this.#playing;
  }

  /** The last message of type state: link, spec, applies, effective, facts, notices; null before the first. */
  get state() {
    return this.#state;
  }

  /** The run as it stood a moment ago, for a command of type resume; null if there is none. */
  get kept() {
    return this.#revival.kept;
  }

  /** Starts training, now or when it comes into view. */
  async play() {
    await this.request({ type: 'play' });
  }

  /** Stops training. */
  async pause() {
    await this.request({ type: 'pause' });
  }

  /**
   * Makes n optimizer steps, then pauses.
   * @param {number} [n]
   * @returns {Promise<Metrics>}
   */
  async step(n = 1) {
    await this.request({ type: 'step', n });
    return this.metrics();
  }

  /**
   * Makes n optimizer steps as fast as it can.
   * @param {number} n
   * @returns {Promise<Metrics>} step, epoch, trainLoss, testLoss, accuracy, fingerprint, ...
   */
  async train(n) {
    return (await this.request({ type: 'train', n })).metrics;
  }

  /**
   * Goes to a step that the run has been at, or the nearest one that it can go to, paused, with
   * the settings that it had there.
   * @param {number} step
   * @returns {Promise<Metrics>}
   */
  async goTo(step) {
    await this.request({ type: 'goTo', step });
    return this.metrics();
  }

  /** Back to the same initial weights, paused. */
  async reset() {
    await this.request({ type: 'reset' });
  }

  /** @returns {Promise<Metrics>} of the network as it is now */
  async metrics() {
    return (await this.request({ type: 'metrics' })).metrics;
  }

  /** @returns {string} the hash of the experiment, without '#' */
  getState() {
    return this.#state?.link ?? hashOf(this.getAttribute('experiment') ?? '');
  }

  /**
   * Loads an experiment, paused.
   * @param {string} link a link or its hash
   * @returns {Promise<StateAnswer>} the new state
   */
  async setState(link) {
    return this.request({ type: 'load', link: hashOf(link) });
  }

  /**
   * Changes one setting, as a control would. It restarts the network only if it must.
   * @param {string} key a key of a link
   * @param {string | number | boolean} value
   * @returns {Promise<StateAnswer>} the new state
   */
  async set(key, value) {
    const locked = (this.getAttribute('locked') ?? '').split(/[\s,]+/);
    if (locked.includes('all') || locked.includes(key)) {
      throw Object.assign(new Error(`${key} is locked on this page.`), { code: 'locked' });
    }
    return this.request({ type: 'set', key, value });
  }

  /**
   * Reads files of people's own, which become the data: one table, one text, or pictures.
   * They are read as on nnplay's own page, by the same readers within the same bounds; a
   * picture is of the class of its folder, in webkitRelativePath or in its name.
   * @param {Iterable<File>} files
   * @returns {Promise<Frame.OpenedAnswer>} what was understood, each guess a notice; an error has a code and args
   */
  async open(files) {
    const list = [...files];
    const classes = list.map((file) => (file.webkitRelativePath || file.name).split('/').at(-2) ?? '');
    return this.request({ type: 'open', files: list, classes: classes.join('\n') });
  }

  /**
   * Asks the network as it is now.
   * @param {number[][]} points up to 1000, each of as many numbers as the data set has inputs
   * @returns {Promise<(number | null)[][]>} the outputs for each point; null is what is not a number
   */
  async predict(points) {
    if (!Array.isArray(points) || points.length > 1000) throw new TypeError('predict() takes a list of at most 1000 points');
    const text = points.map((point) => [point].flat().map(Number).join(',')).join(' ');
    return (await this.request({ type: 'predict', points: text })).outputs;
  }

  /**
   * Where a number of the last step came from: before any, of the first. It changes nothing,
   * and each term can be asked for in turn.
   * @param {{ tensor: string, index?: number[], of?: string, program?: string, at?: number, unfold?: boolean }} question
   * @returns {Promise<Explanation & { step: number }>}
   */
  async explain({ tensor, index = [], of = 'value', program = '', at = 0, unfold = false }) {
    const { step, explanation } = await this.request({ type: 'explain', tensor, index: index.join(), of, program, at, unfold });
    return { step, ...explanation };
  }

  /** Goes slowly through the step that comes, or no longer. @param {boolean} [on] */
  stepThrough(on = true) {
    this.send({ type: 'through', value: on ? 'open' : 'close' });
  }

  /**
   * How a gradient compares with a finite difference of the loss.
   * @param {{ tensor: string, index?: number[], program?: string }} question
   * @returns {Promise<Difference & { step: number }>}
   */
  async difference({ tensor, index = [], program = '' }) {
    const { step, difference } = await this.request({ type: 'difference', tensor, index: index.join(), program });
    return { step, ...difference };
  }

  /**
   * Whose numbers can be asked for.
   * @returns {Promise<NamedTensor[]>}
   */
  async tensors() {
    return (await this.request({ type: 'tensors' })).tensors;
  }

  /**
   * Switches a part of the network off for whoever looks at it, or on again: training goes
   * on as if nothing was off. Without a tensor all is switched on.
   * @param {{ tensor?: string, part?: number, off?: boolean }} [what] a result, a layer or a parameter, and
   *   which unit, channel, head or element of it, from 0; without one all of it
   * @returns {Promise<AblatedAnswer>} what is off, and how well the network does with and without it
   */
  ablate({ tensor = '', part = -1, off = true } = {}) {
    return this.request({ type: 'ablate', tensor, part: part + 1, off: off && tensor !== '' });
  }

  /**
   * How well the network does without a part.
   * @param {{ tensor: string, part?: number }} what
   * @returns {Promise<WorthAnswer>}
   */
  worth({ tensor, part = -1 }) {
    return this.request({ type: 'worth', tensor, part: part + 1 });
  }

  /**
   * What the canvas shows at the moment, without the bar.
   * @returns {Promise<Blob>} a PNG, in device pixels
   */
  async screenshot() {
    return (await this.request({ type: 'screenshot' })).picture;
  }

  /** Ends it all and leaves an empty element. */
  destroy() {
    this.#close(new Error('nn-play was destroyed'));
    this.shadowRoot?.replaceChildren();
  }
}

/**
 * The hash of a link, without '#'.
 * @param {string} link
 */
function hashOf(link) {
  return link.includes('#') ? link.slice(link.indexOf('#') + 1) : link;
}

if (!customElements.get('nn-play')) customElements.define('nn-play', NNPlay);
