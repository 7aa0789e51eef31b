import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { timelineOf, type BootPhase } from "@/lib/boot/timeline";
import { minimalNode } from "@/lib/preset/testing";
import type { Localised } from "./local";
import { outcomeOf } from "./nodes";
import type { Fault } from "./server";
import type { Setting, Tally } from "./tally";
import type { Applied, Workshop } from "./workshop";

/** An extension that needs no other. */
const extension = "docker-compose";

interface Row {
  readonly name: string;
  readonly fault?: Fault;
  readonly change?: (local: Localised, image: Image) => void;
  /** Part of why Ignition gives up; `null` where it goes on. */
  readonly ends: RegExp | null;
  /** What the page's timeline says of it: when, and how it shows. */
  readonly told?: readonly [when: RegExp, shows: RegExp];
  /** How often the image is asked for, at least. */
  readonly asked?: number;
  /** Whether what ends up on the node is what the server has. */
  readonly intact?: boolean;
}

type Image = NonNullable<ReturnType<typeof imageOf>>;

/** Nothing is tried again for longer than this many seconds; without a limit Ignition never ends. */
const patience = 8;

const anotherHash = [/another hash/, /hash verification failed/] as const;
const below500 = [/404 or anything else below 500/, /ends at once/] as const;
const from500 = [
  /500 or above, or not at all/,
  new RegExp(`tries again for ${patience} seconds`),
] as const;

const rows: readonly Row[] = [
  {
    name: "a wrong hash ends the first boot",
    change: (_, { contents }) => {
      contents.verification = { hash: `sha256-${"0".repeat(64)}` };
    },
    told: anotherHash,
    ends: /hash verification failed/,
  },
  {
    name: "an image that is not there ends it at once",
    fault: "missing",
    told: below500,
    ends: /resource not found/,
    asked: 1,
  },
  {
    name: "a server that refuses ends it at once",
    fault: "forbidden",
    told: below500,
    ends: /failed to fetch resource/,
    asked: 1,
  },
  {
    name: "a server that is busy twice is asked a third time",
    fault: "twice-busy",
    told: from500,
    ends: null,
    asked: 3,
    intact: true,
  },
  {
    name: "an image that breaks off ends it",
    fault: "truncated",
    ends: /unexpected EOF|hash verification failed/,
  },
  {
    name: "a sign-in page in place of an image is found out by the hash",
    fault: "html",
    told: anotherHash,
    ends: /hash verification failed/,
  },
  {
    name: "without a hash it is stored as if it were the image",
    fault: "html",
    change: (_, { contents }) => delete contents.verification,
    ends: null,
    intact: false,
  },
  {
    name: "a server that does not answer is asked until the limit",
    change: (_, { contents }) => {
      // Nothing listens on the port that the kernel hands out last.
      contents.source = contents.source!.replace(/:\d+\//, ":1/");
    },
    told: from500,
    ends: /unable to fetch resource in time/,
  },
];

/** What goes wrong on the way to a node ends as we say it does. */
export async function tryFaults(
  { catalogue }: Setting,
  workshop: Workshop,
  tally: Tally,
): Promise<void> {
  const preset = minimalNode(extension, catalogue);
  const { compact } = outcomeOf(preset, catalogue);
  for (const row of rows) {
    let image: Image | undefined;
    let intact: Uint8Array | undefined;
    const applied = await workshop.apply(compact!, (local) => {
      image = imageOf(local)!;
      intact = local.bodies.get(image.contents.source!)!;
      const hash = createHash("sha256").update(intact).digest("hex");
      image.contents.verification = { hash: `sha256-${hash}` };
      Object.assign(local.config.ignition!, {
        timeouts: { httpTotal: patience },
      });
      if (row.fault) workshop.bakery.faults.set(nameOf(image), row.fault);
      row.change?.(local, image);
      workshop.bakery.asked.length = 0;
    });
    tally.check(row.name, wrongWith(row, applied, image!, intact, workshop));
    if (row.told)
      tally.check(
        `the timeline says that ${row.name}`,
        isTold(timelineOf(preset, applied.local.config), row.told)
          ? null
          : "it does not",
      );
    workshop.bakery.faults.clear();
    workshop.drop(applied);
  }
}

function isTold(
  phases: readonly BootPhase[],
  [when, shows]: NonNullable<Row["told"]>,
): boolean {
  return phases
    .flatMap(({ steps }) => steps)
    .flatMap(({ failures }) => failures)
    .some((failure) => when.test(failure.when) && shows.test(failure.shows));
}

function wrongWith(
  row: Row,
  { failed, root }: Applied,
  image: Image,
  intact: Uint8Array | undefined,
  { bakery }: Workshop,
): string | null {
  if (row.ends === null && failed !== null) return failed;
  if (row.ends && !row.ends.test(failed ?? ""))
    return `it ends with ${failed ?? "success"}`;
  const asked = bakery.asked.filter(
    (path) => basename(path) === nameOf(image),
  ).length;
  if (row.asked !== undefined && asked !== row.asked)
    return `the server was asked ${asked} times`;
  if (row.intact === undefined) return null;
  const file = join(root, image.path);
  const isIntact =
    existsSync(file) && readFileSync(file).equals(Buffer.from(intact!));
  return isIntact === row.intact
    ? null
    : `the image is ${isIntact ? "" : "not "}what the server has`;
}

/** The file of the config that is the image, to be changed in place. */
function imageOf({ config }: Localised) {
  const file = config.storage?.files?.find(({ path }) =>
    path?.endsWith(".raw"),
  );
  const contents = file?.contents as
    | { source?: string; verification?: { hash: string } }
    | undefined;
  return file && contents ? { path: file.path!, contents } : null;
}

const nameOf = (image: Image) => basename(image.contents.source!);
