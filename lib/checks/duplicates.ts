import type { Check } from "./check";
import { chosenOf } from "./extensions";

/** systemd-sysext knows an image by its name alone. */
export const duplicateExtensions: Check = ({ preset }) => {
  const first = new Map<string, number>();
  return chosenOf(preset).flatMap(({ chosen, index, title, at }) => {
    const before = first.get(chosen.id);
    if (before === undefined) {
      first.set(chosen.id, index);
      return [];
    }
    const kept = preset.extensions.chosen.filter((_, other) => other !== index);
    return [
      {
        kind: "error" as const,
        code: "extension-twice",
        sentence: `${title} is chosen twice: both images are linked as /etc/extensions/${chosen.id}.raw, and only one can be.`,
        field: at("id"),
        fix: {
          label: "Remove this one",
          edits: [{ path: ["extensions", "chosen"], value: kept }],
        },
      },
    ];
  });
};
