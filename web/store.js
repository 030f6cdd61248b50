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
