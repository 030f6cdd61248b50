// Programs that are loaded late, each in a worker of its own.

import { base } from './base.js';

/** @import { Refusal } from './protocol.d.ts' */

/** How long an answer may take, in ms, loading the program included. */
const patience = 60_000;

/**
 * Starts the worker of a program. In a sandboxed frame, whose origin is opaque, none can
 * be made from an address: there a blob imports the same script.
 * @param {string} program its file at the site's root
 */
export function startLate(program) {
  const script = new URL(`shared/late-worker.js?${program}`, base);
  if (origin !== 'null') return new Worker(script);
  const source = `self.nnplayBase = ${JSON.stringify(base.href)}; self.nnplayProgram = ${JSON.stringify(program)}; importScripts(${JSON.stringify(script.href)});`;
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Asks a program what stands in its table, and ends it, and with it all that it held.
 * @template {{type: string}} C its commands
 * @template A what answers them, by type
 * @typedef {{ask: <T extends C['type'] & keyof A>(request: Extract<C, {type: T}>, transfer?: Transferable[]) => Promise<A[T]>, end: () => void}} Late
 */

/**
 * A program that is started when it is first asked, and ended when it takes too
 * long or what it held is no longer wanted.
 * @template {{type: string}} C
 * @template A
 * @param {string} program its file at the site's root
 * @param {() => string} stuck says that it took too long
 * @param {(detail: string) => string} failed says what else went wrong
 * @returns {Late<C, A>}
 */
export function makeLate(program, stuck, failed) {
  /** @type {Worker | null} */
  let worker = null;
  let ids = 0;
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (error: unknown) => void, timer: number}>} */
  const waiting = new Map();

  /** @param {unknown} error for whoever still waits */
  function end(error) {
    worker?.terminate();
    worker = null;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    waiting.clear();
  }

  /**
   * @param {Refusal | string} error the program's, or what the browser said
   */
  function problem(error) {
    if (typeof error === 'string') return { text: failed(error) };
    return error.code === 'internal' ? { text: failed(error.text) } : error;
  }

  function start() {
    worker = startLate(program);
    worker.onmessage = ({ data }) => {
      const asked = waiting.get(data.id);
      if (!asked) return;
      waiting.delete(data.id);
      clearTimeout(asked.timer);
      if (data.json) asked.resolve({ ...JSON.parse(data.json), ...(data.file && { file: data.file }) });
      else asked.reject(problem(data.error));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end(problem(event.message));
    };
    return worker;
  }

  return {
    ask(request, transfer = []) {
      return new Promise((resolve, reject) => {
        const id = ++ids;
        const timer = setTimeout(() => end({ text: stuck() }), patience);
        waiting.set(id, { resolve, reject, timer });
        (worker ?? start()).postMessage({ id, ...request }, transfer);
      });
    },
    end: () => end({ text: '' }),
  };
}
