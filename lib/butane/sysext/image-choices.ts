/** What can be said of one image beside its version and its updates; every key may be left out. */
export interface ImageChoices {
  /** Where this image and its updates come from, in place of the node's bakery. */
  readonly bakery?: string;
  /**
   * `newest`: Ignition fetches no image; the node asks for the newest one of its series when it first boots. Takes updates that
   * are not `none`: without them nothing says where images are.
   */
  readonly firstBoot?: "newest";
  /** Newer images are looked for by hand only: the transfer file is there, and nothing runs it. */
  readonly hold?: boolean;
  /** Nothing older is ever installed (`MinVersion=`); a whole version such as `v1.32.2`. */
  readonly minVersion?: string;
  /** Stays on disk whatever else is cleared away (`ProtectVersion=`); a whole version. */
  readonly protectVersion?: string;
  /** Whether the list of images has to be signed (`Verify=`); `false` unless given. */
  readonly verify?: boolean;
  /**
   * `published`: the bakery's own rule for updates is fetched, in place of one that is written out; smaller, and one more download that
   * the first boot waits for. Only where the bakery has one that says the same; written out elsewhere.
   */
  readonly rules?: "published";
  /** Units that `restart` restarts, in place of those of the catalogue. */
  readonly restartUnits?: readonly string[];
}

const keys = [
  "bakery",
  "firstBoot",
  "hold",
  "minVersion",
  "protectVersion",
  "verify",
  "rules",
  "restartUnits",
] as const satisfies readonly (keyof ImageChoices)[];

/** The part of a chosen image that is its choices; keys that are not there stay away. */
export function choicesOf(chosen: ImageChoices): ImageChoices {
  return Object.fromEntries(
    keys.flatMap((key) =>
      chosen[key] === undefined ? [] : [[key, chosen[key]]],
    ),
  );
}

/** A chosen image with one of its choices set, or gone where the value is what nobody says. */
export function withChoice<
  Chosen extends ImageChoices,
  Key extends keyof ImageChoices,
>(chosen: Chosen, key: Key, value: ImageChoices[Key] | undefined): Chosen {
  const { [key]: _, ...rest } = chosen;
  const unsaid =
    value === undefined ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0);
  return (unsaid ? rest : { ...rest, [key]: value }) as Chosen;
}
