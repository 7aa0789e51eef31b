import { closed, defineSection } from "../../section";

export const network = defineSection({
  id: "network",
  title: "Network",
  group: "system",
  schema: closed({}),
  initial: {},
  compose() {},
  read: () => ({}),
});
