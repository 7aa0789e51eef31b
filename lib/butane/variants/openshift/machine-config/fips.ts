import type { Values } from "../../../struct/decode";
import type { Translation } from "../../../translate/translation";
import type { Document } from "./schema";

/** FIPS 140-2 does not allow the cipher that LUKS takes by default. */
const CIPHER = ["--cipher", "aes-cbc-essiv:sha256"];

type Luks = Values & { readonly options?: readonly string[] };

/** With `fips`, every encrypted device gets a cipher that it may use, unless the document names one. */
export function addFipsOptions(
  run: Translation,
  document: Document,
  config: Values,
): void {
  if (!document.openshift?.fips) return;
  const storage = (config.storage ?? {}) as { luks?: readonly Luks[] };
  if (!storage.luks) return;
  const luks = storage.luks.map((one, index) => {
    const { options = [] } = one;
    if (options.some(namesCipher)) return one;
    trace(run, ["storage", "luks", index, "options"], options.length);
    return { ...one, options: [...options, ...CIPHER] };
  });
  config.storage = { ...storage, luks };
}

function namesCipher(option: string): boolean {
  return (
    option === "--cipher" || option.startsWith("--cipher=") || option === "-c"
  );
}

function trace(
  run: Translation,
  at: readonly (string | number)[],
  length: number,
): void {
  const from = ["openshift", "fips"];
  if (length === 0) run.sources.add({ from, to: at });
  CIPHER.forEach((_, index) =>
    run.sources.add({ from, to: [...at, length + index] }),
  );
}
