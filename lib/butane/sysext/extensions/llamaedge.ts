import { defineExtension } from "../extension";
import { putUnit } from "../put";
import { execArguments, unitText, words } from "../unit-text";

export const llamaedge = defineExtension({
  id: "llamaedge",
  title: "LlamaEdge",
  kind: "bakery",
  category: "ai",
  summary: "Language model server as WebAssembly, run by WasmEdge 0.14.1.",
  aliases: ["llm", "llama", "wasm"],
  homepage: "https://github.com/LlamaEdge/LlamaEdge",
  docs: "https://flatcar.github.io/sysext-bakery/llamaedge/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  // There is one release, and no newer one will be built by itself.
  updates: "none",
  activation: "reboot",
  ships: [
    "/usr/lib/wasmedge/wasm/llama-api-server.wasm",
    "/usr/lib/wasmedge/libwasmedgePluginWasiNN.so",
  ],
  units: [],
  requires: ["wasmedge@0.14.1"],
  conflicts: [],
  staleTransfers: ["llamaedge.conf"],
  params: {
    runAtBoot: {
      type: "boolean",
      label: "Run the server at boot",
      default: false,
    },
    modelArgs: {
      type: "string",
      label: "Arguments of the server",
      default: "",
      placeholder: "--prompt-template llama-3-chat",
      help: "Model and prompt template.",
      when: { key: "runAtBoot", is: [true] },
      required: ({ runAtBoot }) => runAtBoot === true,
    },
  },
  notes: [
    "Tied to WasmEdge 0.14.1, which must not be updated on this node.",
    "The model has to be brought to the node by other means.",
    "The unit that runs the server is a recipe of ours: not verified.",
  ],
  verify: ["wasmedge --version"],
  compose(params, context) {
    const model = execArguments(params.modelArgs);
    if (!params.runAtBoot || model === "") return;
    const run = words(
      "/usr/bin/wasmedge run /usr/lib/wasmedge/wasm/llama-api-server.wasm",
      model,
    );
    putUnit(
      context,
      "llama-api.service",
      unitText({
        Unit: [
          "Description=LlamaEdge server",
          "Wants=network-online.target",
          "After=network-online.target systemd-sysext.service",
        ],
        Service: [`ExecStart=${run}`, "Restart=on-failure", "RestartSec=10"],
        Install: ["WantedBy=multi-user.target"],
      }),
      "modelArgs",
    );
  },
});
