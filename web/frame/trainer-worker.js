// The worker that trainer.wasm runs in: it downloads the program, tells how far
// the download is, starts it, and hands it the page's messages. A classic script,
// since wasm_exec.js is one. It is started from a blob, which sets nnplayBase before,
// or by its address where a site forbids that (trainer.js).
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
   * Tells how far a download is.
   * @param {Response} copy of a response: what is compiled is read by nobody else, so that the
   * browser may keep what it has compiled
   */
  async function count(copy) {
    let loaded = 0;
    let told = 0;
    const tell = () => {
      told = loaded;
      self.postMessage({ type: 'loading', part: 'trainer', loaded, total });
    };
    for (const reader = /** @type {ReadableStream<Uint8Array>} */ (copy.body).getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      loaded += value.byteLength;
      if (loaded - told > 100_000) tell();
    }
    tell();
  }

  /**
   * Compiles a program as it comes, also from a site that calls it something else.
   * @param {Response} response
   * @param {WebAssembly.Imports} imports
   */
  function instantiate(response, imports) {
    const type = 'application/wasm';
    const known = response.headers.get('Content-Type')?.split(';')[0].trim().toLowerCase() === type;
    return WebAssembly.instantiateStreaming(known ? response : new Response(response.body, { headers: { 'Content-Type': type } }), imports);
  }

  async function start() {
    if (typeof WebAssembly !== 'object') throw Object.assign(new Error('no WebAssembly'), { code: 'no-wasm' });
    const coming = fetch(new URL('trainer.wasm', base));
    coming.catch(() => {}); // it is waited for below
    importScripts(new URL('wasm_exec.js', base).href, new URL('frame/simd-host.js', base).href);
    const response = await coming;
    if (!response.ok) throw new Error(`trainer.wasm: ${response.status}`);
    count(response.clone()).catch(() => {}); // what breaks off here does so below
    const go = new Go();
    go.importObject.simd = self.nnplaySIMD.imports;
    const { instance } = await instantiate(response, go.importObject);
    self.nnplaySIMD.attach(instance);
    const end = go.run(instance);
    for (const message of early.splice(0)) self.nnplayTrainer?.(message);
    await end;
    fail('stopped', 'the trainer ended');
  }

  start().catch((error) => fail(error.code ?? 'download', error));
})();
