import { defineExtension } from "../extension";
import { putSystemUser, putText } from "../put";
import { wholeLines } from "../unit-text";

export const vault = defineExtension({
  id: "vault",
  title: "Vault",
  kind: "bakery",
  category: "secrets",
  summary: "Store for secrets.",
  aliases: ["hashicorp", "kms"],
  homepage: "https://github.com/hashicorp/vault",
  docs: "https://flatcar.github.io/sysext-bakery/vault/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "restart",
  restartUnits: ["vault.service"],
  ships: [
    "/usr/bin/vault",
    "vault.service",
    "sysusers.d: vault",
    "tmpfiles.d: /etc/vault.d/vault.env and vault.hcl where there are none, /var/lib/vault/data",
  ],
  units: [
    {
      // The image upholds it through a link in `.upholds`, which LTS-2023 does not know.
      name: "vault.service",
      start: "link",
      path: "/usr/lib/systemd/system/vault.service",
      wantedBy: "multi-user.target",
    },
  ],
  requires: [],
  conflicts: [],
  lateSettings: ["vault.service"],
  params: {
    hcl: {
      type: "text",
      language: "hcl",
      label: "vault.hcl",
      default: "",
      help: "The whole configuration; empty leaves the image's: file storage, 127.0.0.1:8200 without TLS.",
    },
    env: {
      type: "text",
      language: "plain",
      label: "vault.env",
      default: "",
      secret: true,
      help: "Environment of the service, a line each.",
    },
  },
  notes: [
    "The user vault comes with the image; releases before 4628 create it in time through extension-settings.service.",
    "Vault has to be unsealed after every start: an update that restarts it leaves it sealed, unless it unseals itself.",
  ],
  verify: [
    "systemctl status vault.service",
    "VAULT_ADDR=http://127.0.0.1:8200 vault status",
  ],
  compose(params, context) {
    const hcl = wholeLines(params.hcl);
    if (hcl !== "") {
      // The image's own user would come after the file that has to belong to its group.
      putSystemUser(context, "vault");
      putText(context, "/etc/vault.d/vault.hcl", hcl, {
        mode: 0o640,
        group: { name: "vault" },
        from: "hcl",
      });
    }
    putText(context, "/etc/vault.d/vault.env", wholeLines(params.env), {
      mode: 0o600,
      from: "env",
    });
  },
});
