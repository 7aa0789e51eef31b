import { closed, defineSection } from "../../section";

export const advanced = defineSection({
  id: "advanced",
  title: "Advanced",
  group: "system",
  schema: closed({}),
  initial: {},
  compose() {},
  read: () => ({}),
});
