// The page's end of the trainer's worker.

/** @import { Answer, Command } from '../shared/protocol.d.ts' */

/**
 * @typedef {object} Trainer
 * @property {(message: Command) => void} post
 * @property {() => void} terminate
 */

/**
 * Starts the trainer. Under sandbox="allow-scripts" the origin is opaque, and a
 * worker can't be made from an address; there a blob imports the same script.
 * @param {URL} base the site's root
 * @param {(answer: Answer) => void} onMessage
 * @returns {Trainer}
 */
export function startTrainer(base, onMessage) {
  const script = new URL('frame/trainer-worker.js', base);
  /** @type {Worker} */
  let worker;
  /** @type {Command[]} what a worker that did not start would have got */
  const sent = [];
  let alive = false;
  let viaBlob = false;

  const fail = (/** @type {unknown} */ error) =>
    onMessage({ type: 'error', code: 'no-worker', args: { detail: String(error) }, text: String(error), fatal: true });

  const listen = () => {
    worker.onmessage = (event) => {
      alive = true;
      sent.length = 0;
      onMessage(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (alive || viaBlob) fail(event.message);
      else startBlob();
    };
  };

  const startBlob = () => {
    viaBlob = true;
    const source = `self.nnplayBase = ${JSON.stringify(base.href)}; importScripts(${JSON.stringify(script.href)});`;
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    try {
      worker = new Worker(address);
      listen();
      for (const message of sent) worker.postMessage(message);
    } catch (error) {
      fail(error);
    }
  };

  try {
    worker = new Worker(script);
    listen();
  } catch {
    startBlob();
  }
  return {
    post(message) {
      if (!alive) sent.push(message);
      worker?.postMessage(message);
    },
    terminate() {
      worker?.terminate();
    },
  };
}
