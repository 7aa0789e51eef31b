import { defineExtension } from "../extension";
import { putUnit } from "../put";
import {
  execArguments,
  execWord,
  oneLine,
  unitText,
  words,
} from "../unit-text";

export const wasmtime = defineExtension({
  id: "wasmtime",
  title: "Wasmtime",
  kind: "bakery",
  category: "wasm",
  summary: "WebAssembly runtime on the command line.",
  aliases: ["webassembly", "wasi"],
  homepage: "https://wasmtime.dev/",
  docs: "https://flatcar.github.io/sysext-bakery/wasmtime/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  trackDepth: 1,
  updates: "any",
  activation: "refresh",
  ships: ["/usr/bin/wasmtime"],
  units: [],
  requires: [],
  conflicts: [],
  params: {
    module: {
      type: "string",
      label: "Module to run at boot",
      default: "",
      placeholder: "https://example.com/app.wasm",
      help: "Address of a .wasm file, or its path on the node. Empty installs the command only.",
    },
    runArgs: {
      type: "string",
      label: "Flags for wasmtime run",
      default: "",
      placeholder: "--dir=/var/lib/app",
    },
    moduleArgs: {
      type: "string",
      label: "Arguments for the module",
      default: "",
    },
  },
  notes: [
    "Ships the command only: workloads need units of their own.",
    "The unit that runs a module is a recipe of ours: not verified.",
  ],
  verify: ["wasmtime --version"],
  compose(params, context) {
    const source = oneLine(params.module);
    if (source === "") return;
    const remote = /^[a-z0-9]+:\/\//i.test(source);
    const path = remote ? "/var/lib/wasm/app.wasm" : source;
    if (remote) {
      context.document.putFile(
        { path, mode: 0o644, contents: { source } },
        { origin: context.at("module") },
      );
    }
    const run = words(
      "/usr/bin/wasmtime run",
      execArguments(params.runArgs),
      execWord(path),
      execArguments(params.moduleArgs),
    );
    putUnit(
      context,
      "wasmtime-app.service",
      unitText({
        Unit: [
          "Description=WebAssembly module",
          "Wants=network-online.target",
          "After=network-online.target systemd-sysext.service",
        ],
        Service: [`ExecStart=${run}`, "Restart=on-failure", "RestartSec=10"],
        Install: ["WantedBy=multi-user.target"],
      }),
      "module",
    );
  },
});
