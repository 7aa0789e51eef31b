import type { Path } from "@/lib/butane";
import { modeNumber } from "@/lib/preset/sections/files/plain";
import type { FileContents, NodeFile } from "@/lib/preset/sections/files/value";
import type { Check, Finding } from "./check";

/** What the form's files, folders and links say that would be written another way, or not at all. */
export const fileEntries: Check = ({ preset }) => {
  const { files, directories, links } = preset.files;
  return [
    ...files.flatMap((file, index) => ofFile(file, ["files", "files", index])),
    ...directories.flatMap(({ mode }, index) =>
      ofMode(mode, ["files", "directories", index, "mode"]),
    ),
    ...links.flatMap(({ hard, user, group }, index): Finding[] =>
      hard && (user || group)
        ? [
            {
              kind: "warning",
              code: "hard-link-with-owner",
              sentence:
                "A hard link is the file itself: it has that file's owner, whatever stands here.",
              field: ["files", "links", index, user ? "user" : "group"],
            },
          ]
        : [],
    ),
  ];
};

function ofMode(mode: string, field: Path): Finding[] {
  if (mode.trim() === "") return [];
  const bits = modeNumber(mode);
  if (bits !== undefined && bits <= 0o7777) return [];
  return [
    {
      kind: "error",
      code: "mode-not-octal",
      sentence:
        bits === undefined
          ? "A mode is three or four octal digits such as 0644: this one is not written."
          : "A mode has four octal digits at most: Ignition refuses this one.",
      field,
    },
  ];
}

function ofFile(file: NodeFile, at: Path): Finding[] {
  return [
    ...ofMode(file.mode, [...at, "mode"]),
    ...ofProgram(file, at),
    ...ofContents(file.contents, [...at, "contents"]),
    ...file.append.flatMap((one, index) =>
      ofContents(one, [...at, "append", index]),
    ),
  ];
}

/** The folder is there to run programs from. */
function ofProgram({ path, mode }: NodeFile, at: Path): Finding[] {
  const bits = mode.trim() === "" ? 0o644 : modeNumber(mode);
  if (!/^\/opt\/s?bin\/[^/]+$/.test(path) || bits === undefined || bits & 0o111)
    return [];
  const field = [...at, "mode"];
  return [
    {
      kind: "warning",
      code: "program-not-executable",
      sentence: `${path} cannot be run: its mode lets nobody execute it.`,
      field,
      fix: { label: "Use 0755", edits: [{ path: field, value: "0755" }] },
    },
  ];
}

function ofContents(one: FileContents, at: Path): Finding[] {
  switch (one.kind) {
    case "none":
    case "text":
      return [];
    case "secret":
      return one.secret === ""
        ? [
            {
              kind: "warning",
              code: "secret-of-file-missing",
              sentence:
                "The secret text is missing, so the file will be empty: links and stored presets leave it out.",
              field: [...at, "secret"],
            },
          ]
        : [];
    case "fetch":
      return ofDownload(one, at);
  }
}

function ofDownload({ source, headers }: FileContents, at: Path): Finding[] {
  if (source === "")
    return [
      {
        kind: "error",
        code: "file-without-address",
        sentence:
          "There is no address to download from: the file will be empty.",
        field: [...at, "source"],
      },
    ];
  return headers.flatMap(({ name, value }, index): Finding[] =>
    name !== "" && value === ""
      ? [
          {
            kind: "warning",
            code: "header-without-value",
            sentence: `The header ${name} has no value and is not sent: links and stored presets leave values out.`,
            field: [...at, "headers", index, "value"],
          },
        ]
      : [],
  );
}
