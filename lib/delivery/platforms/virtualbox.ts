import type { Platform } from "../platform";
import { command } from "../snippets";

export const virtualbox: Platform = {
  id: "virtualbox",
  title: "VirtualBox",
  ignitionPlatform: "virtualbox",
  since: 3185,
  limit: {
    bytes: 1_024,
    counts: "raw",
    certainty: "documented",
    basis: "Flatcar documentation: a guest property holds 1024 bytes",
  },
  handOver: "The guest property /Ignition/Config.",
  takes: [{ encoding: "plain", where: "the guest property" }],
  noun: "guest property",
  fileName: "config.ign",
  snippets: [
    command(
      "VBoxManage",
      ({ name }) =>
        `VBoxManage guestproperty set ${name} /Ignition/Config "$(cat config.ign)"`,
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [
    "Nearly every real config has to be fetched from an address.",
    "VirtualBox before 7.2 took up to 128 KiB.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/virt-options/virtualbox/",
};
