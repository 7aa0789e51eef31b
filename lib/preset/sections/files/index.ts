import { closed, defineSection } from "../../section";

export const files = defineSection({
  id: "files",
  title: "Files",
  group: "system",
  schema: closed({}),
  initial: {},
  compose() {},
  read: () => ({}),
});
