"use client";

import { Select } from "@/components/ui/inputs";
import type { Preset } from "@/lib/preset";
import {
  hostnameVariables,
  metadataVariables,
} from "@/lib/preset/sections/identity/metadata";
import { useComposer } from "@/lib/state/provider";
import { PathField } from "../path-field";
import { Card } from "../section-page";
import styles from "../section.module.css";
import type { Change } from "../use-section";
import { WordsInput } from "../words-input";

type Identity = Preset["identity"];

/** What only the platform knows when the node boots: its name there, its addresses. */
export function MetadataCard({
  identity,
  onChange,
}: {
  identity: Identity;
  onChange: (part: Change<Identity>) => void;
}) {
  const platform = useComposer((state) => state.preset.target.platform);
  const { hostnameVariable = "", metadataFor = [] } = identity;
  const names = hostnameVariables(platform);
  const variables = metadataVariables(platform);
  const isUsed = hostnameVariable !== "" || metadataFor.length > 0;
  if (variables.length === 0 && !isUsed)
    return (
      <Card title="From the platform">
        <p className={styles.check}>
          Flatcar&apos;s metadata agent does not run on this platform, so
          nothing can be taken from it.
        </p>
      </Card>
    );
  return (
    <Card title="From the platform">
      <PathField
        path={["identity", "hostnameVariable"]}
        label="Hostname from the platform"
        width="medium"
        help="Set on every boot by a unit of its own, before kubelet starts. Many platforms name the node by themselves. Not verified on every platform."
      >
        <Select
          value={hostnameVariable}
          onChange={(name) => onChange({ hostnameVariable: name || undefined })}
          options={[
            { value: "", label: "Left to the platform" },
            ...names.map((name) => ({ value: name, label: name })),
          ]}
        />
      </PathField>
      <PathField
        path={["identity", "metadataFor"]}
        label="Units that need metadata"
        help="They start after the agent, with its variables in their environment."
      >
        <WordsInput
          placeholder="app.service"
          value={metadataFor}
          onChange={(units) =>
            onChange({ metadataFor: units.length > 0 ? units : undefined })
          }
        />
      </PathField>
      {variables.length > 0 ? (
        <p className={styles.check}>
          Variables here, by what the agent&apos;s version knows:{" "}
          {variables.map((name, index) => (
            <span key={name}>
              {index > 0 ? ", " : ""}
              <code>{name}</code>
            </span>
          ))}
        </p>
      ) : null}
    </Card>
  );
}
