import type { IgnitionStruct } from "@/lib/butane";
import { contentBytes } from "../content-bytes";
import { ownAccounts } from "../users";
import { imageAt } from "./images";
import { fetched, fetchFailures, isFetched, type Resource } from "./fetches";
import {
  count,
  step,
  type BootItem,
  type BootNode,
  type BootStep,
} from "./step";

/** Accounts, files and units, in Ignition's order. */
export function fileSteps(node: BootNode): BootStep[] {
  return [
    ...accounts(node),
    ...downloads(node),
    ...written(node),
    ...units(node),
  ];
}

function accounts({ config }: BootNode): BootStep[] {
  const { users = [], groups = [] } = config.passwd ?? {};
  const items: BootItem[] = [
    ...users.map((user, index) => ({
      name: user.name ?? "",
      what: accountWords(user),
      from: ["passwd", "users", index],
    })),
    ...groups.map(({ name = "", shouldExist }, index) => ({
      name,
      what: shouldExist === false ? "group goes away" : "group",
      from: ["passwd", "groups", index],
    })),
  ];
  if (items.length === 0) return [];
  return [step("accounts", "Sets up users and groups", { items })];
}

/** What useradd or usermod is told. An account that the image has keeps its home and its group unless they are named. */
function accountWords(user: IgnitionStruct<"PasswdUser">): string {
  const { name = "", homeDir, uid, groups = [], primaryGroup } = user;
  if (user.shouldExist === false) return "goes away";
  const keys = user.sshAuthorizedKeys?.length ?? 0;
  const isNew = !ownAccounts.has(name);
  return [
    isNew && user.system && "an account of the system",
    uid !== undefined && `number ${uid}`,
    keys > 0 && count(keys, "SSH key"),
    user.passwordHash && "a password",
    primaryGroup
      ? `its group is ${primaryGroup}`
      : isNew && user.noUserGroup && "no group of its own: it is in users",
    groups.length > 0 && `in ${groups.join(", ")}`,
    isNew && user.noCreateHome
      ? `no folder is made at ${homeDir || `/home/${name}`}`
      : homeDir && `at home in ${homeDir}`,
    user.shell && `with ${user.shell}`,
  ]
    .filter(Boolean)
    .join("; ");
}

function downloads({ config }: BootNode): BootStep[] {
  const found: { resource: Resource; item: BootItem }[] = [];
  (config.storage?.files ?? []).forEach((file, index) => {
    const from = ["storage", "files", index];
    const image = imageAt(file.path ?? "");
    const what = image ? `image of ${image.title}` : (file.path ?? "");
    for (const one of [file.contents, ...(file.append ?? [])])
      if (one && isFetched(one))
        found.push({ resource: one, item: fetched(one, from, what) });
  });
  if (found.length === 0) return [];
  return [
    step("downloads", `Fetches ${count(found.length, "file")}`, {
      network: true,
      note: "Still in the initrd: with its network, which takes DHCP unless kernel arguments say more, and not with what this config says of the network.",
      items: found.map(({ item }) => item),
      failures: fetchFailures(
        config,
        found.map(({ resource }) => resource),
      ),
    }),
  ];
}

function written({ config, tree }: BootNode): BootStep[] {
  const { files = [], directories = [], links = [] } = config.storage ?? {};
  const inline = files.filter(({ contents }) => !isFetched(contents));
  const parts = [
    inline.length > 0 && count(inline.length, "file"),
    directories.length > 0 && count(directories.length, "folder"),
    links.length > 0 && count(links.length, "link"),
  ].filter(Boolean);
  if (parts.length === 0) return [];
  const fromConfig = tree.files.filter(
    (one) => one.kind === "file" && one.from?.[1] === "files",
  );
  const bytes = fromConfig.reduce((sum, one) => sum + contentBytes(one), 0);
  const kept = files.some(
    ({ overwrite, contents }) => !overwrite && contents?.source,
  );
  return [
    step("files", `Writes ${parts.join(", ")}`, {
      ...(inline.length > 0
        ? { note: `With ${count(bytes, "byte")} that come with the config.` }
        : {}),
      failures: kept
        ? [
            {
              when: "A file that is not to be overwritten is there already",
              shows:
                "The first boot ends in the emergency shell with “A file exists there already and overwrite is false”.",
            },
          ]
        : [],
    }),
  ];
}

function units({ config }: BootNode): BootStep[] {
  const all = config.systemd?.units ?? [];
  if (all.length === 0) return [];
  const items = all.map((unit, index) => {
    const dropins = unit.dropins?.length ?? 0;
    const parts = [
      unit.mask && "masked: nothing can start it",
      unit.contents && "written",
      dropins > 0 && count(dropins, "drop-in"),
      unit.enabled === true && "to be enabled",
      unit.enabled === false && "to be disabled",
    ];
    return {
      name: unit.name ?? "",
      what: parts.filter(Boolean).join("; "),
      from: ["systemd", "units", index],
    };
  });
  return [
    step("units", "Writes units", {
      note: "Whether they are on is written to a preset, which systemd reads when the system starts.",
      items,
    }),
  ];
}
