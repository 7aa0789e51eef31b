import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Catalogue } from "@/lib/butane";
import { printCatalogue } from "@/lib/catalogue/print-catalogue";
import { readCatalogue } from "@/lib/catalogue/read-catalogue";

/** The catalogue in a file; `null` where there is none, or it is damaged. */
export async function readKept(file: string): Promise<Catalogue | null> {
  try {
    return readCatalogue(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}

/** Exchanges the file as a whole: a full disk or a lost machine leaves the one before. Throws what the system says. */
export async function keep(file: string, catalogue: Catalogue): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(beside, printCatalogue(catalogue));
    await rename(beside, file);
  } catch (reason) {
    await rm(beside, { force: true }).catch(() => {});
    throw reason;
  }
}
