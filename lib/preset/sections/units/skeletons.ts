import { escapePath, unescapePath } from "@/lib/butane";

const install = (target: string) => `\n[Install]\nWantedBy=${target}\n`;

/** How a unit of each type begins. */
const skeletons: Readonly<Record<string, string>> = {
  service: `[Unit]
Description=

[Service]
ExecStart=
Restart=on-failure
${install("multi-user.target")}`,
  timer: `[Unit]
Description=

[Timer]
OnCalendar=daily
RandomizedDelaySec=30min
Persistent=true
${install("timers.target")}`,
  socket: `[Unit]
Description=

[Socket]
ListenStream=127.0.0.1:8080
${install("sockets.target")}`,
  path: `[Unit]
Description=

[Path]
PathChanged=/etc/app.conf
${install("multi-user.target")}`,
  mount: `[Unit]
Description=

[Mount]
What=/dev/disk/by-label/data
Where=
Type=ext4
${install("local-fs.target")}`,
  automount: `[Unit]
Description=

[Automount]
Where=
${install("multi-user.target")}`,
  target: `[Unit]
Description=
Wants=
${install("multi-user.target")}`,
};

/** A unit to begin with, by the type in its name; empty where there is none for it. */
export function skeletonFor(name: string): string {
  const [, stem = "", type = ""] = /^(.+)\.([a-z]+)$/.exec(name) ?? [];
  const text = Object.hasOwn(skeletons, type) ? skeletons[type]! : "";
  // A mount unit is named after the place that it mounts at.
  const where = unescapePath(stem);
  return escapePath(where) === stem
    ? text.replace("Where=\n", `Where=${where}\n`)
    : text;
}
