import { defineExtension } from "../extension";
import { putText } from "../put";
import { wholeLines } from "../unit-text";

export const falco = defineExtension({
  id: "falco",
  title: "Falco",
  kind: "bakery",
  category: "security",
  summary:
    "Watches system calls for suspicious behaviour, with the modern eBPF probe.",
  aliases: ["ids", "ebpf", "runtime security"],
  homepage: "https://falco.org",
  docs: "https://flatcar.github.io/sysext-bakery/falco/",
  versionPattern: "^\\d+\\.\\d+\\.\\d+$",
  updates: "any",
  activation: "reboot",
  restartUnits: ["falco-modern-bpf.service"],
  ships: [
    "/usr/bin/falco",
    "/usr/bin/falcoctl",
    "falco-modern-bpf.service",
    "falcoctl-artifact-follow.service",
    "tmpfiles.d: copies /etc/falco from /usr/share/falco/etc/falco",
  ],
  units: [
    {
      name: "falco-modern-bpf.service",
      start: "link",
      path: "/usr/local/lib/systemd/system/falco-modern-bpf.service",
      wantedBy: "multi-user.target",
    },
    { name: "falcoctl-artifact-follow.service", start: "choice" },
  ],
  requires: [],
  conflicts: [],
  lateSettings: ["falco-modern-bpf.service"],
  params: {
    localRules: {
      type: "text",
      language: "yaml",
      label: "falco_rules.local.yaml",
      default: "",
      help: "Rules of your own.",
    },
    artifactFollow: {
      type: "boolean",
      label: "Follow new rules",
      default: true,
      help: "falcoctl fetches newer rule files by itself.",
    },
  },
  notes: [
    "Its configuration is copied by tmpfiles.d, on releases before 4628 through extension-settings.service.",
    "The unit sends what Falco prints to nowhere: set an output in /etc/falco/falco.yaml.",
    "falcoctl's configuration is not copied by the image, so a link points at it (not verified).",
  ],
  verify: ["systemctl status falco-modern-bpf.service", "falco --version"],
  compose(params, context) {
    putText(
      context,
      "/etc/falco/falco_rules.local.yaml",
      wholeLines(params.localRules),
      { from: "localRules" },
    );
    if (params.artifactFollow) {
      context.document.putLink(
        {
          path: "/etc/falcoctl/falcoctl.yaml",
          target: "/usr/share/falco/etc/falcoctl/falcoctl.yaml",
        },
        { origin: context.at("artifactFollow") },
      );
    } else {
      context.document.putUnit(
        { name: "falcoctl-artifact-follow.service", mask: true },
        {
          comment: "Falco's unit would start it.",
          origin: context.at("artifactFollow"),
        },
      );
    }
  },
});
