import { closed, defineSection } from "../../section";

export const units = defineSection({
  id: "units",
  title: "Units",
  group: "system",
  schema: closed({}),
  initial: {},
  compose() {},
  read: () => ({}),
});
