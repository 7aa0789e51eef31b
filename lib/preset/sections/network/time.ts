import { textAt, valueAt } from "@/lib/butane";
import { iniText, oneLine, readIni, wordsIn, wordsOf } from "../ini";
import type { Group } from "../parts";
import type { TimeValue } from "./value";

const timesyncd = "/etc/systemd/timesyncd.conf";
const ntpConf = "/etc/ntp.conf";

// Who may do what with the daemon: everyone may ask for the time, and only the node itself for more.
const restrictions = `
restrict default nomodify nopeer noquery limited kod
restrict 127.0.0.1
restrict [::1]
`;

/** Where the node takes its time from. timesyncd runs unless ntpd does, and both at once would fight over the clock. */
export const time: Group<TimeValue> = {
  compose(value, document, at) {
    const servers = value.servers.map(oneLine).filter(Boolean);
    if (value.client === "ntpd") {
      document.putUnit(
        { name: "systemd-timesyncd.service", mask: true },
        { comment: "ntpd keeps the clock.", origin: at },
      );
      document.putUnit({ name: "ntpd.service", enabled: true }, { origin: at });
      if (servers.length > 0)
        document.putFile(
          {
            path: ntpConf,
            mode: 0o644,
            overwrite: true,
            contents: {
              inline:
                servers.map((one) => `server ${one}\n`).join("") + restrictions,
            },
          },
          { origin: [...at, "servers"] },
        );
      return;
    }
    const text = iniText([
      {
        name: "Time",
        settings: [
          ["NTP", servers.join(" ")],
          [
            "FallbackNTP",
            value.fallback.map(oneLine).filter(Boolean).join(" "),
          ],
        ],
      },
    ]);
    if (text !== "")
      document.putFile(
        {
          path: timesyncd,
          mode: 0o644,
          overwrite: true,
          contents: { inline: text },
        },
        { origin: at },
      );
  },
  read(document) {
    const [ntpd] = document.named("systemd.units", "ntpd.service");
    if (valueAt(ntpd?.value, "enabled") === true) {
      const [file] = document.named("storage.files", ntpConf);
      const lines = (textAt(file?.value, "contents", "inline") ?? "").split(
        "\n",
      );
      const servers = lines
        .map(wordsIn)
        .flatMap(([word, ...rest]) =>
          word === "server" ? [rest.join(" ")] : [],
        );
      return { client: "ntpd", servers, fallback: [] };
    }
    const [file] = document.named("storage.files", timesyncd);
    if (!file) return undefined;
    const read = readIni(textAt(file.value, "contents", "inline") ?? "");
    return {
      client: "",
      servers: wordsOf(read, "Time", "NTP"),
      fallback: wordsOf(read, "Time", "FallbackNTP"),
    };
  },
};
