import type { Rules } from "../../../validate/rules";
import { validateCex } from "./cex";
import {
  validateDocument,
  validateMetadata,
  validateOpenShift,
} from "./validate";
import type { Path } from "../../../path";

export const rules = {
  Config: validateDocument,
  Metadata: validateMetadata,
  OpenShift: validateOpenShift,
} as const satisfies Rules;

/** From 4.19 on. Fedora CoreOS's own rule for the whole document is not used, upstream neither. */
export const rulesWithCex = {
  ...rules,
  Config: (document: Parameters<typeof validateCex>[0], at: Path) => [
    ...validateDocument(document, at),
    ...validateCex(document, at),
  ],
} as const satisfies Rules;
