// Small settings that outlive a visit, where the browser allows it: in a
// sandboxed frame there is no localStorage, and the memory of the page serves.

const memory = new Map();
const prefix = 'nnplay.';

/**
 * @param {string} name
 * @returns {string | null}
 */
export function recall(name) {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return memory.get(name) ?? null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  memory.set(name, value);
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // The memory of the page has it.
  }
}

/**
 * What only this tab knows, across a reload: its history, its run.
 * @param {string} name
 * @returns {any} null if there is nothing
 */
export function recallHere(name) {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {boolean} false where that is forbidden, or there is no room: the page does without
 */
export function rememberHere(name, value) {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
