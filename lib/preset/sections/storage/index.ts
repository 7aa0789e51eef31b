import { closed, defineSection } from "../../section";

export const storage = defineSection({
  id: "storage",
  title: "Storage",
  group: "system",
  schema: closed({}),
  initial: {},
  compose() {},
  read: () => ({}),
});
