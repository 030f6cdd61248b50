// What is too large for the address or for sessionStorage, and is to outlive a
// reload: bytes by name, on shelves of the browser's own database. Of each shelf
// the newest few are kept, and runs for a day.

const database = 'nnplay';
const version = 2;

const day = 24 * 60 * 60 * 1000;
/** How many a shelf keeps, and for how long, in ms: files of people's own, and runs, one a tab. */
const shelves = { files: { most: 4, time: Infinity }, runs: { most: 8, time: day } };

/**
 * @typedef {keyof typeof shelves} Shelf
 * @typedef {{name: string, bytes: ArrayBuffer | Uint8Array, at: number, about?: any}} Item about is what else is known of the bytes
 */

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, version);
    request.onupgradeneeded = () => {
      for (const shelf of Object.keys(shelves)) {
        if (!request.result.objectStoreNames.contains(shelf)) request.result.createObjectStore(shelf, { keyPath: 'name' }).createIndex('at', 'at');
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @template T
 * @param {Shelf} shelf
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask all that is to be done; the answer to the request it returns is given
 * @returns {Promise<T>}
 */
async function within(shelf, mode, ask) {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(shelf, mode);
      const request = ask(transaction.objectStore(shelf));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

/**
 * Keeps something. Where the browser forbids it, or has no room, it is not kept.
 * @param {Shelf} shelf
 * @param {string} name
 * @param {ArrayBuffer | Uint8Array} bytes
 * @param {any} [about]
 * @returns {Promise<boolean>} whether it is
 */
export async function shelve(shelf, name, bytes, about) {
  try {
    const { most, time } = shelves[shelf];
    const now = Date.now();
    await within(shelf, 'readwrite', (store) => {
      const remove = (/** @type {IDBRequest<IDBValidKey[]>} */ found, /** @type {(names: IDBValidKey[]) => IDBValidKey[]} */ which) => {
        found.onsuccess = () => which(found.result).forEach((old) => store.delete(old));
      };
      const put = store.put({ name, bytes, at: now, about });
      const byAge = store.index('at');
      remove(byAge.getAllKeys(), (names) => names.slice(0, -most));
      remove(byAge.getAllKeys(IDBKeyRange.upperBound(now - time)), (names) => names);
      return put;
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Shelf} shelf
 * @param {string} name
 * @returns {Promise<Item | null>} null if it is not there
 */
export async function shelved(shelf, name) {
  try {
    return (await within(shelf, 'readonly', (store) => store.get(name))) ?? null;
  } catch {
    return null;
  }
}
