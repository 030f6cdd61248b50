// What scripts find that are run beside a program: wasm_exec.js, the scripts of a
// worker, and what a program puts into the global scope.

import type { Command } from './protocol.d.ts';

declare global {
  /** Go's runtime, of wasm_exec.js. */
  class Go {
    importObject: WebAssembly.Imports;
    /** Runs the program to its end. */
    run(instance: WebAssembly.Instance): Promise<void>;
  }

  /** Runs classic scripts, in a worker. */
  function importScripts(...addresses: string[]): void;

  /** The site's root, for a worker that was started from a blob. */
  var nnplayBase: string | undefined;

  /** The program that a worker is for, if it was started from a blob. */
  var nnplayProgram: string | undefined;

  /** Hands the trainer a command, once it runs. */
  var nnplayTrainer: ((command: Command) => void) | undefined;

  /** What the trainer needs to run what it compiles: simd-host.js. */
  var nnplaySIMD: {
    imports: WebAssembly.ModuleImports;
    attach(instance: WebAssembly.Instance): void;
    instantiate(first: number, bytes: Uint8Array<ArrayBuffer>, names: string[]): string | null;
  };
}
