import { specs } from "../variants";
import type { Suggestion, Request } from "./suggestion";
import { unquoted } from "./lines";
import { headerOf, newest, specsOf } from "./spec-of";

interface Offer {
  readonly label: string;
  readonly detail?: string;
  readonly help?: string;
  readonly kind?: Suggestion["kind"];
  /** Whether typing goes on behind it. */
  readonly open?: boolean;
  /** One of the few words that are allowed; where any text may stand, nothing may take the place of what somebody typed. */
  readonly only?: true;
}

/** Values that fit: those that the spec lists, and those that the node or the catalogue knows. */
export function suggestValues(request: Request): Suggestion[] {
  const { place, spot } = request;
  if (!spot.field || spot.struct) return [];
  const typed = unquoted(place.typed).toLowerCase();
  const fitting = offers(request).filter(
    ({ label, only }) => only || label.toLowerCase().includes(typed),
  );
  return fitting.map(({ label, detail, help, kind, open }, rank) => ({
    label,
    kind: kind ?? "value",
    insert: escape(label) + (open ? "$0" : ""),
    ...(detail ? { detail } : {}),
    ...(help ? { help } : {}),
    ...place.span,
    rank,
    ...(open ? { again: true as const } : {}),
  }));
}

function offers(request: Request): Offer[] {
  const { spot, place, text, known } = request;
  const field = spot.field!;
  const at = place.path.filter((key) => typeof key === "string").join(".");
  const special = specials[at];
  const own = special ? special(text) : [];
  const units = at === "systemd.units.name" ? (known?.units ?? []) : [];
  return [
    ...own,
    ...(field.kind === "flag" ? ["true", "false"] : (field.choices ?? []))
      .filter(Boolean)
      .map((label) => ({ label, only: true as const })),
    ...(field.examples ?? []).map((label) => ({
      label,
      open: /[/ -]$/.test(label),
    })),
    ...units.map(({ name, help }) => ({
      label: name,
      help,
      kind: "unit" as const,
    })),
    ...images(request, at),
  ];
}

const specials: Readonly<Record<string, (text: string) => Offer[]>> = {
  variant: () =>
    [...new Set(specs.map(({ variant }) => variant))].map((label) => ({
      label,
      only: true,
    })),
  version: (text) => {
    const own = specsOf(headerOf(text).variant?.value ?? "flatcar");
    const best = newest(own)?.version;
    return own
      .map(({ version, base }) => ({
        label: version,
        only: true as const,
        detail: `becomes Ignition ${base.ignition.version}`,
      }))
      .reverse()
      .sort((one, other) => +(other.label === best) - +(one.label === best));
  },
};

/** How many images are offered at once; more typing brings the others. */
const MANY = 200;

const imagePlaces: Readonly<Record<string, "path" | "link" | "url">> = {
  "storage.files.path": "path",
  "storage.files.contents.source": "url",
  "storage.links.path": "link",
  "storage.links.target": "path",
};

/** Files and addresses of released extensions, for the architecture that the document is for. */
function images({ known, place, text }: Request, at: string): Offer[] {
  const part = imagePlaces[at];
  if (!part || !known) return [];
  const other = /-arm64\.raw\b/.test(text) ? "x86-64" : "arm64";
  const typed = place.typed.replace(/^["']/, "");
  const seen = new Set<string>();
  const fitting = known.images.filter((image) => {
    const label = image[part];
    if (seen.has(label) || label === typed) return false;
    if (image.path.endsWith(`-${other}.raw`) || !label.startsWith(typed))
      return false;
    return seen.add(label);
  });
  return fitting.slice(0, MANY).map((image) => ({
    label: image[part],
    detail: image.title,
    kind: "image",
  }));
}

/** `$`, `}` and `\` mean something in snippets. */
export function escape(text: string): string {
  return text.replace(/[$}\\]/g, "\\$&");
}
