"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { HandOverFields } from "@/components/delivery/hand-over-fields";
import { FieldRow } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import {
  channelReleases,
  formatOsRelease,
  hasFeature,
  systemdOf,
  type Architecture,
} from "@/lib/butane";
import { platforms } from "@/lib/delivery/platforms";
import type { Channel, Preset } from "@/lib/preset";
import { releaseOf } from "@/lib/preset/os-release";
import { openDialog } from "@/lib/state/view-store";
import { Notes } from "./notes";
import { PathField } from "./path-field";
import { Card, SectionPage } from "./section-page";
import { useSection } from "./use-section";

type Target = Preset["target"];
type Variant = Target["variant"];

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

/** The specs to choose from; one that is only in the text is there as well. */
function specsWith(spec: string) {
  const all = ["1.0.0", "1.1.0"];
  return (all.includes(spec) ? all : [...all, spec]).map((value) => ({
    value,
    label: `flatcar ${value}`,
  }));
}

const systems: Readonly<Record<Exclude<Variant, "flatcar">, string>> = {
  fcos: "Fedora CoreOS",
  r4e: "RHEL for Edge",
  fiot: "Fedora IoT",
  openshift: "OpenShift",
};

/** A document for another system: what it is, and what that means here. */
function OtherVariant({
  target: { variant, spec },
  onFlatcar,
}: {
  target: Target;
  onFlatcar: (target: Partial<Target>) => void;
}) {
  if (variant === "flatcar") return null;
  return (
    <PathField
      path={["target", "spec"]}
      label="Butane spec"
      group
      help={`The text is for ${systems[variant]}. It becomes the Ignition that this variant means; what the forms write is meant for Flatcar, and parts of it may do nothing there.`}
    >
      <p>
        <code>
          {variant} {spec}
        </code>
      </p>
      <Button onClick={() => onFlatcar({ variant: "flatcar", spec: "1.1.0" })}>
        Make it flatcar 1.1.0
      </Button>
    </PathField>
  );
}

/** What the release means for the node, so that nobody has to look it up. */
function releaseHelp(target: Target): string {
  const release = releaseOf({ target });
  const systemd = systemdOf(release);
  const merged = hasFeature(release, "merge-in-initrd")
    ? "images merge before anything starts"
    : "images merge after units are enabled";
  const empty =
    target.release === ""
      ? `Empty: the channel's current one, ${formatOsRelease(release)}`
      : "Exactly as released";
  return systemd === null
    ? `${empty}.`
    : `${empty}: systemd ${systemd}, ${merged}.`;
}

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
        <HandOverFields />
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
            help={releaseHelp(target)}
          >
            <TextInput
              mono
              placeholder={current ? formatOsRelease(current) : "4593.2.5"}
              value={target.release}
              onChange={(release) => change({ release })}
            />
          </PathField>
        </FieldRow>
        <Button variant="link" onClick={() => openDialog("guide")}>
          What came with which release
        </Button>
        {target.variant === "flatcar" ? (
          <PathField
            path={["target", "spec"]}
            label="Butane spec"
            group
            help="1.0.0 becomes Ignition 3.3.0, which every supported release reads; 1.1.0 becomes 3.4.0."
          >
            <Segments
              value={target.spec}
              onChange={(spec) => change({ spec })}
              options={specsWith(target.spec)}
            />
          </PathField>
        ) : (
          <OtherVariant target={target} onFlatcar={change} />
        )}
      </Card>
      {platform ? (
        <Notes label={`About ${platform.title}`} notes={platform.notes} />
      ) : null}
    </SectionPage>
  );
}
