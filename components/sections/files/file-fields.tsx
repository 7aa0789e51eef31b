"use client";

import { ListEditor } from "@/components/ui/list-editor";
import { noContents } from "@/lib/preset/sections/files/contents";
import type { NodeFile } from "@/lib/preset/sections/files/value";
import { setAt } from "@/lib/set-at";
import { FoldCard } from "../fold-card";
import styles from "../section.module.css";
import { ContentsFields } from "./contents-fields";
import { NodeFields, PathInput } from "./node-fields";
import { bytesOf, inBytes } from "./sizes";

interface FileFieldsProps {
  file: NodeFile;
  index: number;
  onChange: (file: NodeFile) => void;
}

/** A file: its path, where its bytes come from, who may do what with it. */
export function FileFields({ file, index, onChange }: FileFieldsProps) {
  const at = ["files", "files", index] as const;
  return (
    <FoldCard
      path={at}
      name={file.path || `File ${index + 1}`}
      summary={summaryOf(file)}
      startOpen={file.path === ""}
    >
      <PathInput
        at={at}
        node={file}
        onChange={onChange}
        placeholder="/etc/app/app.conf"
      />
      <ContentsFields
        at={[...at, "contents"]}
        label="Contents"
        of="the file"
        contents={file.contents}
        onChange={(contents) => onChange({ ...file, contents })}
      />
      <NodeFields
        at={at}
        node={file}
        onChange={onChange}
        replaces="a file that is there already"
        mode="0644"
      />
      <div className={styles.fields}>
        <ListEditor
          items={file.append}
          onChange={(append) => onChange({ ...file, append })}
          make={() => noContents}
          addLabel="Add text to the end of it"
          name={(_, part) => `appended part ${part + 1}`}
          render={(contents, part) => (
            <ContentsFields
              at={[...at, "append", part]}
              label={`Appended part ${part + 1}`}
              of={`appended part ${part + 1}`}
              contents={contents}
              onChange={(next) => onChange(setAt(file, ["append", part], next))}
            />
          )}
        />
      </div>
    </FoldCard>
  );
}

function summaryOf({ contents, append, mode, user, group }: NodeFile): string {
  const parts = append.length;
  return [
    {
      text: inBytes(bytesOf(contents.text)),
      secret: `secret, ${inBytes(bytesOf(contents.secret))}`,
      fetch: contents.source.startsWith("data:")
        ? `uploaded, ${inBytes(bytesOf(contents.source))}`
        : `from ${contents.source || "an address"}`,
      none: parts > 0 ? "" : "empty",
    }[contents.kind],
    parts > 0 ? `${parts} appended` : "",
    mode,
    user || group ? `${user || "root"}:${group || "root"}` : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
