import { escapePath } from "./escape";
import type { UnitFault, UnitRole } from "./lint-unit";
import type { UnitLine } from "./unit-lines";

type Key = Extract<UnitLine, { kind: "key" }>;
type Rule = (unit: Unit) => UnitFault[];

interface Unit {
  readonly name: string;
  readonly keys: readonly Key[];
  readonly role: UnitRole;
}

/** What systemd asks of a unit as a whole; a drop-in is only a part of one. */
export function lintWhole(
  name: string,
  type: string,
  lines: readonly UnitLine[],
  role: UnitRole,
): UnitFault[] {
  const keys = lines.filter((line) => line.kind === "key");
  if (keys.length === 0) return [];
  const rules = Object.hasOwn(rulesOf, type) ? rulesOf[type]! : [];
  return [...rules, orderAlone].flatMap((rule) => rule({ name, keys, role }));
}

/** The lines of a key that count: an empty one takes the earlier ones back. */
function valuesOf(keys: readonly Key[], section: string, name: string): Key[] {
  const all = keys.filter(
    (key) => key.section === section && key.name === name,
  );
  return all.slice(all.findLastIndex(({ value }) => value === "") + 1);
}

function has(keys: readonly Key[], section: string, ...names: string[]) {
  return names.some((name) => valuesOf(keys, section, name).length > 0);
}

function missing(code: UnitFault["code"], section: string): UnitFault {
  return { code, line: 1, column: 1, word: "", section };
}

function at(code: UnitFault["code"], key: Key, instead?: string): UnitFault {
  return {
    code,
    line: key.line,
    column: key.valueColumn,
    word: key.value,
    section: key.section,
    key: key.name,
    instead,
  };
}

const command: Rule = ({ keys, role }) => {
  const starts = valuesOf(keys, "Service", "ExecStart");
  const type = valuesOf(keys, "Service", "Type").at(-1)?.value;
  if (role === "dropin") {
    const [first] = keys.filter(
      ({ section, name }) => section === "Service" && name === "ExecStart",
    );
    return first && first.value !== "" ? [at("command-added", first)] : [];
  }
  if (
    starts.length === 0 &&
    !has(keys, "Service", "ExecStop") &&
    !has(keys, "Unit", "SuccessAction")
  )
    return [missing("command-missing", "Service")];
  return starts.length > 1 && type !== "oneshot"
    ? [at("command-several", starts[1]!)]
    : [];
};

/** Signs that only a shell knows, as words of their own. */
const shellSigns = /\s(?:&&|\|\|?|[12]?>{1,2}|<|2>&1)(?:\s|$)/;
const shells = /(?:^|\s)(?:-\w*c\w*)\s/;

const shell: Rule = ({ keys }) =>
  keys
    .filter(
      ({ section, name, value }) =>
        section === "Service" &&
        name.startsWith("Exec") &&
        shellSigns.test(withoutQuoted(value)) &&
        !shells.test(value),
    )
    .map((key) => at("command-shell", key));

const commands = /^Exec(?:Condition|Start(?:Pre|Post)?|Stop(?:Post)?|Reload)$/;

/** Found out with systemd-analyze: a single such line keeps the unit from being loaded, wherever in a word the quote stands. */
const quotes: Rule = ({ keys }) =>
  keys
    .filter(
      ({ section, name, value }) =>
        section === "Service" && commands.test(name) && leavesOpen(value),
    )
    .map((key) => at("quote-open", key));

/** Whether a quote has no other end; a backslash takes the next sign's meaning away, in quotes as well. */
function leavesOpen(text: string): boolean {
  let open = "";
  for (let index = 0; index < text.length; index++) {
    const sign = text[index]!;
    if (sign === "\\") index += 1;
    else if (open !== "") open = sign === open ? "" : open;
    else if (sign === '"' || sign === "'") open = sign;
  }
  return open !== "";
}

function withoutQuoted(text: string): string {
  return text.replace(/'[^']*'|"(?:[^"\\]|\\.)*"/g, "");
}

const restart: Rule = ({ keys }) => {
  const type = valuesOf(keys, "Service", "Type").at(-1)?.value;
  const how = valuesOf(keys, "Service", "Restart").at(-1);
  return type === "oneshot" && how && /^(?:always|on-success)$/.test(how.value)
    ? [at("oneshot-restart", how, "on-failure")]
    : [];
};

const trigger =
  (section: string, ...names: string[]): Rule =>
  ({ keys, role }) =>
    role === "unit" && !has(keys, section, ...names)
      ? [missing("trigger-missing", section)]
      : [];

const source =
  (section: string): Rule =>
  ({ keys, role }) =>
    role === "unit" && !has(keys, section, "What")
      ? [missing("mount-what", section)]
      : [];

/** The name of a mount is the place it mounts at. */
const where =
  (section: string): Rule =>
  ({ name, keys }) => {
    const place = valuesOf(keys, section, "Where").at(-1);
    if (!place || /[%"'\\]/.test(place.value)) return [];
    const wanted = `${escapePath(place.value)}${name.slice(name.lastIndexOf("."))}`;
    return wanted === name ? [] : [at("mount-where", place, wanted)];
  };

/** An order says when, not whether: alone it waits for something that nobody starts. */
const orderAlone: Rule = ({ keys, role }) => {
  if (role === "dropin") return [];
  const names = (name: string) =>
    valuesOf(keys, "Unit", name).flatMap((key) =>
      key.value.split(/\s+/).map((word) => ({ key, word })),
    );
  const target = "network-online.target";
  const order = names("After").find(({ word }) => word === target);
  const wanted = ["Wants", "Requires", "BindsTo"].some((name) =>
    names(name).some(({ word }) => word === target),
  );
  return order && !wanted
    ? [{ ...at("order-alone", order.key), word: target }]
    : [];
};

const rulesOf: Readonly<Record<string, readonly Rule[]>> = {
  service: [command, shell, quotes, restart],
  timer: [
    trigger(
      "Timer",
      "OnCalendar",
      "OnActiveSec",
      "OnBootSec",
      "OnStartupSec",
      "OnUnitActiveSec",
      "OnUnitInactiveSec",
      "OnClockChange",
      "OnTimezoneChange",
    ),
  ],
  socket: [
    trigger(
      "Socket",
      "ListenStream",
      "ListenDatagram",
      "ListenSequentialPacket",
      "ListenFIFO",
      "ListenNetlink",
      "ListenSpecial",
      "ListenMessageQueue",
      "ListenUSBFunction",
    ),
  ],
  path: [
    trigger(
      "Path",
      "PathExists",
      "PathExistsGlob",
      "PathChanged",
      "PathModified",
      "DirectoryNotEmpty",
    ),
  ],
  mount: [source("Mount"), where("Mount")],
  automount: [where("Automount")],
  swap: [source("Swap")],
};
