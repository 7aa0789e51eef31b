"use client";

import { useMemo } from "react";
import { FieldRow } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import {
  channelReleases,
  formatOsRelease,
  type Architecture,
} from "@/lib/butane";
import { platforms } from "@/lib/delivery/platforms";
import type { Channel } from "@/lib/preset";
import { Notes } from "./notes";
import { PathField } from "./path-field";
import { Card, SectionPage } from "./section-page";
import { useSection } from "./use-section";

const channels: readonly { value: Channel; label: string }[] = [
  { value: "stable", label: "Stable" },
  { value: "beta", label: "Beta" },
  { value: "alpha", label: "Alpha" },
  { value: "lts-2024", label: "LTS 2024" },
  { value: "lts-2023", label: "LTS 2023" },
];

const architectures: readonly { value: Architecture; label: string }[] = [
  { value: "x86-64", label: "x86-64" },
  { value: "arm64", label: "arm64" },
];

export function TargetForm() {
  const [target, change] = useSection("target");
  const options = useMemo(
    () => platforms.map(({ id, title }) => ({ value: id, label: title })),
    [],
  );
  const current = channelReleases[target.channel];
  const platform = platforms.find(({ id }) => id === target.platform);
  return (
    <SectionPage
      title="Target"
      intro="The Flatcar release and the machine this node is for. The release decides which extensions and settings exist."
      paths={[["target"]]}
    >
      <Card>
        <PathField
          path={["target", "platform"]}
          label="Platform"
          width="medium"
          help={platform?.handOver}
        >
          <Select
            value={target.platform}
            onChange={(id) => change({ platform: id })}
            options={options}
          />
        </PathField>
        <PathField path={["target", "architecture"]} label="Architecture" group>
          <Segments
            value={target.architecture}
            onChange={(architecture) => change({ architecture })}
            options={architectures}
          />
        </PathField>
      </Card>
      <Card>
        <PathField path={["target", "channel"]} label="Flatcar channel" group>
          <Segments
            value={target.channel}
            onChange={(channel) => change({ channel })}
            options={channels}
          />
        </PathField>
        <FieldRow>
          <PathField
            path={["target", "release"]}
            label="Flatcar release"
            width="medium"
            help="Exactly as released. Empty: the channel's current one."
          >
            <TextInput
              mono
              placeholder={current ? formatOsRelease(current) : "4593.2.5"}
              value={target.release}
              onChange={(release) => change({ release })}
            />
          </PathField>
        </FieldRow>
        <PathField
          path={["target", "spec"]}
          label="Butane spec"
          group
          help="1.0.0 becomes Ignition 3.3.0, which every supported release reads; 1.1.0 becomes 3.4.0."
        >
          <Segments
            value={target.spec}
            onChange={(spec) => change({ spec })}
            options={[
              { value: "1.0.0", label: "flatcar 1.0.0" },
              { value: "1.1.0", label: "flatcar 1.1.0" },
            ]}
          />
        </PathField>
      </Card>
      {platform ? (
        <Notes label={`About ${platform.title}`} notes={platform.notes} />
      ) : null}
    </SectionPage>
  );
}
