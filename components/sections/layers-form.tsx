"use client";

import { ListEditor } from "@/components/ui/list-editor";
import { Message } from "@/components/ui/message";
import type {
  ConfextLayer,
  DirectoryLayer,
} from "@/lib/preset/sections/layers/value";
import { setAt } from "@/lib/set-at";
import { ConfextFields } from "./layers/confext-fields";
import { DirectoryFields } from "./layers/directory-fields";
import { LateFields } from "./layers/late-fields";
import { OffFields } from "./layers/off-fields";
import { StartList } from "./layers/start-list";
import { Card, SectionPage } from "./section-page";
import { useSection } from "./use-section";

const directory: DirectoryLayer = {
  name: "",
  match: "level",
  osVersion: "",
  reload: false,
  files: [],
};

const confext: ConfextLayer = {
  name: "",
  from: "image",
  url: "",
  hash: "",
  match: "any",
  osVersion: "",
  files: [],
};

export function LayersForm() {
  const [layers, change] = useSection("layers");
  const { directories, confexts } = layers;
  const nameOf = ({ name }: { name: string }, index: number) =>
    name ? `layer ${name}` : `layer ${index + 1}`;
  return (
    <SectionPage
      title="Own layers"
      intro="Files over the read-only /usr and /opt without an image: Ignition writes a directory, and systemd-sysext merges it like an extension. Images of your own are added under Extensions."
      paths={[["layers"]]}
    >
      <Card title="Directory layers">
        <ListEditor
          items={directories}
          onChange={(next) => change({ directories: next })}
          make={() => directory}
          addLabel="Add layer"
          name={nameOf}
          title={({ name }, index) => name || `Layer ${index + 1}`}
          empty="Good for small scripts and units: nothing is built and nothing is downloaded."
          render={(layer, index) => (
            <DirectoryFields
              at={["layers", "directories", index]}
              layer={layer}
              name={nameOf(layer, index)}
              onChange={(next) =>
                change({ directories: setAt(directories, [index], next) })
              }
            />
          )}
        />
      </Card>
      <StartList
        starts={layers.starts}
        onChange={(starts) => change({ starts })}
      />
      <LateFields late={layers.late} onChange={(late) => change({ late })} />
      <OffFields layers={layers} onChange={change} />
      <Card title="Layers over /etc (experimental)">
        <Message
          kind="info"
          sentence="Flatcar does not support configuration extensions of one's own yet: merging one takes Flatcar's own /etc away for a moment. Files do the same without."
        />
        <ListEditor
          items={confexts}
          onChange={(next) => change({ confexts: next })}
          make={() => confext}
          addLabel="Add layer over /etc"
          name={(layer, index) => `${nameOf(layer, index)} over /etc`}
          title={({ name }, index) => name || `Layer ${index + 1}`}
          render={(layer, index) => (
            <ConfextFields
              at={["layers", "confexts", index]}
              layer={layer}
              name={`${nameOf(layer, index)} over /etc`}
              onChange={(next) =>
                change({ confexts: setAt(confexts, [index], next) })
              }
            />
          )}
        />
      </Card>
    </SectionPage>
  );
}
