// The page's end of the trainer's worker.

/** @import { Answer, Command } from '../shared/protocol.d.ts' */

/**
 * @typedef {object} Trainer
 * @property {(message: Command) => void} post
 * @property {(onMessage: (answer: Answer) => void) => void} listen hands over what comes, and what has come
 * @property {() => void} terminate
 */

/** What the worker runs, so that it need not be fetched; written by the build, '' for its address. */
const text = ''; // text of frame/trainer-worker.js

/**
 * Starts the trainer from a blob, which is there at once. Under sandbox="allow-scripts" the
 * origin is opaque, and a worker can't be made in another way. Only where a site's policy
 * forbids blobs it is made from its address.
 * @param {URL} base the site's root
 * @returns {Trainer}
 */
export function startTrainer(base) {
  const script = new URL('frame/trainer-worker.js', base);
  /** @type {Worker} */
  let worker;
  /** @type {Command[]} what a worker that did not start would have got */
  const sent = [];
  /** @type {Answer[]} what came before somebody listened */
  const heard = [];
  /** @type {((answer: Answer) => void) | null} */
  let listener = null;
  let alive = false;
  let byAddress = false;

  /** @param {Answer} answer */
  function tell(answer) {
    if (listener === null) heard.push(answer);
    else listener(answer);
  }

  const fail = (/** @type {unknown} */ error) =>
    tell({ type: 'error', code: 'no-worker', args: { detail: String(error) }, text: String(error), fatal: true });

  /** @param {string | URL} address */
  function start(address) {
    worker = new Worker(address);
    worker.onmessage = (event) => {
      alive = true;
      sent.length = 0;
      tell(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (alive || byAddress) fail(event.message);
      else startByAddress();
    };
    for (const message of sent) worker.postMessage(message);
  }

  function startByAddress() {
    byAddress = true;
    try {
      start(script);
    } catch (error) {
      fail(error);
    }
  }

  const source = `self.nnplayBase = ${JSON.stringify(base.href)}; ${text || `importScripts(${JSON.stringify(script.href)});`}`;
  const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    start(blob);
  } catch {
    startByAddress();
  } finally {
    URL.revokeObjectURL(blob);
  }
  return {
    post(message) {
      if (!alive) sent.push(message);
      worker?.postMessage(message);
    },
    listen(onMessage) {
      listener = onMessage;
      for (const answer of heard.splice(0)) onMessage(answer);
    },
    terminate() {
      worker?.terminate();
    },
  };
}
