import { defineExtension } from "../extension";
import { putText, putUnit } from "../put";
import { unitText, wholeLines } from "../unit-text";

const path = "/etc/compose/compose.yaml";

export const dockerCompose = defineExtension({
  id: "docker-compose",
  title: "Docker Compose",
  kind: "bakery",
  category: "container-runtime",
  summary: "The docker compose plugin.",
  aliases: ["compose"],
  homepage: "https://github.com/docker/compose",
  docs: "https://flatcar.github.io/sysext-bakery/docker_compose/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "refresh",
  ships: ["/usr/local/lib/docker/cli-plugins/docker-compose"],
  units: [],
  requires: ["docker|builtin:docker"],
  conflicts: [],
  staleTransfers: ["docker-compose.conf"],
  params: {
    composeFile: {
      type: "text",
      language: "yaml",
      label: "compose.yaml to run at boot",
      default: "",
      help: "Empty installs the plugin only.",
    },
  },
  notes: [
    "The series went from 2.40 straight to 5.0.",
    "The transfer file that the bakery publishes offers no image, so ours is part of the text (not verified).",
    "The unit that runs a compose file is a recipe of ours: not verified.",
  ],
  verify: ["docker compose version"],
  compose(params, context) {
    const text = wholeLines(params.composeFile);
    if (text === "") return;
    putText(context, path, text, { from: "composeFile" });
    putUnit(
      context,
      "docker-compose-up.service",
      unitText({
        Unit: [
          "Description=Start the services of the compose file",
          "Wants=network-online.target docker.service",
          "After=network-online.target systemd-sysext.service docker.service",
        ],
        Service: [
          "Type=oneshot",
          "RemainAfterExit=yes",
          "Restart=on-failure",
          "RestartSec=10",
          `ExecStart=/usr/bin/docker compose -f ${path} up -d`,
        ],
        Install: ["WantedBy=multi-user.target"],
      }),
      "composeFile",
    );
  },
});
