import { closed, defineSection, text } from "../section";

export const rest = defineSection({
  id: "rest",
  title: "More Butane",
  group: "system",
  schema: closed({ text }),
  initial: { text: "" },
  compose() {
    // Merged when the document is written: its lines are kept as they were typed.
  },
});
