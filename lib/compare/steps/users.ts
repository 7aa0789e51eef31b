import type { IgnitionStruct } from "@/lib/butane";
import { sameData } from "@/lib/same";
import { utf8 } from "@/lib/bytes";
import type { Step } from "../comparison";
import { entryOf, valuesOf, type EntryChange } from "../changes";
import { isSafeName, operand, withInput, word } from "../shell";
import { missing } from "../values";
import { listed } from "@/lib/words";
import { byHand, step, unverified, type Work } from "./work";

type User = IgnitionStruct<"PasswdUser">;

/** Users that every image has. */
const present: ReadonlySet<string> = new Set(["core", "root"]);

/** What it takes to have a user as the other node has it. */
export function userWork(change: EntryChange): Work {
  const { name } = entryOf(change);
  const { before, after } = valuesOf("user", change);
  const texts = [name, ...textsOf(before), ...textsOf(after)];
  if (!texts.every(isSafeName))
    return { steps: [byHand("write", "Change the user by hand.")] };
  if (!after) {
    return present.has(name)
      ? { steps: keySteps(name, before, {}) }
      : {
          steps: [
            step(
              "remove",
              `Removes the user ${name}; the home directory stays.`,
              `sudo userdel ${operand(name)}`,
            ),
          ],
        };
  }
  const creates = !before && !present.has(name);
  const fixed = ["uid", "homeDir", "primaryGroup", "system"] as const;
  const moved =
    before && fixed.filter((key) => !sameData(before[key], after[key]));
  return {
    steps: [
      ...(creates ? [creation(name, after)] : groupSteps(name, before, after)),
      ...passwordSteps(name, before, after),
      ...keySteps(name, before, after),
      ...(!creates && after.shell && after.shell !== before?.shell
        ? [
            step(
              "write",
              `Sets the shell of ${name}.`,
              `sudo usermod --shell ${word(after.shell)} ${operand(name)}`,
            ),
          ]
        : []),
    ],
    ...(moved && moved.length > 0
      ? {
          reprovision: `${listed(moved)} of a user is settled when the user is created, and files may belong to what it was.`,
        }
      : {}),
  };
}

function textsOf(user: User | undefined): string[] {
  const { gecos, homeDir, shell, primaryGroup, groups = [] } = user ?? {};
  return [gecos, homeDir, shell, primaryGroup, ...groups].filter(
    (text) => text !== undefined && text !== "",
  ) as string[];
}

/** As Ignition does it on the first boot. */
function creation(name: string, user: User): Step {
  const options = [
    user.system ? "--system" : "",
    user.uid === undefined ? "" : `--uid ${user.uid}`,
    user.gecos ? `--comment ${word(user.gecos)}` : "",
    user.homeDir ? `--home-dir ${word(user.homeDir)}` : "",
    user.noCreateHome ? "--no-create-home" : "--create-home",
    user.primaryGroup ? `--gid ${word(user.primaryGroup)}` : "",
    user.noUserGroup
      ? "--no-user-group"
      : user.primaryGroup
        ? ""
        : "--user-group",
    user.groups?.length ? `--groups ${word(user.groups.join(","))}` : "",
    user.shell ? `--shell ${word(user.shell)}` : "",
    user.noLogInit ? "--no-log-init" : "",
    "--password '*'",
  ];
  return step(
    "write",
    `Creates the user ${name}, without a password.`,
    `sudo useradd ${options.filter(Boolean).join(" ")} ${operand(name)}`,
  );
}

function groupSteps(
  name: string,
  before: User | undefined,
  after: User,
): Step[] {
  const joined = missing(after.groups ?? [], before?.groups ?? []);
  const left = missing(before?.groups ?? [], after.groups ?? []);
  return [
    ...(joined.length > 0
      ? [
          unverified(
            "write",
            `Adds ${name} to ${listed(joined)}; it holds from the next login on. usermod cannot add anyone to a group of the image.`,
            `sudo usermod --append --groups ${word(joined.join(","))} ${operand(name)}`,
          ),
        ]
      : []),
    ...left.map((group) =>
      unverified(
        "remove",
        `Takes ${name} out of ${group}.`,
        `sudo gpasswd --delete ${word(name)} ${word(group)}`,
      ),
    ),
  ];
}

function passwordSteps(
  name: string,
  before: User | undefined,
  after: User,
): Step[] {
  if ((before?.passwordHash ?? "") === (after.passwordHash ?? "")) return [];
  return after.passwordHash
    ? [
        unverified(
          "write",
          `Asks for a password of ${name}; the hash itself is a secret and stands in no command.`,
          `sudo passwd ${operand(name)}`,
        ),
      ]
    : [
        unverified(
          "remove",
          `Takes the password of ${name} away.`,
          `sudo usermod --password '*' ${operand(name)}`,
        ),
      ];
}

function keySteps(name: string, before: User | undefined, after: User): Step[] {
  const keys = after.sshAuthorizedKeys ?? [];
  if (sameData(before?.sshAuthorizedKeys ?? [], keys)) return [];
  const home =
    after.homeDir ||
    before?.homeDir ||
    (name === "root" ? "/root" : `/home/${name}`);
  const file = word(`${home}/.ssh/authorized_keys.d/ignition`);
  const owner = `-o ${word(name)} -g "$(id -gn ${word(name)})"`;
  const folders = `sudo install -d -m 0700 ${owner} ${word(`${home}/.ssh`)} ${word(`${home}/.ssh/authorized_keys.d`)}`;
  const write = `sudo install -m 0600 ${owner} /dev/stdin ${file}`;
  return [
    unverified(
      "write",
      `Writes the file where Ignition keeps the keys of ${name}, and puts the keys together anew. Keep this session open and try the new key in another one.`,
      [
        ...(keys.length === 0
          ? [`sudo rm -f ${file}`]
          : [folders, withInput(write, utf8(`${keys.join("\n")}\n`))]),
        `sudo update-ssh-keys -u ${word(name)}`,
      ].join("\n"),
    ),
  ];
}

/** What it takes to have a group. */
export function groupWork(change: EntryChange): Work {
  const { name } = entryOf(change);
  const { before, after } = valuesOf("group", change);
  if (!isSafeName(name))
    return { steps: [byHand("write", "Change the group by hand.")] };
  if (!after)
    return {
      steps: [
        step(
          "remove",
          `Removes the group ${name}.`,
          `sudo groupdel ${operand(name)}`,
        ),
      ],
    };
  if (before)
    return {
      steps: [],
      reprovision:
        "The number of a group is settled when it is created, and files may belong to it.",
    };
  const options = [
    after.system ? "--system " : "",
    after.gid === undefined ? "" : `--gid ${after.gid} `,
  ].join("");
  return {
    steps: [
      step(
        "write",
        `Creates the group ${name}.`,
        `sudo groupadd ${options}${operand(name)}`,
      ),
    ],
  };
}
