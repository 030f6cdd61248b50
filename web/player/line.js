// The line between <nn-play> and the document in its frame: they find each other
// by an id and talk through a MessagePort from then on. What is sent before
// waits; an answer is known by the id of its question.

/** @import { Order, Told } from '../shared/messages.d.ts' */

let ids = 0;

export class Line {
  #id = '';
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** @type {MessagePort | null} */
  #port = null;
  /** @type {MessageEvent | null} the document's hello, until somebody hears what it tells */
  #hello = null;
  #held = false;
  /** @type {Order[]} what waits for the port */
  #queue = [];
  /** @type {Map<number | string, {resolve: (message: any) => void, reject: (error: Error) => void}>} by the id of a question */
  #pending = new Map();
  #receive;
  #reloaded;

  /**
   * @param {(message: Told, awaited: boolean) => void} receive is told what comes, and whether somebody waits for it
   * @param {() => void} reloaded is called when the frame has a new document, which knows of nothing
   */
  constructor(receive, reloaded) {
    this.#receive = receive;
    this.#reloaded = reloaded;
  }

  /**
   * Waits for the document of a frame.
   * @param {HTMLIFrameElement} frame
   * @returns {string} the id by which the document makes itself known
   */
  open(frame) {
    this.#frame = frame;
    this.#id = `nnplay-${++ids}-${Math.random().toString(36).slice(2)}`;
    addEventListener('message', this.#connect);
    return this.#id;
  }

  #connect = (/** @type {MessageEvent} */ event) => {
    if (event.source !== this.#frame?.contentWindow || event.data?.nnplay !== 'hello' || event.data.id !== this.#id) return;
    this.#hello = event;
    if (this.#held) return;
    const old = this.#port;
    const channel = new MessageChannel();
    this.#port = channel.port1;
    this.#port.onmessage = ({ data }) => this.#receive(data, this.#settle(data));
    this.#frame?.contentWindow?.postMessage({ nnplay: 'connect', id: this.#id }, '*', [channel.port2]);
    for (const message of this.#queue.splice(0)) this.#port.postMessage(message);
    if (old === null) return;
    old.close();
    this.drop(new Error('the frame was reloaded'));
    this.#reloaded();
  };

  /**
   * Lets the document wait, which then tells all from the beginning.
   * @param {boolean} held
   */
  hold(held) {
    this.#held = held;
    if (!held && this.#hello !== null && this.#port === null) this.#connect(this.#hello);
  }

  /** @param {Order} message */
  send(message) {
    if (this.#port) this.#port.postMessage(message);
    else this.#queue.push(message);
  }

  /** @returns {{id: string, answer: Promise<any>}} the id for a question, and what will be answered */
  expect() {
    const id = `r${++ids}`;
    return { id, answer: new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject })) };
  }

  /**
   * Hands an answer to whoever waits for it.
   * @param {Told} message
   * @returns {boolean} whether somebody does
   */
  #settle(message) {
    const waiting = this.#pending.get(message.id ?? '');
    if (waiting === undefined) return false;
    this.#pending.delete(message.id ?? '');
    if (message.type === 'error') waiting.reject(Object.assign(new Error(message.text), { code: message.code, args: message.args }));
    else waiting.resolve(message);
    return true;
  }

  /** Tells all who wait that there will be no answer. @param {Error} error */
  drop(error) {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  /** @param {Error} error for all who wait */
  close(error) {
    removeEventListener('message', this.#connect);
    this.#port?.close();
    this.#port = null;
    this.#frame = null;
    this.#hello = null;
    this.#queue = [];
    this.drop(error);
  }
}
