import type { Shelf } from "./shelf";

const databaseName = "kindling";
const storeName = "snapshots";

/** Keeps them in the browser. Every call fails where the browser keeps nothing. */
export function databaseShelf(): Shelf {
  let opening: Promise<IDBDatabase> | null = null;
  const database = () =>
    (opening ??= open().catch((reason: unknown) => {
      opening = null;
      throw reason;
    }));
  /** One transaction; done when it is written, not when it is asked for. */
  const run = async <Value>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value> => {
    const opened = await database();
    return new Promise((resolve, reject) => {
      const transaction = opened.transaction(storeName, mode);
      const request = ask(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () =>
        reject(transaction.error ?? new Error("the browser gave up"));
    });
  };
  return {
    all: () =>
      run("readonly", (store) => store.getAll() as IDBRequest<unknown[]>),
    put: async (snapshot) => {
      await run("readwrite", (store) => store.put(snapshot));
    },
    delete: async (id) => {
      await run("readwrite", (store) => store.delete(id));
    },
  };

  function open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      // Reaching for it throws where storage is switched off.
      const request = indexedDB.open(databaseName, 1);
      request.onupgradeneeded = () =>
        request.result.createObjectStore(storeName, { keyPath: "id" });
      request.onerror = () => reject(request.error ?? new Error("not opened"));
      request.onblocked = () => reject(new Error("an older tab holds it"));
      request.onsuccess = () => {
        const opened = request.result;
        // A later Kindling in another tab may want another shape: this one gives way.
        opened.onversionchange = () => {
          opened.close();
          opening = null;
        };
        opened.onclose = () => {
          opening = null;
        };
        resolve(opened);
      };
    });
  }
}
