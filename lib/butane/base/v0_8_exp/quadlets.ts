import { cleanPath } from "../../file-path";
import type { Path } from "../../path";
import type { Values } from "../../struct/decode";
import type { Translation } from "../../translate/translation";
import { encodeUtf8 } from "../../utf8";
import { NodeList } from "../v0_4/node-list";
import { embed } from "../v0_4/translate";
import { quadletTemplate } from "./quadlet-name";
import type { Config, Dropin, Quadlet } from "./schema";

/** Writes the quadlets and their drop-ins where Podman looks for them; an instance becomes a link to its template. */
export function addQuadlets(
  run: Translation,
  document: Config,
  config: Values,
): void {
  const quadlets = document.systemd?.quadlets ?? [];
  if (quadlets.length === 0) return;
  const nodes = new NodeList(config);
  quadlets.forEach((quadlet, index) => {
    const at = ["systemd", "quadlets", index];
    const path = pathOf(quadlet);
    const target = quadletTemplate(quadlet.name ?? "");
    if (target) addLink(run, nodes, { path, target }, at);
    else addFile(run, nodes, path, quadlet, at);
    quadlet.dropins?.forEach((dropin, number) => {
      const file = `${path}.d/${dropin.name ?? ""}`;
      addFile(run, nodes, file, dropin, [...at, "dropins", number]);
    });
  });
}

function pathOf({ name = "", rootful }: Quadlet): string {
  const folder = rootful
    ? "/etc/containers/systemd"
    : "/etc/containers/systemd/users";
  return cleanPath(`${folder}/${name}`);
}

function addLink(
  run: Translation,
  nodes: NodeList,
  link: { readonly path: string; readonly target: string },
  at: Path,
): void {
  const index = nodes.add("links", link);
  if (index === undefined) {
    return run.fail("quadlet-meets-node", at, { path: link.path });
  }
  const to = ["storage", "links", index];
  run.sources.addMadeItem({ from: at, to });
  run.sources.add({ from: [...at, "name"], to: [...to, "path"] });
}

function addFile(
  run: Translation,
  nodes: NodeList,
  path: string,
  source: Quadlet | Dropin,
  at: Path,
): void {
  const contents: Values = {};
  const index = nodes.add("files", { path, mode: 0o644, contents });
  if (index === undefined) {
    return run.fail("quadlet-meets-node", at, { path });
  }
  const to = ["storage", "files", index];
  run.sources.addMadeItem({ from: at, to });
  run.sources.add({ from: [...at, "name"], to: [...to, "path"] });
  const found = bytesOf(run, source, at);
  if (!found) return;
  embed(run, found.bytes, contents, found.from, [...to, "contents"]);
  run.sources.add({ from: found.from, to: [...to, "contents"] });
  run.sources.add({ from: at, to: [...to, "contents", "compression"] });
}

function bytesOf(
  run: Translation,
  { contents, contents_local }: Quadlet | Dropin,
  at: Path,
): { readonly bytes: Uint8Array; readonly from: Path } | undefined {
  if (contents_local) {
    const from = [...at, "contents_local"];
    const bytes = run.readLocal(contents_local);
    if (!("code" in bytes)) return { bytes, from };
    run.fail(bytes.code, from, bytes.values);
    return undefined;
  }
  // Of a file without contents nobody can say which line made them empty.
  const from = contents ? [...at, "contents"] : [];
  return { bytes: encodeUtf8(contents ?? ""), from };
}
