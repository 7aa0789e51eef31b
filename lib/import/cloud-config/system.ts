import { escapePath } from "@/lib/butane";
import type { Handler, Run } from "./run";
import { flagOf, membersOf, textOf, textsOf, type Member } from "./yaml";

/** The name of the node: the short one, unless the whole one is preferred, as cloud-init does it. */
export function hostname(members: ReadonlyMap<string, Member>, run: Run): void {
  const value = (name: string) => members.get(name)?.value;
  const short = textOf(value("hostname")) ?? "";
  const fqdn = textOf(value("fqdn")) ?? (short.includes(".") ? short : "");
  const name = short || fqdn;
  if (!name) return;
  const at = (members.get("fqdn") ?? members.get("hostname"))!;
  if (flagOf(value("preserve_hostname"))) {
    return run.leave(
      at.keyNode,
      at.key,
      "`preserve_hostname` keeps the name that the platform gives.",
    );
  }
  const whole = fqdn && flagOf(value("prefer_fqdn_over_hostname"));
  run.identity = {
    ...run.identity,
    hostname: whole ? fqdn : name.split(".")[0]!,
  };
  if (fqdn && !whole) {
    run.leave(
      at.keyNode,
      `the domain of ${fqdn}`,
      "The node gets the short name; its domain comes from the network.",
    );
  }
}

/** The zone as it is named, which is not looked up here; empty where it is no text. */
export const timezone: Handler = (value, run) => {
  run.identity = { ...run.identity, timezone: textOf(value) ?? "" };
};

/** Whether passwords are taken at all. */
export const sshPwauth: Handler = (value, run, key) => {
  const on = flagOf(value);
  if (on === undefined) {
    return run.leave(
      key,
      "ssh_pwauth",
      "It is neither true nor false, so the image's setting stays.",
    );
  }
  run.document.putFile(
    {
      path: "/etc/ssh/sshd_config.d/10-cloud-config.conf",
      mode: 0o600,
      contents: { inline: `PasswordAuthentication ${on ? "yes" : "no"}\n` },
    },
    { comment: "ssh_pwauth of the cloud-config." },
  );
};

/**
 * Servers and pools, which timesyncd does not tell apart. Nothing is written where it is off; what timesyncd cannot do
 * is told as left out.
 */
export const ntp: Handler = (value, run) => {
  const fields = new Map(membersOf(value).map((one) => [one.name, one]));
  if (flagOf(fields.get("enabled")?.value) === false) return;
  const client = textOf(fields.get("ntp_client")?.value) ?? "auto";
  for (const { name, key, keyNode } of fields.values()) {
    if (["servers", "pools", "enabled"].includes(name)) continue;
    if (name === "ntp_client" && /^(?:auto|systemd-timesyncd)$/.test(client))
      continue;
    run.leave(
      keyNode,
      `ntp: ${key}`,
      name === "ntp_client"
        ? "The servers go to systemd-timesyncd; for chrony there is an extension."
        : "systemd-timesyncd only asks servers; for more there is the chrony extension.",
    );
  }
  const servers = ["servers", "pools"].flatMap((name) =>
    textsOf(fields.get(name)?.value),
  );
  if (servers.length === 0) return;
  run.document.putFile(
    {
      path: "/etc/systemd/timesyncd.conf",
      mode: 0o644,
      overwrite: true,
      contents: { inline: `[Time]\nNTP=${servers.join(" ")}\n` },
    },
    { comment: "Time servers of the cloud-config." },
  );
};

const units: Readonly<Record<string, number>> = {
  ...{ B: 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 },
};

/** A swap file, made on the first boot. */
export const swap: Handler = (value, run, key) => {
  const fields = new Map(membersOf(value).map((one) => [one.name, one]));
  const file = textOf(fields.get("filename")?.value) ?? "/swap.img";
  const size = textOf(fields.get("size")?.value) ?? "0";
  const [, number = "", unit = "B"] =
    /^(\d*\.?\d+)([BKMGT]?)B?$/i.exec(size) ?? [];
  const mebibytes = Math.ceil(
    (Number(number) * units[(unit || "B").toUpperCase()]!) / 2 ** 20,
  );
  if (size === "0") return;
  if (!(mebibytes > 0) || !file.startsWith("/")) {
    return run.leave(
      key,
      `swap: ${size}`,
      "A swap file needs a path and a size such as `2G`; Ignition cannot measure the node's memory.",
    );
  }
  putSwap(file, mebibytes, run);
};

function putSwap(file: string, mebibytes: number, run: Run): void {
  const folder = file.slice(0, file.lastIndexOf("/")) || "/";
  const maker = "cloud-config-swap.service";
  run.document.putUnit(
    {
      name: maker,
      contents: `[Unit]
Description=Make the swap file of the cloud-config
DefaultDependencies=no
RequiresMountsFor=${folder}
ConditionPathExists=!${file}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=mkdir -p ${folder}
ExecStart=dd if=/dev/zero of=${file}.new bs=1M count=${mebibytes}
ExecStart=chmod 0600 ${file}.new
ExecStart=mkswap ${file}.new
ExecStart=mv ${file}.new ${file}
`,
    },
    { comment: "A swap file as the cloud-config asks for it." },
  );
  run.document.putUnit({
    name: `${escapePath(file)}.swap`,
    enabled: true,
    contents: `[Unit]
Description=Swap file of the cloud-config
Requires=${maker}
After=${maker}

[Swap]
What=${file}

[Install]
WantedBy=multi-user.target
`,
  });
}
