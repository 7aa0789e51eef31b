import { platformById } from "@/lib/delivery/platforms";
import {
  isVariable,
  metadataVariables,
} from "@/lib/preset/sections/identity/metadata";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

const nameField = ["identity", "hostnameVariable"];

/** What is taken from the platform's metadata has to be there: the agent runs on some platforms only, and each has its own variables. */
export const metadata: Check = ({ preset, composed }) => {
  const { hostname, hostnameVariable = "", metadataFor = [] } = preset.identity;
  const { platform } = preset.target;
  if (hostnameVariable === "" && metadataFor.length === 0) return [];
  const variables = metadataVariables(platform);
  const field =
    hostnameVariable === "" ? ["identity", "metadataFor"] : nameField;
  // Somebody who brings an agent of their own knows its variables.
  const ownAgent = entriesOf(composed, ["systemd", "units"]).some(
    ({ value }) =>
      textAt(value, "name") === "coreos-metadata.service" &&
      textAt(value, "contents") !== "",
  );
  const missing: Finding[] =
    variables.length > 0 || ownAgent
      ? []
      : [
          {
            kind: "warning",
            code: "metadata-not-on-platform",
            sentence: `The metadata agent does not run on ${platformById(platform)?.title ?? "this platform"}: units that need its file fail to start.`,
            why: "A coreos-metadata.service of your own may write /run/metadata/flatcar.",
            field,
          },
        ];
  return [
    ...missing,
    ...(hostnameVariable === ""
      ? []
      : ofVariable(hostnameVariable, hostname, variables)),
  ];
};

function ofVariable(
  name: string,
  hostname: string,
  variables: readonly string[],
): Finding[] {
  const found = (code: string, sentence: string): Finding[] => [
    { kind: "warning", code, sentence, field: nameField },
  ];
  if (!isVariable(name))
    return found(
      "metadata-variable",
      "This is no name of a variable, and no unit is written for it.",
    );
  if (hostname !== "")
    return found(
      "hostname-twice",
      "The node is named by the hostname above at first, and by the platform once the agent has run.",
    );
  if (variables.length > 0 && !variables.includes(name))
    return found(
      "metadata-variable",
      `The agent does not write ${name} on this platform: the host name stays what it is.`,
    );
  return [];
}
