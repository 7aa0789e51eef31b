import { error } from "../../report";
import { byteLength } from "../../utf8";
import { errorIf, type Rule } from "./rule";

const guid =
  /^(?:|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;

/**
 * A partition has a number or a label of up to 36 bytes; one that must not exist has its number and nothing else
 * (config/v3_3/types/partition.go).
 */
export const partition: Rule<"Partition"> = (value, at) => {
  const { label, number = 0, shouldExist, startMiB, sizeMiB } = value;
  const others =
    label !== undefined ||
    value.typeGuid ||
    value.guid ||
    startMiB !== undefined ||
    sizeMiB !== undefined;
  return [
    ...(shouldExist === false && others
      ? [error("partition-absent-with-others", at)]
      : []),
    ...(number === 0 && label === undefined
      ? [error("partition-unnamed", at)]
      : []),
    ...errorIf(labelProblem(label), at, "label"),
    ...errorIf(guidProblem(value.guid), at, "guid"),
    ...errorIf(guidProblem(value.typeGuid), at, "typeGuid"),
  ];
};

function labelProblem(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  if (byteLength(label) > 36) return "partition-label-long";
  // sgdisk, which writes the table, would cut the label there.
  return label.includes(":") ? "partition-label-colon" : undefined;
}

function guidProblem(value: string | undefined): string | undefined {
  return value !== undefined && !guid.test(value) ? "guid-invalid" : undefined;
}
