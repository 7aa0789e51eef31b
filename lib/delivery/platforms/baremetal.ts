import type { Platform } from "../platform";
import { type CommandWords, command } from "../snippets";

/** The installer takes the running system's board and the channel's newest release by itself; we name what differs. */
function optionsOf({ board, channel, release }: CommandWords): string {
  const options = ["-C", channel];
  if (release) options.push("-V", release);
  else if (channel === "lts") options.push("-V", "LTS_VERSION");
  if (board === "arm64-usr") options.push("-B", board, "-o", "''");
  return ` ${options.join(" ")}`;
}

export const baremetal: Platform = {
  id: "baremetal",
  title: "Bare metal, installed to disk",
  ignitionPlatform: "metal",
  noLimit: { certainty: "documented", basis: "a file" },
  handOver: "flatcar-install writes the file to the OEM partition.",
  takes: [{ encoding: "plain", where: "the file for flatcar-install" }],
  noun: "Ignition config",
  fileName: "config.ign",
  snippets: [
    command(
      "flatcar-install",
      (words) => `flatcar-install -d /dev/sda${optionsOf(words)} -i config.ign`,
    ),
    command(
      "flatcar-install, smallest disk",
      (words) => `flatcar-install -s${optionsOf(words)} -i config.ign`,
    ),
  ],
  remedies: [],
  notes: [],
  docs: "https://www.flatcar.org/docs/latest/deploy/bare-metal/installing-to-disk/",
};
