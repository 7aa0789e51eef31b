import { closed, defineSection, text } from "../section";

export const rest = defineSection({
  id: "rest",
  title: "More Butane",
  group: "system",
  schema: closed({
    text,
    whole: {
      type: "boolean",
      description:
        "Whether the text is the whole document; the sections are then read from it.",
    },
  }),
  initial: { text: "", whole: false },
  compose() {
    // Merged when the document is written: its lines are kept as they were typed.
  },
  silent: (value) => value,
});
