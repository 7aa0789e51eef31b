import { instead, saidAt, type FixMaker } from "./fix";

/** Values whose right form is plain. */
export const fixValue: Readonly<Record<string, FixMaker>> = {
  "decimal-mode": (fault) => {
    const said = saidAt(fault);
    return instead(fault, /^[0-7]+$/.test(said) ? `0${said}` : undefined);
  },
  "path-relative": (fault) => {
    const said = saidAt(fault);
    return instead(
      fault,
      /^[\w.]/.test(said) ? `/${said.replace(/^\.\//, "")}` : undefined,
    );
  },
  "path-unclean": (fault) => {
    const said = saidAt(fault);
    return instead(
      fault,
      /^\/[^\s"']*$/.test(said) ? shortest(said) : undefined,
    );
  },
  "hash-malformed": (fault) => instead(fault, hashOf(saidAt(fault))),
  "hash-function-unknown": (fault) => instead(fault, hashOf(saidAt(fault))),
};

function shortest(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** Bare digits, or `sha256:…` as containers write it. */
function hashOf(said: string): string | undefined {
  const digits = /^(?:sha(?:256|512)[:=_ -]?)?([0-9a-f]+)$/i.exec(said)?.[1];
  if (digits?.length === 64) return `sha256-${digits}`;
  return digits?.length === 128 ? `sha512-${digits}` : undefined;
}
