/**
 * Whether a mode was probably meant in octal: `644` without its leading zero is 01204, which nobody wants, while 0644
 * is what everybody writes.
 */
export function looksDecimal(mode: number, directory: boolean): boolean {
  const meant = readAsOctal(mode);
  return (
    meant !== undefined &&
    !isTypical(mode, directory) &&
    isTypical(meant, directory)
  );
}

/** The digits of a decimal number taken as octal ones, where they can be. */
function readAsOctal(mode: number): number | undefined {
  if (mode < 0 || mode > 7777) return undefined;
  const digits = String(mode);
  return /[89]/.test(digits) ? undefined : parseInt(digits, 8);
}

const SETUID = 0o4000;
const SET_ID = 0o6000;
const SETGID_OR_STICKY = 0o3000;
const STICKY = 0o1000;

/** Whether a mode is one that people use. */
function isTypical(mode: number, directory: boolean): boolean {
  if (mode === 0) return true; // root does not care
  const triples = [mode & 7, (mode >> 3) & 7, (mode >> 6) & 7];
  if (!isNested(triples)) return false;
  const [, , owner] = triples as [number, number, number];
  const executable = (owner & 1) !== 0;
  const writable = (owner & 2) !== 0;
  if (directory) {
    if (!executable || mode & SETUID) return false;
    return !(mode & SETGID_OR_STICKY) || writable;
  }
  if (mode & SET_ID && (!executable || mode & 2)) return false;
  return !(mode & STICKY);
}

/**
 * Whether rights only grow from others to group to owner, each of them starts with reading, and none of them adds
 * execution to what a wider circle may only read.
 */
function isNested(triples: readonly number[]): boolean {
  let wider = 0;
  for (const rights of triples) {
    if (wider & ~rights) return false;
    if (rights & 1 && wider & 4 && !(wider & 1)) return false;
    if (rights !== 0 && !(rights & 4)) return false;
    wider |= rights;
  }
  return (wider & 4) !== 0;
}
