import { skeletonFor } from "./skeletons";
import type { NodeUnit } from "./value";

/** Units that many nodes have, to begin with. */
export interface StartingUnits {
  readonly label: string;
  /** What they are called, without the ending. */
  readonly stem: string;
  units(stem: string): readonly NodeUnit[];
}

const blank: NodeUnit = {
  name: "",
  enabled: "",
  mask: false,
  contents: "",
  dropins: [],
};

const enabled = (name: string, contents: string): NodeUnit => ({
  ...blank,
  name,
  enabled: "yes",
  contents,
});

const online = `Wants=network-online.target
After=network-online.target`;

const service = skeletonFor("app.service")
  .replace("Description=", `Description=App\n${online}`)
  .replace("ExecStart=", "ExecStart=/opt/bin/app");

// The Docker of the image is an extension too: what requires its units is refused where they are not known yet.
const container = (stem: string) => `[Unit]
Description=App
${online} docker.socket

[Service]
ExecStartPre=-/usr/bin/docker rm --force ${stem}
ExecStart=/usr/bin/docker run --name ${stem} --pull missing registry.example.com/app:1.0
ExecStop=/usr/bin/docker stop ${stem}
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
`;

const once = (condition: string) => `[Unit]
Description=Setup
${online}
${condition}
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/opt/bin/setup

[Install]
WantedBy=multi-user.target
`;

const timer = `[Unit]
Description=Backup every night

[Timer]
OnCalendar=*-*-* 03:00:00
RandomizedDelaySec=30min
Persistent=true

[Install]
WantedBy=timers.target
`;

const timed = `[Unit]
Description=Backup
${online}

[Service]
Type=oneshot
ExecStart=/opt/bin/backup
`;

/** Offered in this order. */
export const startingUnits: readonly StartingUnits[] = [
  {
    label: "Service",
    stem: "app",
    units: (stem) => [enabled(`${stem}.service`, service)],
  },
  {
    label: "Container with Docker",
    stem: "app",
    units: (stem) => [enabled(`${stem}.service`, container(stem))],
  },
  {
    label: "Command on the first boot",
    stem: "setup",
    units: (stem) => [
      enabled(`${stem}.service`, once("ConditionFirstBoot=yes\n")),
    ],
  },
  {
    label: "Command on every boot",
    stem: "setup",
    units: (stem) => [enabled(`${stem}.service`, once(""))],
  },
  {
    label: "Timer and what it starts",
    stem: "backup",
    units: (stem) => [
      enabled(`${stem}.timer`, timer),
      { ...blank, name: `${stem}.service`, contents: timed },
    ],
  },
  {
    label: "Change of a unit that is there",
    stem: "",
    units: () => [
      {
        ...blank,
        dropins: [
          {
            name: "10-node.conf",
            contents: '[Service]\nEnvironment="NAME=value"\n',
          },
        ],
      },
    ],
  },
];

/** Those units under names that the node does not have yet: `app-2.service`. */
export function unitsToAdd(
  { stem, units }: StartingUnits,
  known: readonly NodeUnit[],
): readonly NodeUnit[] {
  const taken = new Set(known.map(({ name }) => name));
  for (let number = 1; stem !== "" && number <= known.length; number++) {
    const made = units(number < 2 ? stem : `${stem}-${number}`);
    if (!made.some(({ name }) => taken.has(name))) return made;
  }
  return units(known.length === 0 ? stem : `${stem}-${known.length + 1}`);
}
