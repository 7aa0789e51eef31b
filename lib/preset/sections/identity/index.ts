import { textAt, type ButaneDocument } from "@/lib/butane";
import type { IdentityValue } from "../../preset";
import { closed, defineSection, text, type Schema } from "../../section";
import {
  hostnameUnit,
  hostnameUnitText,
  isVariable,
  metadataDropin,
} from "./metadata";
import { readMetadata } from "./read-metadata";

export const identity = defineSection({
  id: "identity",
  title: "Identity",
  group: "node",
  schema: closed({
    hostname: text,
    timezone: {
      ...text,
      description: "Name in the time zone database; empty leaves UTC.",
    },
    // Absent where nothing is taken from it.
    hostnameVariable: {
      ...text,
      description: "Variable of the platform's metadata.",
    },
    metadataFor: { type: "array", items: text } satisfies Schema,
  }),
  initial: { hostname: "", timezone: "" },
  count: ({ hostname, timezone, hostnameVariable, metadataFor }) =>
    [hostname, timezone, hostnameVariable].filter(Boolean).length +
    (metadataFor?.length ?? 0),
  compose(value, { document }) {
    const { hostname, timezone } = value;
    if (hostname) {
      document.putFile(
        // Some platforms' agents write a name before Ignition does.
        {
          path: "/etc/hostname",
          mode: 0o644,
          overwrite: true,
          contents: { inline: `${hostname}\n` },
        },
        { origin: ["identity", "hostname"] },
      );
    }
    if (timezone) {
      document.putLink(
        {
          path: "/etc/localtime",
          target: `/usr/share/zoneinfo/${timezone}`,
          overwrite: true,
        },
        { origin: ["identity", "timezone"] },
      );
    }
    composeMetadata(value, document);
  },
  read({ document, prior }) {
    const [name] = document.named("storage.files", "/etc/hostname");
    const [zone] = document.named("storage.links", "/etc/localtime");
    const target = textAt(zone?.value, "target") ?? "";
    return {
      hostname: (textAt(name?.value, "contents", "inline") ?? "").replace(
        /\n$/,
        "",
      ),
      timezone:
        /^(?:\.\.)?\/usr\/share\/zoneinfo\/(.+)$/s.exec(target)?.[1] ?? "",
      ...readMetadata(document, prior.identity),
    };
  },
  without: ({ hostnameVariable, metadataFor, ...names }, fields) => {
    const asked = new Set(fields.map(([, field]) => field));
    const units = metadataFor?.filter(
      (_, at) =>
        !fields.some(
          ([, field, index]) => field === "metadataFor" && index === at,
        ),
    );
    return {
      hostname: asked.has("hostname") ? "" : names.hostname,
      timezone: asked.has("timezone") ? "" : names.timezone,
      ...(hostnameVariable === undefined || asked.has("hostnameVariable")
        ? {}
        : { hostnameVariable }),
      ...(units && units.length > 0 ? { metadataFor: units } : {}),
    };
  },
  describe: ({ hostnameVariable, metadataFor = [] }) => [
    ...(hostnameVariable
      ? ["takes the host name from the platform's metadata"]
      : []),
    ...(metadataFor.length > 0 ? ["gives units the platform's metadata"] : []),
  ],
});

function composeMetadata(
  { hostnameVariable = "", metadataFor = [] }: IdentityValue,
  document: ButaneDocument,
): void {
  if (isVariable(hostnameVariable))
    document.putUnit(
      {
        name: hostnameUnit,
        enabled: true,
        contents: hostnameUnitText(hostnameVariable),
      },
      { origin: ["identity", "hostnameVariable"] },
    );
  metadataFor.forEach((unit, index) => {
    if (unit !== "")
      document.putDropin(unit, metadataDropin, {
        origin: ["identity", "metadataFor", index],
      });
  });
}
