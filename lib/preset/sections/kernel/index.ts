import { closed, defineSection } from "../../section";

export const kernel = defineSection({
  id: "kernel",
  title: "Kernel and boot",
  group: "system",
  schema: closed({}),
  initial: {},
  compose() {},
  read: () => ({}),
});
