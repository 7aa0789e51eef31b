import { iniValues } from "@/lib/butane";
import { contentText } from "../content-bytes";
import type { NodeFile } from "../node-file";
import { isMasked, textsOfUnit } from "./unit-state";
import { timerOf } from "./timer";
import { step, type BootItem, type BootNode, type BootStep } from "./step";

/** What looks for newer versions once the node is up, and what reboots it for them. */
export function updateSteps(node: BootNode): BootStep[] {
  return [...extensionUpdates(node), ...osUpdates(node), ...reboots(node)];
}

const service = "systemd-sysupdate.service";
const timer = "systemd-sysupdate.timer";

function extensionUpdates(node: BootNode): BootStep[] {
  const items = components(node);
  if (items.length === 0) return [];
  const { isOn, times, hasOwnTimes, delay } = timerOf(node, timer);
  const systemds = "at the times of systemd's own timer";
  const when = [...times, ...(hasOwnTimes ? [systemds] : [])];
  const unknown = [
    ...(hasOwnTimes
      ? [
          "When systemd's own timer goes off on Flatcar: it begins 15 minutes after the boot and goes on every 2 to 6 hours, and Flatcar may have another.",
        ]
      : []),
    ...(times.length > 0 && delay === undefined
      ? [
          "How long after: nothing takes back the random delay of systemd's own timer, which is up to 4 hours, and Flatcar may have another.",
        ]
      : []),
  ];
  return [
    step("extension-updates", "Looks for newer images", {
      network: true,
      note: !isOn
        ? "Only when somebody starts systemd-sysupdate.service: its timer is not on."
        : when.length === 0
          ? "Never by itself: its timer is on and has no time to go off."
          : `${sentence(when)}${isDelay(delay) ? `, up to ${delay} later` : ""}.`,
      ...(isOn && unknown.length > 0 ? { unverified: unknown.join(" ") } : {}),
      items,
      failures: [
        {
          when: "An image cannot be fetched or has another hash than the list says",
          shows: `It stays as it is, and the service may end well all the same: “journalctl -u ${service}” tells.`,
        },
      ],
    }),
  ];
}

/** “At Sat and 10min after the boot”. */
function sentence(parts: readonly string[]): string {
  const all = parts.join(" and ");
  return all.charAt(0).toUpperCase() + all.slice(1);
}

function isDelay(delay: string | undefined): delay is string {
  return delay !== undefined && !/^(?:0\w*)?$/.test(delay);
}

/** What is updated: a component with the place it comes from, and what follows a new version. */
function components(node: BootNode): BootItem[] {
  return node.tree.files.flatMap((file) => {
    const id = /^\/etc\/sysupdate\.(.+)\.d\/[^/]+\.(?:conf|transfer)$/.exec(
      file.path,
    )?.[1];
    if (id === undefined) return [];
    return [
      {
        name: id,
        what: `${ruleOf(file)}; ${afterwards(node, id)}`,
        ...(file.from ? { from: file.from } : {}),
      },
    ];
  });
}

/** What a component takes: the images that its rule names, where the config has the rule. */
function ruleOf(file: NodeFile): string {
  const text = contentText(file);
  if (text === undefined) return "by a rule that is fetched";
  const pattern = iniValues(text, "MatchPattern")[0] ?? "anything";
  const source = iniValues(text, "Path")[0] ?? "nowhere";
  return `${pattern} from ${source}`;
}

/** What the service does when the image of a component is another one, by the drop-in that updates it. */
function afterwards(node: BootNode, component: string): string {
  const { own = "", dropins } = textsOfUnit(node, service);
  const text = [own, ...dropins].find((one) =>
    one.includes(`-C ${component} `),
  );
  if (!text) return "nothing asks for it";
  if (text.includes("/run/reboot-required"))
    return "then the flag for a reboot is set";
  if (text.includes("locksmithctl send-need-reboot"))
    return "then a reboot is asked for";
  if (/systemctl [^\n]*reboot/.test(text)) return "then the node reboots";
  const restarted = [...text.matchAll(/systemctl restart ([^\s;&"]+)/g)]
    .map(([, unit]) => unit!)
    .filter((unit) => unit !== "systemd-sysext.service");
  if (restarted.length > 0)
    return `then it is merged and ${restarted.join(", ")} restarts`;
  return text.includes("systemd-sysext.service")
    ? "then it is merged at once"
    : "it is used from the next boot on";
}

function osUpdates(node: BootNode): BootStep[] {
  if (isMasked(node, "update-engine.service"))
    return [
      step("os-updates", "Does not look for OS updates", {
        note: "update-engine.service is masked. It would also mark a partition as good that has booted, which nothing does now.",
      }),
    ];
  if (node.preset.target.platform === "pxe") return [];
  const settings = updateConf(node);
  const server = settings.get("SERVER");
  if (server === "disabled")
    return [
      step("os-updates", "Does not look for OS updates", {
        note: "The update server is switched off.",
      }),
    ];
  const group = settings.get("GROUP");
  return [
    step("os-updates", "Looks for an OS update", {
      network: true,
      note: "About 10 minutes after the boot, then about every hour. It is written to the other partition and used after a reboot.",
      items: [
        {
          name: server || "https://public.update.flatcar-linux.net/v1/update/",
          what: group ? `group ${group}` : "the channel of the image",
        },
      ],
      failures: [
        {
          when: "The server does not answer or the update does not verify",
          shows:
            "The node stays on its release: “update_engine_client -status” and “journalctl -u update-engine” tell.",
        },
      ],
    }),
  ];
}

function reboots(node: BootNode): BootStep[] {
  if (isMasked(node, "locksmithd.service"))
    return [
      step("reboots", "Leaves reboots to something else", {
        note: "locksmithd is masked: OS updates wait until kured, FLUO or somebody reboots the node.",
      }),
    ];
  const settings = updateConf(node);
  const strategy = settings.get("REBOOT_STRATEGY") || "reboot";
  if (strategy === "off")
    return [
      step("reboots", "Does not reboot for OS updates", {
        note: "The strategy is off: they wait until somebody reboots the node.",
      }),
    ];
  const lock = strategy === "etcd-lock";
  return [
    step("reboots", "Reboots when an update waits for it", {
      ...(lock ? { network: true as const } : {}),
      note: [
        windowOf(settings),
        lock ? "It waits until the lock in etcd is free." : "",
        "Whoever is logged in is told, 5 minutes ahead.",
      ]
        .filter(Boolean)
        .join(" "),
    }),
  ];
}

function windowOf(settings: ReadonlyMap<string, string>): string {
  const of = (key: string) =>
    settings.get(`LOCKSMITHD_${key}`) ?? settings.get(key);
  const start = of("REBOOT_WINDOW_START");
  const length = of("REBOOT_WINDOW_LENGTH");
  return start && length
    ? `From ${start} on, for ${length}, in local time.`
    : "At any time: there is no reboot window.";
}

/** The settings of /etc/flatcar/update.conf. */
function updateConf(node: BootNode): Map<string, string> {
  const text = node.textOf("/etc/flatcar/update.conf") ?? "";
  return new Map(
    text.split("\n").flatMap((line): [string, string][] => {
      const at = line.indexOf("=");
      if (at < 1 || line.startsWith("#")) return [];
      const value = line.slice(at + 1).trim();
      return [
        [line.slice(0, at).trim(), value.replace(/^(["'])(.*)\1$/, "$2")],
      ];
    }),
  );
}
