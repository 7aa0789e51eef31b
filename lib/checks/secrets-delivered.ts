import { secretsIn } from "@/lib/preset/secrets";
import type { Check } from "./check";
import { shownIn } from "./shown-secrets";

/** User data is no safe place; whoever puts a secret there should know. */
export const secretsDelivered: Check = ({ preset }) => {
  const secrets = [
    ...secretsIn(preset),
    ...shownIn(preset).flatMap(({ isSure, field }) => (isSure ? [field] : [])),
  ];
  const [first] = secrets;
  if (!first) return [];
  return [
    {
      kind: "info",
      code: "secret-in-user-data",
      sentence: `${secrets.length === 1 ? "A secret is" : `${secrets.length} secrets are`} part of the user data: the provider stores it, and any program on the node that reaches the metadata service can read it.`,
      field: first,
    },
  ];
};
