// The worker that trainer.wasm runs in: it downloads the program, tells how far
// the download is, starts it, and hands it the page's messages. A classic script,
// since wasm_exec.js is one. In a sandboxed frame it is started from a blob,
// which sets nnplayBase before.
'use strict';

(() => {
  /** @typedef {import('../shared/protocol.d.ts').Command} Command */

  /** The size of the program, which a compressed download does not tell; written by the build. */
  const total = 0; // bytes of trainer.wasm

  /** The site's root. */
  const base = self.nnplayBase ?? new URL('../', self.location.href).href;

  /** @type {Command[]} messages that came before the program ran */
  const early = [];
  self.onmessage = (event) => {
    if (self.nnplayTrainer) self.nnplayTrainer(event.data);
    else early.push(event.data);
  };

  /**
   * @param {string} code
   * @param {unknown} error
   */
  const fail = (code, error) => self.postMessage({ type: 'error', code, args: { detail: String(error) }, text: String(error), fatal: true });

  /**
   * Counts the bytes of a response as they come.
   * @param {Response} response
   */
  function counted(response) {
    let loaded = 0;
    let told = 0;
    const counter = new TransformStream({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        if (loaded - told > 100_000) {
          told = loaded;
          self.postMessage({ type: 'loading', part: 'trainer', loaded, total });
        }
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(counter), { headers: { 'Content-Type': 'application/wasm' } });
  }

  async function start() {
    if (typeof WebAssembly !== 'object') throw Object.assign(new Error('no WebAssembly'), { code: 'no-wasm' });
    importScripts(new URL('wasm_exec.js', base).href, new URL('frame/simd-host.js', base).href);
    const response = await fetch(new URL('trainer.wasm', base));
    if (!response.ok) throw new Error(`trainer.wasm: ${response.status}`);
    const go = new Go();
    go.importObject.simd = self.nnplaySIMD.imports;
    const { instance } = await WebAssembly.instantiateStreaming(counted(response), go.importObject);
    self.nnplaySIMD.attach(instance);
    const end = go.run(instance);
    for (const message of early.splice(0)) self.nnplayTrainer?.(message);
    await end;
    fail('stopped', 'the trainer ended');
  }

  start().catch((error) => fail(error.code ?? 'download', error));
})();
