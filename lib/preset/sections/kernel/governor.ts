import { textAt } from "@/lib/butane";
import type { Group } from "../parts";
import type { Governor } from "./value";

const unit = "cpu-governor.service";

/** Writes the governor of every CPU once at boot. Its module may be part of the kernel, so a modprobe that fails is no failure. */
export const governor: Group<Governor> = {
  compose(value, document, origin) {
    if (value === "") return;
    document.putUnit(
      { name: unit, enabled: true, contents: contentsFor(value) },
      { origin },
    );
  },
  read(document) {
    const [entry] = document.named("systemd.units", unit);
    const contents = textAt(entry?.value, "contents") ?? "";
    return /echo "?(performance|powersave|ondemand|conservative)\b/.exec(
      contents,
    )?.[1] as Governor | undefined;
  },
};

function contentsFor(value: Governor): string {
  return `[Unit]
Description=Set the CPU governor ${value}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=-/usr/sbin/modprobe cpufreq_${value}
ExecStart=/usr/bin/sh -c '/usr/bin/echo ${value} | tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor'

[Install]
WantedBy=multi-user.target
`;
}
