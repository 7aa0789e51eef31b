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
});
