import { closed, oneOf, text, type Schema } from "../../section";

const empty: Schema = { ...text, default: "" };
const off: Schema = { type: "boolean", default: false };

/** How units are stored. */
export const unitsSchema: Schema = closed({
  units: {
    type: "array",
    items: closed(
      {
        name: text,
        enabled: {
          ...oneOf("", "yes", "no"),
          default: "",
          description: "Empty leaves it as the image has it.",
        },
        mask: off,
        contents: empty,
        dropins: {
          type: "array",
          default: [],
          items: closed({ name: text, contents: empty }, ["name"]),
        },
      },
      ["name"],
    ),
  },
  userUnits: {
    type: "array",
    items: closed({ name: text, contents: empty, enabled: off }, ["name"]),
  },
});
