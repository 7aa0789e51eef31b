import { flag, list, text } from "../../struct/field";
import { extendStructs, type StructValue } from "../../struct/structs";
import { structs as v0_7 } from "../v0_7/schema";

/** Base spec 0.8-experimental, which becomes Ignition 3.7-experimental: Podman's quadlets. */
export const structs = extendStructs(v0_7, {
  Quadlet: {
    name: text("File name of the quadlet, with its ending: `web.container`.", {
      required: true,
    }),
    contents: text("The quadlet file.", { lines: true }),
    contents_local: text(
      "A file below the files directory that holds the quadlet.",
    ),
    dropins: list("Dropin", "Files that change parts of the quadlet."),
    rootful: flag("Whether it runs as root.", {
      absent: "`false`: it runs for every user",
    }),
  },
  Systemd: {
    quadlets: list("Quadlet", "Podman's containers, volumes and the like.", {
      sugar: true,
    }),
  },
});

type Structs = typeof structs;
export type Config = StructValue<Structs, "Config">;
export type Quadlet = StructValue<Structs, "Quadlet">;
export type Dropin = StructValue<Structs, "Dropin">;
