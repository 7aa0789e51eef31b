"use client";

import { noContents } from "@/lib/preset/sections/files/contents";
import type { FileContents } from "@/lib/preset/sections/files/value";
import { ContentsFields } from "./files/contents-fields";
import { ProxyCard } from "./ignition/proxy-card";
import { ResourceList } from "./ignition/resource-list";
import { TimeoutsCard } from "./ignition/timeouts-card";
import type { PartProps } from "./part";
import { PathMessages } from "./path-field";
import { Card, SectionPage } from "./section-page";
import styles from "./section.module.css";
import { useSection } from "./use-section";

const newConfig: FileContents = { ...noContents, kind: "fetch" };

export function IgnitionForm() {
  const [value, change] = useSection("ignition");
  return (
    <SectionPage
      title="Ignition"
      intro="How Ignition itself fetches on the first boot, and other Ignition configs that join this one. Nothing here holds on the running node."
      paths={[["ignition"]]}
    >
      <ResourceList
        field="merge"
        title="Configs to merge"
        items={value.merge}
        onChange={(merge) => change({ merge })}
        fresh={newConfig}
        addLabel="Add config"
        one="Config"
        empty="None: this config is all there is. A merged one adds to it, and says the last word where both speak."
      />
      <ReplaceCard
        value={value.replace}
        onChange={(replace) => change({ replace })}
      />
      <TimeoutsCard
        value={value.timeouts}
        onChange={(timeouts) => change({ timeouts })}
      />
      <ProxyCard value={value.proxy} onChange={(proxy) => change({ proxy })} />
      <ResourceList
        field="authorities"
        title="Certificate authorities"
        items={value.authorities}
        onChange={(authorities) => change({ authorities })}
        fresh={noContents}
        addLabel="Add certificate authority"
        one="Certificate authority"
        empty="None: Ignition trusts those of the image. One in PEM is needed where a server's certificate is your own; the running node has its own list under Network."
      />
    </SectionPage>
  );
}

function ReplaceCard({ value, onChange }: PartProps<FileContents>) {
  return (
    <Card title="Config in place of this one">
      <PathMessages path={["ignition", "replace"]} />
      <p className={styles.check}>
        With one, everything else of this node is dropped: for user data that is
        only a pointer. A hash makes sure it is the right one.
      </p>
      <ContentsFields
        at={["ignition", "replace"]}
        label="Replacing config"
        hiddenLabel
        of="the replacing config"
        contents={value}
        onChange={onChange}
      />
    </Card>
  );
}
