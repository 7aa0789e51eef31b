import type { ButaneDocument, Path } from "@/lib/butane";
import { asTyped } from "../../read/as-typed";
import { closed, defineSection, oneOf, text } from "../../section";
import { count, firstFew, quote } from "../../words";
import { composeCertificates, readCertificates } from "./certificates";
import {
  composeMergeOptions,
  mutableModes,
  noMergeOptions,
  policyText,
  readMergeOptions,
  type MergeKind,
} from "./merge-options";
import type { AdvancedValue } from "./value";
import { composeWrites, hierarchies, noWrites, readWrites } from "./writes";

const empty = { ...text, default: "" } as const;

const mergeOptions = closed({
  mutable: {
    ...oneOf("", ...mutableModes),
    default: "",
    description: "How writes to the merged trees are taken.",
  },
  policy: { ...oneOf("", "verity", "signed", "own"), default: "" },
  ownPolicy: { ...empty, description: "As in systemd.image-policy(7)." },
});

const route = { ...oneOf("", "directory", "original"), default: "" };

const initial: AdvancedValue = {
  sysext: noMergeOptions,
  confext: noMergeOptions,
  writes: noWrites,
  certificates: [],
  keepEtcCopies: false,
};

export const advanced = defineSection({
  id: "advanced",
  title: "Advanced",
  group: "system",
  schema: closed({
    sysext: mergeOptions,
    confext: mergeOptions,
    writes: closed({
      usr: { ...oneOf("", "directory"), default: "" },
      opt: route,
      etc: route,
    }),
    certificates: {
      type: "array",
      items: closed({ name: text, text: empty }, ["name"]),
    },
    keepEtcCopies: {
      type: "boolean",
      description: "Writes /etc/.no-dup-update.",
    },
  }),
  initial,
  compose(value, { document, preset }) {
    composeAdvanced(value, preset.target.release, document);
  },
  read(context) {
    const { document, prior, node } = context;
    const found: AdvancedValue = {
      sysext: readMergeOptions("sysext", document),
      confext: readMergeOptions("confext", document),
      writes: readWrites(document, () => context.written),
      certificates: readCertificates(document),
      keepEtcCopies: document.named("storage.files", keepCopies).length > 0,
    };
    if (countOf(found) === 0 && countOf(prior.advanced) === 0)
      return prior.advanced;
    return asTyped(document, prior.advanced, found, {
      write: (value, draft) =>
        composeAdvanced(value, node.target.release, draft),
      without,
      silent: initial,
    });
  },
  without,
  count: countOf,
  describe: ({ sysext, confext, writes, certificates, keepEtcCopies }) => [
    ...merged("sysext", "/usr and /opt", sysext),
    ...merged("confext", "/etc", confext),
    ...hierarchies
      .filter((hierarchy) => writes[hierarchy] !== "")
      .map((hierarchy) => `says where writes to a merged /${hierarchy} go`),
    ...(certificates.length > 0
      ? [
          `trusts ${count(certificates.length, "signer")} of images: ${firstFew(certificates.map(({ name }) => quote(name)))}`,
        ]
      : []),
    ...(keepEtcCopies ? ["keeps copies of defaults in /etc"] : []),
  ],
});

const keepCopies = "/etc/.no-dup-update";

function composeAdvanced(
  value: AdvancedValue,
  release: string,
  document: ButaneDocument,
): void {
  composeMergeOptions("sysext", value.sysext, release, document);
  composeMergeOptions("confext", value.confext, release, document);
  composeWrites(value.writes, document);
  composeCertificates(value.certificates, document);
  if (value.keepEtcCopies)
    document.putFile(
      { path: keepCopies, mode: 0o644 },
      {
        comment:
          "Keeps copies in /etc that are the same as the image's defaults.",
        origin: ["advanced", "keepEtcCopies"],
      },
    );
}

function without(value: AdvancedValue, fields: readonly Path[]): AdvancedValue {
  return {
    sysext: isAsked(fields, "sysext") ? noMergeOptions : value.sysext,
    confext: isAsked(fields, "confext") ? noMergeOptions : value.confext,
    writes: {
      usr: isAsked(fields, "writes", "usr") ? "" : value.writes.usr,
      opt: isAsked(fields, "writes", "opt") ? "" : value.writes.opt,
      etc: isAsked(fields, "writes", "etc") ? "" : value.writes.etc,
    },
    certificates: value.certificates.filter(
      (_, index) => !isAsked(fields, "certificates", index),
    ),
    keepEtcCopies: value.keepEtcCopies && !isAsked(fields, "keepEtcCopies"),
  };
}

function isAsked(fields: readonly Path[], ...part: Path): boolean {
  return fields.some(([, ...field]) =>
    part.every((key, index) => field[index] === key),
  );
}

function countOf(value: AdvancedValue): number {
  const { sysext, confext, writes, certificates, keepEtcCopies } = value;
  const set = [sysext, confext].flatMap(({ mutable, policy }) => [
    mutable,
    policy,
  ]);
  return (
    [...set, ...Object.values(writes)].filter((one) => one !== "").length +
    certificates.length +
    (keepEtcCopies ? 1 : 0)
  );
}

function merged(
  kind: MergeKind,
  trees: string,
  options: AdvancedValue["sysext"],
): string[] {
  const policy = policyText(kind, options);
  return [
    ...(options.mutable
      ? [`merges images over ${trees} in mode ${options.mutable}`]
      : []),
    ...(policy
      ? [`takes images over ${trees} by policy ${quote(policy)}`]
      : []),
  ];
}
