import type { Check, Finding } from "./check";

const field = ["identity", "hostname"];

/** RFC 1123: labels of letters, digits and hyphens, and Linux keeps no more than 64 characters. */
export const hostname: Check = ({ preset }) => {
  const name = preset.identity.hostname;
  if (name === "") return [];
  const problem = hostnameProblem(name);
  return problem ? [problem] : [];
};

function hostnameProblem(name: string): Finding | undefined {
  const found = (code: string, sentence: string): Finding => ({
    kind: "error",
    code,
    sentence,
    field,
  });
  if (/\s/.test(name))
    return found(
      "hostname-blank",
      "A hostname has no blanks: systemd refuses this one and the node is called localhost.",
    );
  if (name.length > 64)
    return found(
      "hostname-long",
      `Linux keeps 64 characters of a hostname and this one has ${name.length}.`,
    );
  const label = name
    .split(".")
    .find((part) => !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(part));
  if (label === undefined) {
    if (!/[A-Z]/.test(name)) return undefined;
    return {
      kind: "warning",
      code: "hostname-capitals",
      sentence:
        "Kubernetes accepts lower case names only, and DNS does not tell the two apart.",
      field,
      fix: {
        label: `Write ${name.toLowerCase()}`,
        edits: [{ path: field, value: name.toLowerCase() }],
      },
    };
  }
  return found(
    "hostname-characters",
    "A hostname is letters, digits and hyphens, in parts of at most 63 joined by dots; systemd refuses this one and the node is called localhost.",
  );
}
