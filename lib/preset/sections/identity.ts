import { textAt } from "@/lib/butane";
import { filledIn } from "../words";
import { closed, defineSection, text } from "../section";

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
  }),
  initial: { hostname: "", timezone: "" },
  count: filledIn,
  compose({ hostname, timezone }, { document }) {
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
  },
  read({ document }) {
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
    };
  },
  without: (value, fields) => ({
    ...value,
    ...Object.fromEntries(fields.map(([, field]) => [field, ""])),
  }),
});
