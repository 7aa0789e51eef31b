import { defineExtension } from "../extension";
import { putSystemUser, putText } from "../put";
import { wholeLines } from "../unit-text";

const group = { id: 999 };

export const opkssh = defineExtension({
  id: "opkssh",
  title: "opkssh",
  kind: "bakery",
  category: "security",
  summary: "SSH login with an OpenID Connect identity.",
  aliases: ["oidc", "openpubkey", "sso", "ssh"],
  homepage: "https://github.com/openpubkey/opkssh/",
  docs: "https://flatcar.github.io/sysext-bakery/opkssh/",
  versionPattern: "^v\\d+\\.\\d+\\.\\d+$",
  neverReleased: ["v0.5.1"],
  updates: "any",
  activation: "refresh",
  ships: ["/usr/local/bin/opkssh"],
  units: [],
  requires: [],
  conflicts: [],
  params: {
    providers: {
      type: "text",
      language: "plain",
      label: "Providers",
      default: "",
      placeholder: "https://accounts.google.com <client-id> 24h",
      help: "A line each: issuer, client id, and how long a login lasts (24h, 48h, 1week, oidc, oidc-refreshed).",
      required: true,
    },
    authId: {
      type: "text",
      language: "plain",
      label: "Who may log in",
      default: "",
      placeholder: "core alice@example.com https://accounts.google.com",
      help: "A line each: user on the node, e-mail address, issuer.",
      required: true,
    },
  },
  notes: [
    "Keep an SSH key on the node: a mistake in here locks everybody out.",
    "Adds the user opksshuser with the uid 999, a sudo rule and a file for sshd.",
    "Nothing but the command is set up until both parameters are filled in.",
  ],
  verify: ["opkssh --version"],
  compose(params, context) {
    const providers = wholeLines(params.providers);
    const authId = wholeLines(params.authId);
    // Half a configuration would send every login through a check that can only fail.
    if (providers === "" || authId === "") return;
    putSystemUser(context, "opksshuser", group);
    putText(context, "/etc/opk/providers", providers, {
      mode: 0o640,
      group,
      from: "providers",
    });
    putText(context, "/etc/opk/auth_id", authId, {
      mode: 0o640,
      group,
      from: "authId",
    });
    context.document.putFile(
      {
        path: "/var/log/opkssh.log",
        mode: 0o660,
        group,
        contents: { inline: "" },
      },
      { origin: context.at() },
    );
    putText(
      context,
      "/etc/sudoers.d/opkssh",
      "opksshuser ALL=(ALL) NOPASSWD: /usr/local/bin/opkssh readhome *\n",
      { mode: 0o440 },
    );
    putText(
      context,
      "/etc/ssh/sshd_config.d/99-opkssh.conf",
      "AuthorizedKeysCommand /usr/local/bin/opkssh verify %u %k %t\nAuthorizedKeysCommandUser opksshuser\n",
      { mode: 0o600 },
    );
  },
});
