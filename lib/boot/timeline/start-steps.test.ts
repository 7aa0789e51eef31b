import { describe, expect, test } from "vitest";
import { rows, stepOf, timeline } from "./testing";

describe("a unit that a link starts", () => {
  const link = (unit: string, chosen: object[] = []) => ({
    extensions: { chosen },
    files: {
      links: [
        {
          path: `/etc/systemd/system/multi-user.target.wants/${unit}`,
          target: `/usr/lib/systemd/system/${unit}`,
        },
      ],
    },
  });
  const own = {
    id: "mytool",
    own: { url: "https://a.example.com/mytool.raw" },
  };
  const by = "by a link in multi-user.target.wants";

  test.each([
    ["iptables-restore.service", [], "services", "is one of the OS"],
    ["iptables-restore.service", [own], "services", "is, images or not"],
    ["getty@tty2.service", [], "services", "may be an instance"],
    ["docker.service", [], "read-again", "comes with the image of Docker"],
    ["mytool.service", [own], "read-again", "may come with an own image"],
  ])("%s with %j starts in %s: it %s", (unit, chosen, id) => {
    const given = link(unit, chosen);
    expect(rows(stepOf(id, given))).toContain(`${unit}: ${by}`);
    const other = id === "services" ? "read-again" : "services";
    const steps = timeline(given).flatMap(({ steps: all }) => all);
    const rest = steps.find((one) => one.id === other);
    expect(rest ? rows(rest) : []).not.toContain(`${unit}: ${by}`);
  });

  test("one of a layer that the config brings comes with it", () => {
    const given = {
      ...link("site.service"),
      layers: {
        directories: [
          {
            name: "site",
            files: [
              {
                path: "usr/lib/systemd/system/site.service",
                text: "[Service]\nExecStart=/bin/true\n",
              },
            ],
          },
        ],
      },
    };
    expect(rows(stepOf("read-again", given))).toContain(`site.service: ${by}`);
  });

  test("a unit of the OS that is only enabled starts with the others", () => {
    const units = [{ name: "iptables-restore.service", enabled: "yes" }];
    expect(rows(stepOf("services", { units: { units } }))).toContain(
      "iptables-restore.service: of the OS",
    );
  });
});
