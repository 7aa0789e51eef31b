import { closed, oneOf, text, texts, type Schema } from "../../section";

const off: Schema = { type: "boolean", default: false };

export const kernelSchema = closed({
  arguments: {
    ...texts,
    description: "Kernel arguments that are added where they are missing.",
  },
  removed: { ...texts, description: "Kernel arguments that are taken away." },
  confs: {
    type: "array",
    default: [],
    description: "Settings files; the kind says in which folder.",
    items: closed(
      {
        kind: oneOf(
          ...["sysctl", "modules", "modprobe", "udev"],
          ...["tmpfiles", "journald", "audit", "motd"],
        ),
        name: { ...text, default: "" },
        text: { ...text, default: "" },
      },
      ["kind"],
    ),
  },
  fips: off,
  selinuxEnforcing: off,
  cgroupV1: off,
  governor: {
    ...oneOf("", "performance", "powersave", "ondemand", "conservative"),
    default: "",
  },
});
