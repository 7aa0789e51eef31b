import { defineExtension } from "../extension";
import { putDropin } from "../put";
import { environment, oneLine, unitText } from "../unit-text";

/** An empty field leaves what the image sets; an empty variable would take it away. */
function setting(name: string, value: string): string {
  return oneLine(value) === "" ? "" : environment(name, value);
}

export const ollama = defineExtension({
  id: "ollama",
  title: "Ollama",
  kind: "bakery",
  category: "ai",
  summary: "Server for language models, with the CUDA libraries.",
  aliases: ["llm", "cuda", "models"],
  homepage: "https://github.com/ollama/ollama",
  docs: "https://flatcar.github.io/sysext-bakery/ollama/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  restartUnits: ["ollama.service"],
  // The image has about 1.5 GB.
  keep: 2,
  ships: [
    "/usr/local/bin/ollama",
    "/usr/local/lib/ollama (CUDA libraries)",
    "ollama.service",
  ],
  units: [{ name: "ollama.service", start: "upheld" }],
  requires: [],
  conflicts: [],
  params: {
    host: {
      type: "string",
      label: "Listen address",
      default: "127.0.0.1:11434",
      help: "0.0.0.0:11434 lets everybody in: there is no login.",
    },
    models: {
      type: "string",
      label: "Models",
      default: "/var/lib/ollama/models",
    },
    home: {
      type: "string",
      label: "Home directory",
      default: "/var/lib/ollama",
    },
    runners: {
      type: "string",
      label: "Runners",
      default: "/var/lib/ollama/runners",
    },
  },
  notes: [
    "The image has about 1.5 GB and is fetched before the node comes up; every version that is kept takes as much of the root disk.",
  ],
  verify: ["systemctl status ollama.service", "ollama list"],
  compose(params, context) {
    putDropin(
      context,
      "ollama.service",
      "10-ollama-env-override.conf",
      unitText({
        Service: [
          setting("HOME", params.home),
          setting("OLLAMA_MODELS", params.models),
          setting("OLLAMA_RUNNERS_DIR", params.runners),
          setting("OLLAMA_HOST", params.host),
        ],
      }),
      "host",
    );
  },
});
