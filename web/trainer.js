// The page's end of the trainer's worker.

/**
 * @typedef {object} Trainer
 * @property {(message: object) => void} post
 * @property {() => void} terminate
 */

/**
 * Starts the trainer. Under sandbox="allow-scripts" the origin is opaque, and a
 * worker can't be made from an address; there a blob imports the same script.
 * @param {URL} base where the site's files are
 * @param {(message: any) => void} onMessage
 * @returns {Trainer}
 */
export function startTrainer(base, onMessage) {
  /** @type {Worker} */
  let worker;
  /** @type {object[]} what a worker that did not start would have got */
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
    const script = `self.nnplayBase = ${JSON.stringify(base.href)}; importScripts(${JSON.stringify(new URL('trainer-worker.js', base).href)});`;
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    try {
      worker = new Worker(address);
      listen();
      for (const message of sent) worker.postMessage(message);
    } catch (error) {
      fail(error);
    }
  };

  try {
    worker = new Worker(new URL('trainer-worker.js', base));
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
