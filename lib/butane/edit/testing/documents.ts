import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { isVisible } from "../../emit/scalar";

/** A document somebody wrote, and what it is called in a test's report. */
export interface Written {
  readonly id: string;
  readonly text: string;
}

/** Beside the repository, where documents of other projects may be kept. */
const corpus = fileURLToPath(
  new URL(
    "../../../../../shared/corpus/butane-documents.jsonl",
    import.meta.url,
  ),
);
const goldens = fileURLToPath(
  new URL("../../testdata/parity/", import.meta.url),
);

/** Real documents where they are at hand, and every golden of Flatcar and Fedora CoreOS. */
export function writtenDocuments(): Written[] {
  return [...realDocuments(), ...goldenDocuments()];
}

function realDocuments(): Written[] {
  if (!existsSync(corpus)) return [];
  const lines = readFileSync(corpus, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Written);
}

function goldenDocuments(): Written[] {
  return readdirSync(goldens)
    .filter((spec) => /^(?:flatcar-1\.1\.0|fcos-1\.5\.0)$/.test(spec))
    .flatMap((spec) =>
      readdirSync(`${goldens}${spec}`).map((name) => ({
        id: `${spec}/${name}`,
        text: readFileSync(`${goldens}${spec}/${name}/input.bu`, "utf8"),
      })),
    );
}

/** Texts that are easily written wrong. */
export const anyText = fc.oneof(
  fc.constantFrom(
    ...["", "a", "yes", "0644", "null", "~", "1.1.0", "with: colon", "# no"],
    ..."a #b|one\ntwo\n|one|one\n|\n|two\n\n|\nlead\n| lead\n  more\n".split(
      "|",
    ),
    ...["trail ", "tab\there", "it's", 'a "b"', "{a}", "[x", "- a", "&x", "*y"],
    ...[
      "é😀",
      "\u0007",
      "a\r\nb",
      "x: |\n  y\n",
      "a,b",
      "? a",
      "%a",
      "---",
      "...",
    ],
    "[Unit]\nDescription=A\n\n[Service]\nExecStart=/bin/true\n",
    "a\n   \nb\n",
  ),
  fc.string({ maxLength: 12 }),
);

/** How a generated document is written. */
interface Looks {
  readonly step: number;
  readonly dash: number;
  readonly gap: number;
  readonly flowBelow: number;
  readonly comments: boolean;
  readonly blanks: boolean;
  readonly quotes: "plain" | "single" | "double";
  readonly newline: string;
  readonly last: string;
}

const looks: fc.Arbitrary<Looks> = fc.record({
  step: fc.constantFrom(2, 4, 1),
  dash: fc.constantFrom(0, 2, 4),
  gap: fc.constantFrom(2, 4),
  flowBelow: fc.constantFrom(1, 2, 3, 4, 9, 9, 9),
  comments: fc.boolean(),
  blanks: fc.boolean(),
  quotes: fc.constantFrom("plain", "single", "double"),
  newline: fc.constantFrom("\n", "\n", "\r\n"),
  last: fc.constantFrom("\n", "", "\n\n", "\n# end\n", "\n...\n"),
});

type Data =
  | string
  | number
  | boolean
  | readonly Data[]
  | { [key: string]: Data };

const contents = fc.record({ inline: anyText });
const file = (path: string) =>
  fc.record(
    {
      path: fc.constant(path),
      mode: fc.constantFrom(0o644, 0o600),
      contents,
      append: fc.array(contents, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["path"] },
  );
const unit = (name: string) =>
  fc.record(
    {
      name: fc.constant(name),
      enabled: fc.boolean(),
      contents: anyText,
      dropins: fc.tuple(
        fc.record({ name: fc.constant("a.conf"), contents: anyText }),
        fc.record({ name: fc.constant("b.conf"), contents: anyText }),
      ),
    },
    { requiredKeys: ["name"] },
  );
const user = (name: string) =>
  fc.record(
    {
      name: fc.constant(name),
      gecos: anyText,
      ssh_authorized_keys: fc.uniqueArray(fc.stringMatching(/^[a-z ]{1,9}$/), {
        minLength: 1,
        maxLength: 4,
      }),
    },
    { requiredKeys: ["name"] },
  );

const disk = (device: string) =>
  fc.record(
    {
      device: fc.constant(device),
      wipe_table: fc.boolean(),
      partitions: fc.tuple(
        fc.record(
          {
            number: fc.constant(1),
            label: fc.constant("root"),
            size_mib: fc.constantFrom(0, 8, 1024),
          },
          { requiredKeys: ["number"] },
        ),
        fc.record({ label: fc.constant("data"), resize: fc.boolean() }),
      ),
    },
    { requiredKeys: ["device"] },
  );
const resource = fc.record(
  {
    source: fc.webUrl({ validSchemes: ["https"] }),
    verification: fc.record({ hash: fc.constant(`sha256-${"0".repeat(64)}`) }),
  },
  { requiredKeys: ["source"] },
);
const seconds = fc.constantFrom(0, 8, 511);
const ignition = fc.record(
  {
    config: fc.record({
      merge: fc.uniqueArray(resource, {
        minLength: 1,
        maxLength: 3,
        selector: ({ source }) => source,
      }),
    }),
    timeouts: fc.record({
      http_response_headers: seconds,
      http_total: seconds,
    }),
    security: fc.record({
      tls: fc.record({
        certificate_authorities: fc.uniqueArray(
          fc.record({ inline: anyText }),
          { minLength: 1, maxLength: 3, selector: ({ inline }) => inline },
        ),
      }),
    }),
    proxy: fc.record(
      {
        https_proxy: fc.constantFrom("https://p:1", "https://q:2"),
        no_proxy: fc.uniqueArray(fc.constantFrom("a", "b", "c"), {
          minLength: 1,
        }),
      },
      { requiredKeys: ["https_proxy"] },
    ),
  },
  { requiredKeys: [] },
);
const argument = fc.constantFrom("quiet", "nosmt", "a=1", "b.c=x,y");
const kernelArguments = fc.record({
  should_exist: fc.uniqueArray(argument, { minLength: 1 }),
});

const some = <One>(
  make: (name: string) => fc.Arbitrary<One>,
  names: string[],
) =>
  fc
    .subarray(names, { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map(make)));

const data = fc
  .record(
    {
      passwd: fc.record({ users: some(user, ["core", "anna", "bob"]) }),
      storage: fc.record(
        {
          files: some(file, ["/etc/a", "/etc/b", "/opt/c/d", "/e"]),
          disks: some(disk, ["/dev/a", "/dev/b"]),
        },
        { requiredKeys: ["files"] },
      ),
      ignition,
      kernel_arguments: kernelArguments,
      systemd: fc.record({ units: some(unit, ["a.service", "b.timer"]) }),
    },
    { requiredKeys: [] },
  )
  .map((sections) => ({ variant: "flatcar", version: "1.1.0", ...sections }));

/** Documents of every look. */
export const styledDocument: fc.Arbitrary<string> = fc
  .tuple(data, looks)
  .map(([root, look]) => {
    const lines = block(root as unknown as Data, 0, look);
    return lines.join(look.newline) + look.last.replace(/\n/g, look.newline);
  });

function block(value: Data, depth: number, look: Looks): string[] {
  if (Array.isArray(value))
    return value.flatMap((item: Data, index) => {
      const [first = "", ...rest] = written(item, depth + 1, look, look.gap);
      const note = look.comments ? [`# item ${index}`] : [];
      const blank = look.blanks && index > 0 && depth === 2 ? [""] : [];
      return [
        ...blank,
        ...note,
        `-${" ".repeat(look.gap - 1)}${first}`,
        ...rest,
      ];
    });
  return Object.entries(value).flatMap(([key, one], index) => {
    const isList = Array.isArray(one);
    const below = isCollection(one) && depth + 1 < look.flowBelow;
    const note = look.comments && key.length % 2 ? [`# about ${key}`] : [];
    const blank = look.blanks && depth === 0 && index > 1 ? [""] : [];
    const behind = look.comments && !key.startsWith("v") ? " # behind" : "";
    if (below)
      return [
        ...blank,
        ...note,
        `${key}:${behind}`,
        ...indented(
          block(one, depth + 1, look),
          isList ? look.dash : look.step,
        ),
      ];
    const [first = "", ...rest] = written(one, depth + 1, look, look.step);
    const comment = rest.length === 0 || /^[|>]/.test(first) ? behind : "";
    return [...blank, ...note, `${key}: ${first}${comment}`, ...rest];
  });
}

/** A value behind a dash or key, and its lines below, which are indented already. */
function written(
  value: Data,
  depth: number,
  look: Looks,
  indent: number,
): string[] {
  if (isCollection(value) && depth < look.flowBelow) {
    const [first = "", ...rest] = block(value, depth, {
      ...look,
      comments: false,
    });
    return [first, ...indented(rest, indent)];
  }
  if (
    typeof value === "string" &&
    /^\S/.test(value) &&
    value.endsWith("\n") &&
    isVisible(value)
  )
    if (depth < look.flowBelow && !/^\s*$|\n\n$|^[ \t]+$/m.test(value))
      return ["|", ...indented(value.slice(0, -1).split("\n"), indent)];
  return [flow(value, look)];
}

function flow(value: Data, look: Looks): string {
  if (Array.isArray(value))
    return `[${value.map((item: Data) => flow(item, look)).join(", ")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(
        ([key, one]) =>
          `${key}: ${key === "mode" ? `0${(one as number).toString(8)}` : flow(one, look)}`,
      )
      .join(", ")}}`;
  if (typeof value === "number") return `0${value.toString(8)}`;
  if (typeof value === "boolean") return String(value);
  if (look.quotes === "single" && !/[^ -~]/.test(value))
    return `'${value.replace(/'/g, "''")}'`;
  if (look.quotes === "plain" && /^[a-z./][a-z./0-9]*$/.test(value))
    return /^(?:yes|null|no|on|off|y|n|true|false)$/.test(value)
      ? `'${value}'`
      : value;
  return JSON.stringify(value).replace(/\u007f/g, "\\x7f");
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(by) + line));
}

function isCollection(
  value: Data,
): value is Exclude<Data, string | number | boolean> {
  return typeof value === "object";
}
