import { flag, list, text } from "../../struct/field";
import { extendStructs, type StructValue } from "../../struct/structs";
import { structs as v0_4 } from "../v0_4/schema";

/** Base spec 0.5, which becomes Ignition 3.4: local units, drop-ins and keys, and more about encryption. */
export const structs = extendStructs(v0_4, {
  Dropin: {
    contents_local: text(
      "A file below the files directory that holds the drop-in.",
      { sugar: true },
    ),
  },
  Luks: {
    discard: flag(
      "Whether freed blocks are passed on to the device. SSDs stay fast and thin storage small, but it shows which blocks hold data.",
      { absent: "`false`" },
    ),
    open_options: list(
      "text",
      "Further options for `cryptsetup luksOpen`, kept for later boots.",
    ),
  },
  PasswdUser: {
    ssh_authorized_keys_local: list(
      "text",
      "Files below the files directory that hold public keys, one per line.",
      { sugar: true },
    ),
  },
  Tang: {
    advertisement: text(
      "What the server would say about its keys, as JSON text, so that it need not be asked.",
    ),
  },
  Unit: {
    contents_local: text(
      "A file below the files directory that holds the unit file.",
      { sugar: true },
    ),
  },
});

type Structs = typeof structs;
export type Unit = StructValue<Structs, "Unit">;
export type Dropin = StructValue<Structs, "Dropin">;
export type PasswdUser = StructValue<Structs, "PasswdUser">;
