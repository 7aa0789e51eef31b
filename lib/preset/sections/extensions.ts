import { coordinatorOf, emitExtensions, readExtensions } from "@/lib/butane";
import { nodeExtensions } from "../node-extensions";
import { closed, defineSection, oneOf, text } from "../section";

export const extensions = defineSection({
  id: "extensions",
  title: "Extensions",
  group: "node",
  schema: closed({
    chosen: {
      type: "array",
      items: closed(
        {
          id: {
            ...text,
            description:
              "Id in the catalogue, or the NAME of an own image NAME.raw.",
          },
          version: {
            ...text,
            default: "",
            description: "Exactly as released.",
          },
          hash: {
            ...text,
            default: "",
            description: "sha256-… of the image for the node's architecture.",
          },
          updates: { ...oneOf("none", "patch", "any"), default: "none" },
          activation: {
            ...oneOf("next-boot", "reboot", "reboot-now", "refresh", "restart"),
            default: "next-boot",
          },
          keep: {
            type: "integer",
            default: 3,
            description: "Versions kept on disk.",
          },
          params: {
            type: "object",
            default: {},
            description:
              "Parameters of the extension that differ from their defaults.",
            // A name such as __proto__ is no parameter's, and is refused before anyone looks it up.
            propertyNames: {
              pattern: "^[A-Za-z][A-Za-z0-9_-]*$",
              not: { enum: ["constructor", "prototype"] },
            },
            additionalProperties: {
              type: ["string", "number", "boolean", "array"],
              items: text,
            },
          },
          own: closed(
            {
              url: text,
              updatesFrom: {
                ...text,
                default: "",
                description:
                  "Directory with SHA256SUMS; empty means no updates.",
              },
            },
            ["url"],
          ),
        },
        ["id"],
      ),
    },
    builtinOff: { type: "array", items: oneOf("docker", "containerd") },
    bakery: {
      ...text,
      description:
        "Where images and updates come from; empty means Flatcar's own bakery.",
    },
  }),
  initial: { chosen: [], builtinOff: [], bakery: "" },
  compose(_, { document, preset }) {
    emitExtensions(document, nodeExtensions(preset), ["extensions"]);
  },
  read({ document, prior, node }) {
    const coordinator = coordinatorOf(document, prior.updates.coordinator);
    const { target } = node;
    const before = nodeExtensions({
      ...prior,
      target,
      updates: { ...prior.updates, coordinator },
    });
    return readExtensions(document, {
      ...before,
      chosenBakery: prior.extensions.bakery,
    });
  },
  without: (value, fields) => ({
    ...value,
    chosen: value.chosen.filter(
      (_, index) =>
        !fields.some(([, list, at]) => list === "chosen" && at === index),
    ),
    builtinOff: fields.some(([, list]) => list === "builtinOff")
      ? []
      : value.builtinOff,
  }),
  count: ({ chosen }) => chosen.length,
  silent: (value) => ({ ...value, chosen: [], builtinOff: [] }),
});
