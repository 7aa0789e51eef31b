import { defineExtension } from "../extension";

export const wasmedge = defineExtension({
  id: "wasmedge",
  title: "WasmEdge",
  kind: "bakery",
  category: "wasm",
  summary: "WebAssembly runtime, command and libraries.",
  aliases: ["webassembly"],
  homepage: "https://wasmedge.org/",
  docs: "https://flatcar.github.io/sysext-bakery/wasmedge/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "refresh",
  ships: ["/usr/bin/wasmedge*", "/usr/lib/libwasmedge*"],
  units: [],
  requires: [],
  conflicts: [],
  params: {},
  notes: [
    "Workloads need units of their own.",
    "LlamaEdge works with 0.14.1 only.",
  ],
  verify: ["wasmedge --version"],
});
