// The worker of a program that is loaded late; its address ends in ?NAME.wasm. It
// says whether the program runs: {ready: true}, or {ready: false, error} and the
// error for each {id, ...} that comes. A classic script, since wasm_exec.js is one. In a
// sandboxed frame it is started from a blob, which sets nnplayBase and nnplayProgram before.
'use strict';

(() => {
  /** @type {MessageEvent[]} requests that came before the program ran */
  const early = [];
  self.onmessage = (event) => early.push(event);

  async function start() {
    const [name] = /^[\w-]+(\.[0-9a-f]+)?\.wasm$/.exec(self.nnplayProgram ?? self.location.search.slice(1)) ?? [];
    if (name === undefined) throw new Error('no program is named');
    const root = self.nnplayBase ?? new URL('../', self.location.href).href;
    importScripts(new URL('wasm_exec.js', root).href);
    const response = await fetch(new URL(name, root));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(response, go.importObject);
    go.run(instance); // sets onmessage
    self.postMessage({ ready: true });
    for (const event of early.splice(0)) self.onmessage?.(event);
  }

  start().catch((error) => {
    const answer = (/** @type {MessageEvent} */ event) => self.postMessage({ id: event.data.id, error: String(error) });
    self.postMessage({ ready: false, error: String(error) });
    self.onmessage = answer;
    for (const event of early.splice(0)) answer(event);
  });
})();
