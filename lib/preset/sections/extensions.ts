import {
  coordinatorOf,
  emitExtensions,
  readExtensions,
  type ImageChoices,
} from "@/lib/butane";
import { nodeExtensions } from "../node-extensions";
import { closed, defineSection, oneOf, text, type Schema } from "../section";

/** What may be said of one image beside the rest; absent where nobody says it. */
const choices: Readonly<Record<keyof ImageChoices, Schema>> = {
  bakery: {
    ...text,
    description:
      "Where this image and its updates come from, in place of the node's bakery.",
  },
  firstBoot: {
    ...oneOf("newest"),
    description:
      "The node fetches the newest image by itself on first boot; the version only names the series.",
  },
  hold: {
    type: "boolean",
    description: "Newer images are fetched by hand only.",
  },
  minVersion: { ...text, description: "MinVersion= of the transfer file." },
  protectVersion: {
    ...text,
    description: "ProtectVersion= of the transfer file.",
  },
  verify: {
    type: "boolean",
    description: "Verify= of the transfer file: SHA256SUMS has to be signed.",
  },
  rules: {
    ...oneOf("published"),
    description:
      "The bakery's own rule for updates is fetched, where it has one that says the same.",
  },
  restartUnits: {
    type: "array",
    items: text,
    description: "Units to restart in place of the extension's own.",
  },
};

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
          updates: {
            ...oneOf("none", "patch", "major", "any"),
            default: "none",
          },
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
          ...choices,
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
    keyring: closed(
      {
        url: {
          ...text,
          description:
            "Address of the keys that signed lists are checked with.",
        },
        hash: { ...text, default: "" },
      },
      ["url"],
    ),
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
  without: ({ keyring, ...value }, fields) => ({
    ...value,
    ...(keyring && !fields.some(([, part]) => part === "keyring")
      ? { keyring }
      : {}),
    chosen: value.chosen.filter(
      (_, index) =>
        !fields.some(([, list, at]) => list === "chosen" && at === index),
    ),
    builtinOff: fields.some(([, list]) => list === "builtinOff")
      ? []
      : value.builtinOff,
  }),
  count: ({ chosen }) => chosen.length,
  silent: ({ keyring: _, ...value }) => ({
    ...value,
    chosen: [],
    builtinOff: [],
  }),
});
