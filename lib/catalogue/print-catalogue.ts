import type { Catalogue, Release } from "@/lib/butane";

/** The text a catalogue is kept as: one release a line, so that a difference reads like what was released. */
export function printCatalogue(catalogue: Catalogue): string {
  const extensions = Object.entries(catalogue.releases).map(
    ([id, releases]) => {
      const lines = releases.map((one) => `      ${printRelease(one)}`);
      return `    ${JSON.stringify(id)}: [\n${lines.join(",\n")}\n    ]`;
    },
  );
  return `{
  "date": ${JSON.stringify(catalogue.date)},
  "bakery": ${JSON.stringify(catalogue.bakery)},
  "releases": {
${extensions.join(",\n")}
  }
}
`;
}

function printRelease({ version, hashes }: Release): string {
  const words = [`"version": ${JSON.stringify(version)}`];
  const sums = Object.entries(hashes ?? {}).map(
    ([architecture, hash]) => `"${architecture}": "${hash}"`,
  );
  if (sums.length > 0) words.push(`"hashes": { ${sums.join(", ")} }`);
  return `{ ${words.join(", ")} }`;
}
