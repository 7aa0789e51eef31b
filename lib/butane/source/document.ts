import type { Report } from "../report";
import type { YamlNode } from "./node";

/** A text that was read. `root` is null when there is nothing in it, or when `report` says why it cannot be read. */
export interface SourceDocument {
  readonly text: string;
  readonly root: YamlNode | null;
  readonly report: Report;
}
