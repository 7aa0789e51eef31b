import { flag, list, struct, table, text } from "../../../struct/field";
import type { StructValue } from "../../../struct/structs";

/** What a MachineConfig holds besides the Ignition config. Ignition itself sees none of it. */
export const structs = Object.freeze({
  Config: {
    metadata: struct("Metadata", "How the MachineConfig is called and found.", {
      sugar: true,
    }),
    openshift: struct("OpenShift", "What OpenShift sets up on the node.", {
      sugar: true,
    }),
  },
  Metadata: {
    name: text(
      "Name of the MachineConfig; begin it with a number to order it.",
      {
        required: true,
      },
    ),
    labels: table(
      "Labels of the MachineConfig; `machineconfiguration.openshift.io/role` says which nodes it is for.",
    ),
  },
  OpenShift: {
    kernel_arguments: list("text", "Arguments added to the kernel's own."),
    extensions: list(
      "text",
      "Extensions of RHCOS to install, such as `usbguard`.",
    ),
    fips: flag("Whether the node runs in FIPS 140 mode; set at installation."),
    kernel_type: text("Which kernel the node runs.", {
      choices: ["", "default", "realtime"],
    }),
  },
} as const);

export type Document = StructValue<typeof structs, "Config">;
export type Metadata = StructValue<typeof structs, "Metadata">;
export type OpenShift = StructValue<typeof structs, "OpenShift">;
