"use client";

import { FolderOpen } from "lucide-react";
import { useRef, type RefObject } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import type { Role } from "@/lib/fleet/plan";
import { templateOf } from "@/lib/preset/variables";
import styles from "./fleet-dialog.module.css";
import { useFleet } from "./fleet-state";

/** The table, typed, pasted or opened. */
export function FleetTableField({
  roles,
  field,
}: {
  roles: readonly Role[];
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const { text, file } = useFleet((state) => state.table);
  const chooser = useRef<HTMLInputElement>(null);
  const heading = headingOf(roles);
  return (
    <div>
      {file ? (
        <p className={styles.opened}>
          The table is <code>{file}</code>.{" "}
          <Button variant="link" onClick={() => setTable("")}>
            Remove it
          </Button>
        </p>
      ) : (
        <Field
          label="Table of nodes"
          help="CSV with commas, semicolons or tabs, as a spreadsheet copies it. The column name names a node, else its hostname does."
        >
          <TextArea
            ref={field}
            mono
            rows={7}
            wrap="off"
            data-first-focus
            value={text}
            onChange={setTable}
          />
        </Field>
      )}
      <div className={styles.ways}>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="Table to open"
          onChange={(event) => {
            const [one] = event.target.files ?? [];
            // The same file may be chosen again after it was changed.
            event.target.value = "";
            if (one) void openTable(one);
          }}
        />
        <Button onClick={() => chooser.current?.click()}>
          <FolderOpen size={15} aria-hidden /> Open a table…
        </Button>
        {text.trim() === "" && heading !== "" ? (
          <Button onClick={() => setTable(`${heading}\n`)}>
            Begin with the columns {heading}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

const setTable = (text: string) => useFleet.setState({ table: { text } });

/** A column for every variable, and for the role where there are several. */
function headingOf(roles: readonly Role[]): string {
  const names = roles.flatMap(({ preset }) => [
    ...templateOf(preset).variables.keys(),
  ]);
  const role = roles.length > 1 ? ["role"] : [];
  return [...new Set([...role, ...names])].join(",");
}

const largest = 16 * 2 ** 20;
// A text field with more than this answers its keys late.
const typable = 200_000;

async function openTable(file: File): Promise<void> {
  if (file.size > largest) {
    showToast({ text: `${file.name} is larger than 16 MB.` });
    return;
  }
  const text = textOf(await file.arrayBuffer());
  if (text === null) {
    showToast({ text: `${file.name} is not text.` });
    return;
  }
  const table = text.length > typable ? { text, file: file.name } : { text };
  useFleet.setState({ table });
}

/** Spreadsheets save Unicode text as UTF-16 with a mark, everything else is UTF-8. */
function textOf(bytes: ArrayBuffer): string | null {
  const [one, other] = new Uint8Array(bytes);
  const wide = one === 0xff && other === 0xfe;
  try {
    const decoder = new TextDecoder(wide ? "utf-16le" : "utf-8", {
      fatal: true,
    });
    const text = decoder.decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
