// The worker that pictures.wasm runs in. A classic script, since wasm_exec.js is one.
'use strict';

(() => {
  /** @type {MessageEvent[]} requests that came before the program ran */
  const early = [];
  self.onmessage = (event) => early.push(event);

  async function start() {
    importScripts(new URL('wasm_exec.js', self.location.href).href);
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(fetch(new URL('pictures.wasm', self.location.href)), go.importObject);
    go.run(instance); // sets onmessage
    for (const event of early.splice(0)) self.onmessage(event);
  }

  start().catch((error) => {
    const answer = (event) => self.postMessage({ id: event.data.id, error: String(error) });
    self.onmessage = answer;
    for (const event of early.splice(0)) answer(event);
  });
})();
