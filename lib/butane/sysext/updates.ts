import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import type { Activation, Coordinator, UpdatePolicy } from "./extension";
import { noopTransfer, transferName, transferText } from "./transfer";
import { oneLine, unitText } from "./unit-text";

/** One image that systemd-sysupdate keeps up to date. */
export interface UpdatedImage {
  readonly id: string;
  readonly version: string;
  readonly updates: UpdatePolicy;
  /** How many numbers of the version `patch` holds. */
  readonly depth: 1 | 2;
  readonly from: string;
  readonly pattern: string;
  readonly keep: number;
  readonly activation: Activation;
  readonly restartUnits: readonly string[];
  /** Nothing looks for newer ones by itself. */
  readonly hold: boolean;
  readonly verify: boolean;
  readonly minVersion: string;
  readonly protectVersion: string;
  /** Address of the rule where it is fetched; null where it is written out. */
  readonly rule: string | null;
}

/** When systemd-sysupdate runs. */
export interface UpdateSchedule {
  /** `timer`: systemd's own times. `calendar`: the times below. `manual`: everything in place, timer off. */
  readonly schedule: "timer" | "calendar" | "manual";
  /** systemd calendar expression: `*-*-* 03:00:00`. */
  readonly calendar: string;
  /** systemd time span: `30min`. */
  readonly randomDelay: string;
}

/** Writes what keeps one image up to date: where newer ones are, and what happens when one has arrived. */
export function emitImageUpdates(
  document: ButaneDocument,
  image: UpdatedImage,
  coordinator: Coordinator,
  at: Path,
): void {
  document.putFile(
    {
      path: transferPath(image),
      mode: 0o644,
      contents:
        image.rule === null
          ? { inline: transferText(image) }
          : { source: image.rule },
    },
    { origin: [...at, "updates"] },
  );
  if (image.hold) return;
  document.putDropin(
    "systemd-sysupdate.service",
    {
      name: dropinName(image),
      contents: updateDropin(image, coordinator),
    },
    { origin: [...at, "activation"] },
  );
}

/** The file on the node that says where newer images are. */
export function transferPath(
  image: Pick<UpdatedImage, "id" | "version" | "updates" | "depth">,
): string {
  const { id, version, updates, depth } = image;
  return `/etc/sysupdate.${id}.d/${transferName(id, version, updates, depth)}`;
}

/** The file on the node that has the update service look for newer images of this one. */
export function dropinPath(image: UpdatedImage): string {
  return `/etc/systemd/system/systemd-sysupdate.service.d/${dropinName(image)}`;
}

export const noopPath = "/etc/sysupdate.d/noop.conf";

/** Writes the definition without which systemd-sysupdate.service ends as failed; once per node. */
export function emitNoop(document: ButaneDocument, origin: Path): void {
  document.putFile(
    {
      path: noopPath,
      mode: 0o644,
      contents: { inline: noopTransfer },
    },
    {
      comment:
        "Matches nothing. systemd-sysupdate.service also runs without a component and fails when it finds no definition there.",
      origin,
    },
  );
}

/** Switches the timer that looks for newer images on or off, with its times where they are chosen. */
export function emitSchedule(
  document: ButaneDocument,
  when: UpdateSchedule,
  origin: Path,
): void {
  document.putUnit(
    {
      name: "systemd-sysupdate.timer",
      enabled: when.schedule !== "manual",
    },
    { origin: [...origin, "schedule"] },
  );
  if (when.schedule !== "calendar" || oneLine(when.calendar) === "") return;
  const delay = oneLine(when.randomDelay);
  document.putDropin(
    "systemd-sysupdate.timer",
    {
      name: "schedule.conf",
      contents: unitText({
        Timer: [
          "# The empty line drops systemd's own times.",
          "OnCalendar=",
          `OnCalendar=${oneLine(when.calendar)}`,
          delay !== "" && `RandomizedDelaySec=${delay}`,
          "Persistent=true",
        ],
      }),
    },
    { origin: [...origin, "calendar"] },
  );
}

const maskReasons = {
  kured:
    "Reboots are coordinated by kured; locksmithd would reboot on its own.",
  fluo: "Reboots are coordinated by the Flatcar update operator; locksmithd would reboot on its own.",
  none: "Nobody reboots this node: what waits for a reboot waits for the next one by hand.",
};

/** Masks locksmithd where something else reboots the node, or nobody does. */
export function emitCoordinator(
  document: ButaneDocument,
  coordinator: Coordinator,
  origin: Path,
): void {
  if (coordinator === "locksmith") return;
  document.putUnit(
    { name: "locksmithd.service", mask: true },
    {
      comment: maskReasons[coordinator],
      origin: [...origin, "coordinator"],
    },
  );
}

/** systemd runs the drop-ins in the order of their names: one that reboots at once comes after all that still want to. */
function dropinName({ id, activation }: UpdatedImage): string {
  return activation === "reboot-now" ? `zz-${id}.conf` : `${id}.conf`;
}

function updateDropin(image: UpdatedImage, coordinator: Coordinator): string {
  const { id } = image;
  const action = actionOf(image, coordinator);
  const remember = (file: string) =>
    `/usr/bin/sh -c "readlink --canonicalize /etc/extensions/${id}.raw > ${file}"`;
  const before = `/run/${id}-sysext`;
  const after = `${before}-new`;
  return unitText({
    Service: [
      action !== null && `ExecStartPre=${remember(before)}`,
      // The dash keeps an image whose server is down from holding up all the others.
      `ExecStartPre=-/usr/lib/systemd/systemd-sysupdate -C ${id} update`,
      action !== null && `ExecStartPost=${remember(after)}`,
      action !== null &&
        `ExecStartPost=/usr/bin/sh -c "if ! cmp --silent ${before} ${after}; then ${action}; fi"`,
    ],
  });
}

/** What brings a staged image into use; `null` leaves it to whoever reboots next. */
function actionOf(
  image: UpdatedImage,
  coordinator: Coordinator,
): string | null {
  switch (image.activation) {
    case "next-boot":
      return null;
    case "reboot":
      // locksmithd and FLUO listen to this signal and never look at the flag file, kured does the opposite.
      return coordinator === "locksmith" || coordinator === "fluo"
        ? "locksmithctl send-need-reboot"
        : "touch /run/reboot-required";
    // Not `systemd-sysext refresh`: it needs a mount namespace, which the sandbox of this service forbids.
    case "refresh":
      return "systemctl restart systemd-sysext.service";
    case "reboot-now":
      return "systemctl --no-block reboot";
    case "restart":
      return [
        "systemctl restart systemd-sysext.service",
        ...(image.restartUnits.length > 0
          ? [
              `systemctl restart ${image.restartUnits.map(inUnitShell).join(" ")}`,
            ]
          : []),
      ].join(" && ");
  }
}

/** A backslash, as in `a\x2db.service`, is taken for an escape twice: by systemd, then by the shell. */
function inUnitShell(unit: string): string {
  return unit.replaceAll("\\", "\\\\\\\\");
}
