import { itemsAt, putWantsLink, textAt, type OpenDocument } from "@/lib/butane";
import { iniText, oneLine, readIni, valueOf } from "../ini";
import type { Group } from "../parts";
import type { LimitsValue } from "./value";

/** Docker from boot on. Otherwise its socket waits for the first command. */
export const start: Group<boolean> = {
  compose(value, document, at) {
    if (value) putWantsLink(document, { name: "docker.service" }, at);
  },
  read: (document) =>
    document.named(
      "storage.links",
      "/etc/systemd/system/multi-user.target.wants/docker.service",
    ).length > 0
      ? true
      : undefined,
};

const diskDropin = "10-disk.conf";

/** Without its disk Docker would begin anew, in an empty folder below the place where the disk belongs. */
export const disk: Group<string> = {
  compose(value, document, at) {
    const path = oneLine(value);
    if (path !== "")
      document.putDropin(
        "docker.service",
        {
          name: diskDropin,
          contents: iniText([
            {
              name: "Unit",
              settings: [["RequiresMountsFor", path.replaceAll("%", "%%")]],
            },
          ]),
        },
        { origin: at },
      );
  },
  read(document) {
    const text = dropinIn(document, "docker.service", diskDropin);
    return text === undefined
      ? undefined
      : valueOf(readIni(text), "Unit", "RequiresMountsFor").replaceAll(
          "%%",
          "%",
        );
  },
};

const limitsDropin = "30-limits.conf";
const limitedUnits = ["docker.service", "containerd.service"] as const;

/** What containers may use at most unless they are told otherwise; they get it from whoever starts them. */
export const limits: Group<LimitsValue> = {
  compose(value, document, at) {
    const contents = iniText([
      {
        name: "Service",
        settings: [
          ["LimitMEMLOCK", value.memlock],
          ["LimitNOFILE", value.files],
        ],
      },
    ]);
    if (contents === "") return;
    for (const unit of limitedUnits)
      document.putDropin(
        unit,
        { name: limitsDropin, contents },
        { origin: at },
      );
  },
  read(document) {
    const text = dropinIn(document, limitedUnits[0], limitsDropin);
    if (text === undefined) return undefined;
    const read = readIni(text);
    return {
      memlock: valueOf(read, "Service", "LimitMEMLOCK"),
      files: valueOf(read, "Service", "LimitNOFILE"),
    };
  },
};

/** The text of a drop-in. */
export function dropinIn(
  document: OpenDocument,
  unit: string,
  name: string,
): string | undefined {
  const [entry] = document.named("systemd.units", unit);
  const dropin = itemsAt(entry?.value, "dropins").find(
    (one) => textAt(one, "name") === name,
  );
  return textAt(dropin, "contents");
}
