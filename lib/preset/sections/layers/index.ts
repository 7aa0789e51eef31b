import { closed, defineSection } from "../../section";

export const layers = defineSection({
  id: "layers",
  title: "Own layers",
  group: "node",
  schema: closed({}),
  initial: {},
  compose() {},
  read: () => ({}),
});
