import { paramsOf } from "@/lib/butane";
import {
  daemonJson,
  readDaemonJson,
  typedJson,
} from "@/lib/preset/sections/containers/daemon-json";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

/** daemon.json from two sides: a path has one file, and Butane refuses the second. */
export const daemonJsonTwice: Check = ({ preset }) => {
  const { daemon } = preset.containers;
  const here = daemonJson(daemon);
  if (here === "") return [];
  return chosenOf(preset).flatMap(
    ({ extension, chosen, title, at }): Finding[] => {
      const theirs = extension && paramsOf(extension, chosen)["daemonJson"];
      if (typeof theirs !== "string" || theirs.trim() === "") return [];
      const both = typedJson(theirs) && {
        ...typedJson(theirs),
        ...typedJson(here),
      };
      const { daemonJson: _, ...params } = chosen.params;
      return [
        {
          kind: "error",
          code: "daemon-json-twice",
          sentence: `daemon.json is written for ${title} as well: a path has one file, and nothing is made of two.`,
          field: at("params", "daemonJson"),
          ...(both
            ? {
                fix: {
                  label: "Bring both together under Container engines",
                  edits: [
                    { path: at("params"), value: params },
                    {
                      path: ["containers", "daemon"],
                      value: {
                        ...daemon,
                        ...readDaemonJson(JSON.stringify(both)),
                      },
                    },
                  ],
                },
              }
            : {}),
        },
      ];
    },
  );
};
