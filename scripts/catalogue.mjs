// `npm run catalogue:refresh [-- OPTIONS]`: rewrites public/catalogue.json from the SHA256SUMS of the bakery, with the
// hash of every image. What comes broken, incomplete or from something else changes nothing, and the exit code is 1.
//
//   --bakery URL      another bakery or a mirror; $KINDLING_BAKERY_URL, else the one that is in the file
//   --output FILE     another file, such as the catalogue.json beside a page that was exported
//   --accept-loss     also take an index with less than half of the releases that were there
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadTypeScript } from "./typescript.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

async function refresh(args, env) {
  const { values } = parseArgs({
    args,
    options: {
      bakery: { type: "string" },
      output: { type: "string" },
      "accept-loss": { type: "boolean", default: false },
    },
  });
  const { refreshCatalogue, readCatalogue, differences, keep } =
    await loadTypeScript(`
      export { refreshCatalogue } from "@/lib/catalogue/refresh";
      export { readCatalogue } from "@/lib/catalogue/read-catalogue";
      export { differences } from "@/lib/catalogue/differences";
      export { keep } from "@/lib/server/catalogue/kept";
    `);
  const snapshot = join(root, "public/catalogue.json");
  const file = resolve(values.output ?? snapshot);
  const last =
    readCatalogue(json(file)) ?? readCatalogue(json(snapshot)) ?? fail(file);
  const address = values.bakery || env.KINDLING_BAKERY_URL || last.bakery;
  if (!/^https?:\/\/[^/\s]/.test(address))
    throw new Error(`The bakery's address is no address: ${address}`);
  const refreshed = await refreshCatalogue({
    bakery: address.replace(/\/*$/, "/"),
    last,
    acceptLoss: values["accept-loss"],
  });
  if (!refreshed.ok)
    throw new Error(
      `The catalogue was not refreshed: ${refreshed.error.sentence}.\nThe one of ${last.date} stays.`,
    );
  const { catalogue, index } = refreshed.value;
  await keep(file, catalogue).catch(({ code, message }) => {
    throw new Error(`${file} cannot be written (${code ?? message}).`);
  });
  for (const line of differences(last, catalogue)) console.log(line);
  for (const name of index.contradictions)
    console.log(`${name} stands there with two hashes and is kept without one`);
  console.log(
    `${index.images} images of ${Object.keys(catalogue.releases).length} extensions are in ${file}.`,
  );
}

function json(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function fail(file) {
  throw new Error(`${file} holds no catalogue.`);
}

try {
  await refresh(process.argv.slice(2), process.env);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
