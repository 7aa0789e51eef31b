"use client";

import { FilePlus2 } from "lucide-react";
import { ListEditor } from "@/components/ui/list-editor";
import { Menu } from "@/components/ui/menu";
import { TextInput } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import { noContents } from "@/lib/preset/sections/files/contents";
import { startingFiles } from "@/lib/preset/sections/files/starting-files";
import type {
  FilesValue,
  NodeDirectory,
  NodeFile,
  NodeLink,
} from "@/lib/preset/sections/files/value";
import { setAt } from "@/lib/set-at";
import { useComposer } from "@/lib/state/provider";
import { FileFields } from "./files/file-fields";
import { NodeFields, PathInput } from "./files/node-fields";
import { FoldCard } from "./fold-card";
import { PathField } from "./path-field";
import { SectionPage } from "./section-page";
import styles from "./section.module.css";
import { useSection } from "./use-section";

const node = { path: "", user: "", group: "", overwrite: false };
const newFile: NodeFile = {
  ...node,
  mode: "",
  contents: noContents,
  append: [],
};
const newDirectory: NodeDirectory = { ...node, mode: "" };
const newLink: NodeLink = { ...node, target: "", hard: false };

type Change = (part: Partial<FilesValue>) => void;

export function FilesForm() {
  const [value, change] = useSection("files");
  return (
    <SectionPage
      title="Files"
      intro="Files, folders and links that Ignition writes on the first boot. /usr is read-only: programs go to /opt/bin or into an extension."
      paths={[["files"]]}
    >
      <Files value={value} onChange={change} />
      <Directories value={value} onChange={change} />
      <Links value={value} onChange={change} />
    </SectionPage>
  );
}

function Files({ value, onChange }: { value: FilesValue; onChange: Change }) {
  const preset = useComposer((state) => state.preset);
  const applyFix = useComposer((state) => state.applyFix);
  return (
    <section className={styles.fields} aria-labelledby="files-of-node">
      <div className={styles.title}>
        <h3 id="files-of-node" className={styles.cardTitle}>
          Files
        </h3>
        <Menu
          label="Usual files"
          named
          icon={<FilePlus2 size={16} aria-hidden />}
          items={startingFiles.map(({ label, edits }) => ({
            label,
            run: () => applyFix({ label, edits: edits(preset) }),
          }))}
        />
      </div>
      <ListEditor
        items={value.files}
        onChange={(files) => onChange({ files })}
        make={() => newFile}
        addLabel="Add file"
        empty="No file of your own yet: a text typed here, one from this machine, or one that the node downloads."
        name={({ path }, index) => path || `file ${index + 1}`}
        title={({ path }, index) => <code>{path || `File ${index + 1}`}</code>}
        render={(file, index) => (
          <FileFields
            file={file}
            index={index}
            onChange={(next) =>
              onChange({ files: setAt(value.files, [index], next) })
            }
          />
        )}
      />
    </section>
  );
}

function Directories({
  value,
  onChange,
}: {
  value: FilesValue;
  onChange: Change;
}) {
  const set = (index: number, next: NodeDirectory) =>
    onChange({ directories: setAt(value.directories, [index], next) });
  return (
    <section className={styles.fields} aria-labelledby="folders-of-node">
      <h3 id="folders-of-node" className={styles.cardTitle}>
        Folders
      </h3>
      <ListEditor
        items={value.directories}
        onChange={(directories) => onChange({ directories })}
        make={() => newDirectory}
        addLabel="Add folder"
        name={({ path }, index) => path || `folder ${index + 1}`}
        title={({ path }, index) => (
          <code>{path || `Folder ${index + 1}`}</code>
        )}
        render={(directory, index) => {
          const at = ["files", "directories", index];
          return (
            <FoldCard
              path={at}
              name={directory.path || `Folder ${index + 1}`}
              summary={[
                directory.mode || "0755",
                `${directory.user || "root"}:${directory.group || "root"}`,
              ].join(" · ")}
              startOpen={directory.path === ""}
            >
              <PathInput
                at={at}
                node={directory}
                onChange={(next) => set(index, next)}
                placeholder="/var/lib/app"
              />
              <NodeFields
                at={at}
                node={directory}
                onChange={(next) => set(index, next)}
                replaces="what is there, with all that is in it"
                mode="0755"
              />
            </FoldCard>
          );
        }}
      />
    </section>
  );
}

function Links({ value, onChange }: { value: FilesValue; onChange: Change }) {
  const set = (index: number, next: NodeLink) =>
    onChange({ links: setAt(value.links, [index], next) });
  return (
    <section className={styles.fields} aria-labelledby="links-of-node">
      <h3 id="links-of-node" className={styles.cardTitle}>
        Links
      </h3>
      <ListEditor
        items={value.links}
        onChange={(links) => onChange({ links })}
        make={() => newLink}
        addLabel="Add link"
        name={({ path }, index) => path || `link ${index + 1}`}
        title={({ path }, index) => <code>{path || `Link ${index + 1}`}</code>}
        render={(link, index) => {
          const at = ["files", "links", index];
          return (
            <FoldCard
              path={at}
              name={link.path || `Link ${index + 1}`}
              summary={`→ ${link.target || "nothing yet"}${link.hard ? ", hard" : ""}`}
              startOpen={link.path === ""}
            >
              <PathInput
                at={at}
                node={link}
                onChange={(next) => set(index, next)}
                placeholder="/etc/app/current"
              />
              <PathField
                path={[...at, "target"]}
                label="Target"
                help="It need not be there yet."
              >
                <TextInput
                  mono
                  placeholder="/opt/app/1.0"
                  value={link.target}
                  onChange={(target) => set(index, { ...link, target })}
                />
              </PathField>
              <Switch
                label="Hard link"
                help="A second name of the same file; it can have no owner of its own."
                checked={link.hard}
                onChange={(hard) => set(index, { ...link, hard })}
              />
              <NodeFields
                at={at}
                node={link}
                onChange={(next) => set(index, next)}
                replaces="what is there already"
              />
            </FoldCard>
          );
        }}
      />
    </section>
  );
}
