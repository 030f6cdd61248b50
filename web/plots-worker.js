// The worker that plots.wasm runs in. A classic script, since wasm_exec.js is one.
'use strict';

(async () => {
  try {
    importScripts(new URL('wasm_exec.js', self.location.href).href);
    const go = new Go();
    const response = await fetch(new URL('plots.wasm', self.location.href));
    if (!response.ok) throw new Error(`plots.wasm: ${response.status}`);
    const { instance } = await WebAssembly.instantiateStreaming(response, go.importObject);
    go.run(instance); // sets onmessage
    self.postMessage({ ready: true });
  } catch (error) {
    self.postMessage({ ready: false, error: String(error) });
  }
})();
