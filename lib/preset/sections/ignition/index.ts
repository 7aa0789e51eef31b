import { closed, defineSection } from "../../section";

export const ignition = defineSection({
  id: "ignition",
  title: "Ignition",
  group: "system",
  schema: closed({}),
  initial: {},
  compose() {},
  read: () => ({}),
});
