// The plotting program in a worker of its own, loaded when the first chart is
// asked for.

import { startLate } from '../../shared/late.js';

/**
 * A drawn chart: box is where its data are in the SVG (left, top, right, bottom),
 * range the ends of its axes (x min, x max, y min, y max).
 * @typedef {{file: string, box: number[], range: number[]}} Drawn
 */

/** @typedef {(request: object) => Promise<Drawn>} Plotter */

/**
 * Starts the program; the promise is broken if it can't be had.
 * @returns {Promise<Plotter>}
 */
export function startPlotter() {
  const worker = startLate('plots.wasm');
  /** @type {Map<number, {resolve: (drawn: Drawn) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  let ids = 0;
  /** @type {Plotter} */
  const plot = (request) => new Promise((resolve, reject) => {
    const id = ++ids;
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, type: 'draw', request: JSON.stringify(request) });
  });
  return new Promise((started, failed) => {
    worker.onmessage = (event) => {
      const { id, error, ready, ...drawn } = event.data;
      if (ready === true) started(plot);
      if (ready === false) failed(new Error(error));
      const answer = waiting.get(id);
      waiting.delete(id);
      if (error !== undefined) answer?.reject(Object.assign(new Error(error.text), { nothing: error.code === 'nothing' }));
      else answer?.resolve(drawn);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      failed(new Error(event.message ?? 'plots.wasm'));
      for (const answer of waiting.values()) answer.reject(new Error(event.message));
      waiting.clear();
    };
  });
}
