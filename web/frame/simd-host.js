// What trainer.wasm needs to run the programs that it compiles to WebAssembly
// itself: instantiation, and a way to call them. A classic script, since the
// trainer's worker imports it; tests import it into workers of their own.
'use strict';

(() => {
  /** @typedef {(arena: number, scratch: number, times: number) => void} Compiled */

  /**
   * What the trainer calls is a number, for Go is instantiated before any such
   * function is there.
   * @type {Compiled[]}
   */
  const compiled = [];
  /** @type {WebAssembly.Memory | null} the trainer's own, which its programs work on */
  let memory = null;

  self.nnplaySIMD = {
    /** The module "simd" of the trainer's imports. */
    imports: {
      /** @type {(f: number, arena: number, scratch: number, times: number) => void} */
      run: (f, arena, scratch, times) => compiled[f](arena, scratch, times),
    },

    /**
     * Takes the trainer's memory, before it runs.
     * @param {WebAssembly.Instance} instance of the trainer
     */
    attach(instance) {
      memory = /** @type {WebAssembly.Memory} */ (instance.exports.mem);
    },

    /**
     * Compiles a module and makes its functions those of the numbers from first
     * on.
     * @param {number} first
     * @param {Uint8Array<ArrayBuffer>} bytes
     * @param {string[]} names of the functions
     * @returns {string | null} what is wrong with the module
     */
    instantiate(first, bytes, names) {
      try {
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: /** @type {WebAssembly.Memory} */ (memory) } });
        names.forEach((name, i) => { compiled[first + i] = /** @type {Compiled} */ (exports[name]); });
        return null;
      } catch (error) {
        return String(error);
      }
    },
  };
})();
