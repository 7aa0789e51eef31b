import type { Platform } from "../platform";
import { command } from "../snippets";

export const genericUrl: Platform = {
  id: "generic-url",
  title: "Any platform, by address",
  ignitionPlatform: "any",
  noLimit: { certainty: "documented", basis: "a file that is fetched" },
  handOver:
    "A small pointer config as user data; the config itself at an address.",
  takes: [{ encoding: "plain", where: "the file at the address" }],
  noun: "Ignition config",
  fileName: "config.ign",
  snippets: [
    command(
      "Pointer config",
      () => `printf '{"ignition":{"version":"%s","config":{"replace":{"source":"%s","verification":{"hash":"sha512-%s"}}}}}' \\
  3.3.0 https://example.com/config.ign "$(sha512sum config.ign | cut -d' ' -f1)" > pointer.ign`,
    ),
  ],
  remedies: [],
  notes: [
    'The file may be stored gzipped if the pointer says "compression":"gzip"; the hash is of the unpacked bytes.',
    "The pointer itself stays plain JSON.",
  ],
  docs: "https://github.com/coreos/ignition/blob/main/docs/configuration-v3_3.md",
};
