// Monaco's own worker URLs break under Turbopack, so each worker is wrapped in a file of ours.
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(new URL("./editor.worker.ts", import.meta.url), {
      type: "module",
      name: label,
    }),
};

export {};
