"use client";

import { PathField } from "@/components/sections/path-field";
import { useSection } from "@/components/sections/use-section";
import { TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import type { HandOverKind } from "@/lib/delivery/hand-over";

const kinds: readonly { value: HandOverKind; label: string }[] = [
  { value: "whole", label: "As it is" },
  { value: "wrapped", label: "Packed with gzip" },
  { value: "pointer", label: "From an address" },
];

const help: Readonly<Record<HandOverKind, string>> = {
  whole: "The platform gets the Ignition config itself.",
  wrapped:
    "The config, gzipped, inside a config of one line: smaller, and no server is needed.",
  pointer:
    "The platform gets a config that names this address and the hash of the file behind it.",
};

/** How the config reaches the platform. */
export function HandOverFields() {
  const [target, change] = useSection("target");
  const kind = target.handOver ?? "whole";
  return (
    <>
      <PathField
        path={["target", "handOver"]}
        label="Handed over"
        group
        help={help[kind]}
      >
        <Segments
          value={kind}
          onChange={(kind) =>
            change({ handOver: kind === "whole" ? undefined : kind })
          }
          options={kinds}
        />
      </PathField>
      {kind === "pointer" ? (
        <PathField
          path={["target", "handOverFrom"]}
          label="Address of the config"
          help="The file to put there is under User data."
        >
          <TextInput
            mono
            placeholder="https://example.com/node-1.ign"
            value={target.handOverFrom ?? ""}
            onChange={(address) =>
              change({ handOverFrom: address === "" ? undefined : address })
            }
          />
        </PathField>
      ) : null}
    </>
  );
}
