"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/chip";
import { counted } from "@/lib/words";
import { TextInput } from "@/components/ui/inputs";
import type { Boot, NodeFolder } from "@/lib/boot";
import type { Path } from "@/lib/butane";
import { FileRow } from "./file-row";
import { matching } from "./matching";
import styles from "./files-view.module.css";

interface FilesViewProps {
  readonly boot: Boot;
  /** Opens the field that asked for something of the Ignition config. */
  readonly onShow: (from: Path) => void;
}

// A tree of this many rows is quicker looked through than opened; what was searched for is looked through in any case, unless drawing
// it would hold up the typing.
const fewRows = 40;
const mostFound = 400;

/** What the first boot leaves on the node, and what images show among it, as folders. */
export function FilesView({ boot, onShow }: FilesViewProps) {
  const [filter, setFilter] = useState("");
  const { root, bytes, replaced } = boot;
  if (replaced)
    return (
      <p className={styles.empty}>
        Another config stands in for this one, and its files are not known here.
      </p>
    );
  const wanted = filter.trim();
  const shown = matching(root, wanted);
  const open =
    shown !== null && shown.count <= (wanted === "" ? fewRows : mostFound);
  const images = imagesIn(root);
  const tintOf = (image: string) => images.indexOf(image) % tints;
  return (
    <div className={styles.view}>
      <p className={styles.intro}>
        {root.count === 1 ? "1 entry" : `${counted(root.count)} entries`} that
        this config and the images bring, {counted(bytes)} bytes of them with
        the config. What the OS image and services have besides is not listed;
        of images, what their description names.
      </p>
      <TextInput
        type="search"
        aria-label="Filter by path"
        placeholder="Filter by path…"
        value={filter}
        onChange={setFilter}
      />
      {shown ? (
        <Entries
          key={`${wanted === "" ? "all" : "filtered"} ${open}`}
          folder={shown}
          open={open}
          tintOf={tintOf}
          onShow={onShow}
        />
      ) : (
        <p className={styles.empty}>
          {wanted === "" ? "Nothing is written." : "No path has that in it."}
        </p>
      )}
    </div>
  );
}

const tints = 4;

/** Images that show something in a folder, in the order of the tree. */
function imagesIn({ folders, entries }: NodeFolder): string[] {
  const own = entries.flatMap((one) =>
    one.kind === "overlaid" ? [one.image] : [],
  );
  return [...new Set([...folders.flatMap(imagesIn), ...own])];
}

interface EntriesProps {
  readonly folder: NodeFolder;
  /** Whether folders are open at first. */
  readonly open: boolean;
  readonly tintOf: (image: string) => number;
  readonly onShow: FilesViewProps["onShow"];
}

function Entries({ folder, open, tintOf, onShow }: EntriesProps) {
  return (
    <ul className={styles.list}>
      {folder.folders.map((one) => (
        <Folder
          key={one.path}
          folder={one}
          open={open}
          tintOf={tintOf}
          onShow={onShow}
        />
      ))}
      {folder.entries.map((one) => (
        <li key={`${one.kind} ${one.path}`}>
          <FileRow entry={one} tintOf={tintOf} onShow={onShow} />
        </li>
      ))}
    </ul>
  );
}

function Folder({ folder, open: atFirst, ...rest }: EntriesProps) {
  const [open, setOpen] = useState(atFirst);
  const { name, own, count } = folder;
  return (
    <li>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={14} aria-hidden className={styles.arrow} />
          {name}/
        </button>
        {own ? (
          <code className={styles.rights}>
            {own.mode === undefined
              ? ""
              : own.mode.toString(8).padStart(4, "0")}{" "}
            {own.user}:{own.group}
          </code>
        ) : null}
        {own?.note ? <small>{own.note}</small> : null}
        {open || count === 0 ? null : <Badge>{counted(count)}</Badge>}
      </div>
      {open ? <Entries folder={folder} open={atFirst} {...rest} /> : null}
    </li>
  );
}
