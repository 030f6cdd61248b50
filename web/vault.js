// What is too large for the address or for sessionStorage, and is to outlive a
// reload: files by name, in the browser's own database. The newest few are kept.

const database = 'nnplay';
const files = 'files';

/** How many files are kept. */
const most = 4;

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(files, { keyPath: 'name' }).createIndex('at', 'at');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
 * @returns {Promise<T>}
 */
async function within(mode, ask) {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(files, mode);
      const request = ask(transaction.objectStore(files));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

/**
 * Keeps a file. Where the browser forbids it, or has no room, it is not kept.
 * @param {string} name
 * @param {ArrayBuffer} bytes
 * @returns {Promise<boolean>} whether it is
 */
export async function keepFile(name, bytes) {
  try {
    await within('readwrite', (store) => store.put({ name, bytes, at: Date.now() }));
    const names = await within('readonly', (store) => store.index('at').getAllKeys());
    for (const old of names.slice(0, -most)) await within('readwrite', (store) => store.delete(old));
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @returns {Promise<ArrayBuffer | null>} null if it is not there
 */
export async function keptFile(name) {
  try {
    return (await within('readonly', (store) => store.get(name)))?.bytes ?? null;
  } catch {
    return null;
  }
}
