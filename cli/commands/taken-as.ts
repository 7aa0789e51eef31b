import { isatty } from "node:tty";
import { encodingFindings } from "@/lib/checks/platform";
import { sizeFindings } from "@/lib/checks/user-data-size";
import { imageOf } from "@/lib/delivery/images";
import type { Encoding, ImageKind, UserData } from "@/lib/delivery/platform";
import { platformById } from "@/lib/delivery/platforms";
import { encodedFor } from "@/lib/delivery/user-data";
import type { Outcome, Problem } from "@/lib/pipeline";
import type { Preset } from "@/lib/preset";
import { UsageError } from "../flags";

/** What `--as` names: an encoding that the platform takes, or an image made for it. */
export type Form =
  | { readonly encoding: Encoding }
  | { readonly image: ImageKind };

/** Reads `--as`; `null` without it. The platform says what it takes. */
export function formOf(word: string, platform: string): Form | null {
  if (word === "") return null;
  const { takes, images = [] } = platformById(platform) ?? {};
  const take = takes?.find(({ encoding }) => encoding === word);
  if (take) return { encoding: take.encoding };
  const image = images.find(({ kind }) => kind === word);
  if (image) return { image: image.kind };
  if (!takes) throw new UsageError("--as needs --user-data");
  const forms = [
    ...takes.map(({ encoding }) => encoding),
    ...images.map(({ kind }) => kind),
  ];
  throw new UsageError(`--as for ${platform} is ${orOf(forms)}, not ${word}`);
}

const orOf = (words: readonly string[]) =>
  words.join(", ").replace(/, (?=[^,]*$)/, " or ");

/** An image is no text: it goes to a file or a pipe. */
export function refuseAtTerminal(form: Form | null, output: string): void {
  if (form && "image" in form && output === "" && isatty(1))
    throw new UsageError(
      "an image is not for a terminal: name a file with --output",
    );
}

/** The node as that form has it. */
export function takenAs(
  { platform, config, node }: UserData,
  form: Form,
): string | Uint8Array {
  return "image" in form
    ? imageOf(form.image, { config, name: node.name })
    : encodedFor(platform, config, form.encoding).text;
}

const aboutSize =
  /^user-data-(nearly-|perhaps-)?too-big$|^user-data-other-way$/;

/** The problems with those of the size and the encoding as this form has them: an image is a file, which no limit counts. */
export function problemsOf(
  preset: Preset,
  { problems, userData }: Outcome,
  form: Form | null,
): readonly Problem[] {
  if (!form || !userData) return problems;
  const { platform, config } = userData;
  const others = problems.filter(({ code }) => !aboutSize.test(code));
  if ("image" in form) return others;
  const encoded = encodedFor(platform, config, form.encoding);
  return [
    ...others,
    ...encodingFindings(preset, form.encoding),
    ...sizeFindings({ ...userData, ...encoded }),
  ];
}
