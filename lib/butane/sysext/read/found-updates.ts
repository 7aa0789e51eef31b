import type { PlainValue } from "../../emit/plain";
import type { DocumentEntry, OpenDocument } from "../../edit";
import type { Activation, UpdatePolicy } from "../extension";
import { extensionById } from "../extensions";
import type { ImageChoices } from "../image-choices";
import { baseName, iniValue, itemsAt, textAt } from "../plain-values";
import { trackOf } from "../version";
import { seriesIn } from "./fetched";
import type { FoundImage } from "./images";

/** What a document says of keeping one image up to date. */
export interface FoundUpdates {
  readonly updates: UpdatePolicy;
  /** `undefined` where nothing says what happens with a newer image. */
  readonly activation: Activation | undefined;
  readonly keep: number | undefined;
  /** Directory that newer images come from, where the document says it. */
  readonly from: string | undefined;
  /** What else the transfer file and the drop-in say. */
  readonly choices: ImageChoices;
  /** The transfer files. */
  readonly transfers: readonly DocumentEntry[];
  /** The drop-ins that look for newer images, each as a unit entry with nothing else. */
  readonly dropins: readonly PlainValue[];
}

const transferPath =
  /^\/etc\/sysupdate(?:\.([^/]+))?\.d\/([^/]+)\.(?:conf|transfer)$/;

/** The definition that matches nothing, however it came to the node. */
export function findNoop(document: OpenDocument): DocumentEntry | undefined {
  return document.entriesOf("storage.files").find((entry) => {
    const [, component, name] = transferPath.exec(entry.key) ?? [];
    if (name === undefined || component !== undefined) return false;
    const source = textAt(entry.value, "contents", "source");
    return (
      name === "noop" ||
      (source !== undefined && baseName(source) === "noop.conf")
    );
  });
}

/** What keeps each image up to date, by its name. */
export function findUpdates(
  document: OpenDocument,
  images: readonly FoundImage[],
): Map<string, FoundUpdates> {
  const noop = findNoop(document);
  const transfers = document
    .entriesOf("storage.files")
    .filter((entry) => entry !== noop)
    .flatMap((entry) => transfer(entry, images) ?? []);
  const service = document.named(
    "systemd.units",
    "systemd-sysupdate.service",
  )[0];
  const dropins = itemsAt(service?.value, "dropins");
  return new Map(
    images.map((image) => {
      const own = transfers.filter(({ id }) => id === image.id);
      const [first] = own;
      const components = new Set(own.map(({ component }) => component));
      const run = dropins.filter((dropin) =>
        runs(dropin, image.id, components),
      );
      return [
        image.id,
        {
          updates: first?.updates ?? "none",
          activation: run.length > 0 ? activationOf(run) : undefined,
          keep: first?.keep,
          from: first?.from,
          choices: {
            ...first?.choices,
            ...restarts(image.id, run),
            // The default component is run by the service itself.
            ...(own.length > 0 &&
            run.length === 0 &&
            own.every(({ component }) => component !== "")
              ? { hold: true }
              : {}),
          },
          transfers: own.map(({ entry }) => entry),
          dropins: run.map((dropin) => ({
            name: "systemd-sysupdate.service",
            dropins: [dropin],
          })),
        },
      ];
    }),
  );
}

interface Transfer {
  readonly entry: DocumentEntry;
  readonly id: string;
  readonly component: string;
  readonly updates: UpdatePolicy;
  readonly keep: number | undefined;
  readonly from: string | undefined;
  readonly choices: ImageChoices;
}

function transfer(
  entry: DocumentEntry,
  images: readonly FoundImage[],
): Transfer | null {
  const [, component = "", name] = transferPath.exec(entry.key) ?? [];
  if (name === undefined) return null;
  const source = textAt(entry.value, "contents", "source");
  const text = textAt(entry.value, "contents", "inline");
  const pattern = text && iniValue(text, "MatchPattern")?.split(/\s+/)[0];
  const published =
    source === undefined ? name : baseName(source).replace(/\.[a-z]+$/, "");
  const link = text && iniValue(text, "CurrentSymlink");
  const image =
    images.find((one) => link === `/etc/extensions/${one.id}.raw`) ??
    nearest(pattern || published, images);
  if (image === undefined) return null;
  const { id } = image;
  return {
    entry,
    id,
    component,
    updates: pattern
      ? patternPolicy(image, pattern)
      : publishedPolicy(id, published),
    // So many where nothing is said, and that is what the rules of the bakery say.
    keep: (text === undefined ? undefined : keepOf(text)) ?? 3,
    from: text === undefined ? undefined : sourcePath(text),
    choices: text
      ? transferChoices(text, seriesIn(id, pattern ?? ""))
      : source === undefined
        ? {}
        : { rules: "published" },
  };
}

/** The image that a name such as `k3s-v1.32` belongs to: the longest one, for `docker` and `docker-compose`. */
function nearest(
  name: string,
  images: readonly FoundImage[],
): FoundImage | undefined {
  return images
    .filter(({ id }) => name === id || name.startsWith(`${id}-`))
    .sort((one, other) => other.id.length - one.id.length)[0];
}

function patternPolicy(
  { id, version, known, fetched }: FoundImage,
  pattern: string,
): UpdatePolicy {
  if (!/^-.*\d.*@v/.test(pattern.slice(id.length))) return "any";
  const depth = (known && extensionById(id)?.trackDepth) || 2;
  const series = seriesIn(id, pattern);
  // A version that only stands for its series cannot tell.
  if (depth === 1 || (!fetched && series === trackOf(version, depth)))
    return "patch";
  return /^\D*\d+$/.test(series) ? "major" : "patch";
}

/** Where a transfer file takes images from; its other `Path=` is where it puts them. */
function sourcePath(text: string): string | undefined {
  return iniValue(text.split(/^\s*\[Target\]/m, 1)[0]!, "Path");
}

/** What a transfer file says of versions; those of a series stand in it without the series. */
function transferChoices(text: string, series: string): ImageChoices {
  const whole = (key: string) => {
    const version = iniValue(text, key) ?? "";
    return version === "" || series === "" ? version : `${series}.${version}`;
  };
  const minVersion = whole("MinVersion");
  const protectVersion = whole("ProtectVersion");
  const verify = /^(?:1|yes|y|true|t|on)$/i.test(
    iniValue(text, "Verify") ?? "",
  );
  return {
    ...(minVersion === "" ? {} : { minVersion }),
    ...(protectVersion === "" ? {} : { protectVersion }),
    ...(verify ? { verify } : {}),
  };
}

/** The units that a drop-in restarts after a merge, where the catalogue says others or none. */
function restarts(
  id: string,
  dropins: readonly PlainValue[],
): Pick<ImageChoices, "restartUnits"> {
  const text = dropins
    .map((dropin) => textAt(dropin, "contents") ?? "")
    .join("\n");
  const [, listed = ""] =
    /restart systemd-sysext\.service && systemctl restart ([\w@.\\: -]+);/.exec(
      text,
    ) ?? [];
  const units = listed
    .replaceAll("\\\\\\\\", "\\")
    .split(" ")
    .filter((unit) => unit !== "");
  const usual = extensionById(id)?.restartUnits ?? [];
  return units.length === 0 || units.join(" ") === usual.join(" ")
    ? {}
    : { restartUnits: units };
}

function publishedPolicy(id: string, name: string): UpdatePolicy {
  return name.length > id.length ? "patch" : "any";
}

function keepOf(text: string): number | undefined {
  const keep = Number(iniValue(text, "InstancesMax"));
  return Number.isInteger(keep) && keep >= 2 ? keep : undefined;
}

/** Whether a drop-in looks for newer images of an extension: by its own words, else by its name. */
function runs(
  dropin: PlainValue,
  id: string,
  components: ReadonlySet<string>,
): boolean {
  const contents = textAt(dropin, "contents") ?? "";
  const named = [...contents.matchAll(/(?:-C|--component)[ =]?(\S+)/g)].map(
    ([, component]) => component!,
  );
  const links = [
    ...contents.matchAll(/\/etc\/extensions\/([\w.+-]+?)\.raw/g),
  ].map(([, link]) => link);
  if (named.length === 0 && links.length === 0)
    return textAt(dropin, "name") === `${id}.conf`;
  return (
    links.includes(id) || named.some((one) => one === id || components.has(one))
  );
}

/** What a drop-in does with a newer image, in the old form with /tmp and the new one with /run. */
function activationOf(dropins: readonly PlainValue[]): Activation {
  const text = dropins
    .flatMap((dropin) => (textAt(dropin, "contents") ?? "").split("\n"))
    .filter((line) => /^\s*ExecStartPost\s*=/.test(line))
    .join("\n");
  if (/locksmithctl\s+\S|reboot-required/.test(text)) return "reboot";
  if (/systemctl\s+(?:-\S+\s+)*(?:soft-)?reboot|shutdown\s/.test(text))
    return "reboot-now";
  const restarted = text.matchAll(
    /systemctl\s+(?:-\S+\s+)*(?:try-)?(?:reload-or-)?(?:restart|start|reload)\s+(?:-\S+\s+)*([\w@.-]+)/g,
  );
  for (const [, unit] of restarted)
    if (!/^systemd-sysext(?:\.service)?$/.test(unit!)) return "restart";
  return /systemd-sysext/.test(text) ? "refresh" : "next-boot";
}
