import type { Platform } from "../platform";
import { command } from "../snippets";

export const vagrant: Platform = {
  id: "vagrant",
  title: "Vagrant",
  ignitionPlatform: "virtualbox",
  limit: {
    bytes: 1_024,
    counts: "raw",
    certainty: "documented",
    basis: "as VirtualBox: 1024 bytes by Flatcar's documentation",
  },
  handOver: "config.ign in the directory of the Vagrantfile.",
  takes: [{ encoding: "plain", where: "the file beside the Vagrantfile" }],
  noun: "Ignition config",
  fileName: "config.ign",
  snippets: [command("Vagrant", () => `vagrant up`)],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["Ignition does not know the Parallels provider."],
  docs: "https://www.flatcar.org/docs/latest/deploy/virt-options/vagrant/",
};
