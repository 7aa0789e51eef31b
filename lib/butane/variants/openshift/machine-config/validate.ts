import type { Path } from "../../../path";
import { error, type Entry } from "../../../report";
import type { Document, Metadata, OpenShift } from "./schema";

export const ROLE = "machineconfiguration.openshift.io/role";

/** A MachineConfig has a name and a role, also where the document does not mention `metadata` at all. */
export function validateDocument(document: Document, at: Path): Entry[] {
  return document.metadata ? [] : validateMetadata({}, [...at, "metadata"]);
}

/**
 * A name, and a role that is any text but an empty one: which pools there are is the cluster's to say (Butane's
 * config/openshift/v4_8/validate.go).
 */
export function validateMetadata({ name, labels }: Metadata, at: Path) {
  const report: Entry[] = [];
  if (!name) report.push(error("name-missing", [...at, "name"]));
  if (!labels?.[ROLE]) report.push(error("role-missing", [...at, "labels"]));
  return report;
}

/** Two kernels are known; empty stands for the default one. */
export function validateOpenShift({ kernel_type = "" }: OpenShift, at: Path) {
  return ["", "default", "realtime"].includes(kernel_type)
    ? []
    : [error("kernel-type-unknown", [...at, "kernel_type"])];
}
