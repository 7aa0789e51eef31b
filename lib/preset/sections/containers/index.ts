import { closed, defineSection } from "../../section";

export const containers = defineSection({
  id: "containers",
  title: "Container engines",
  group: "workload",
  schema: closed({}),
  initial: {},
  compose() {},
  read: () => ({}),
});
