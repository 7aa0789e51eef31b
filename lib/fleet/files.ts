import { utf8 } from "@/lib/bytes";
import type { UserData } from "@/lib/delivery/platform";
import { platformById } from "@/lib/delivery/platforms";
import { guestinfo } from "@/lib/delivery/user-data";
import { sha256 } from "@/lib/sha256";
import { isMade, type FleetNode } from "./nodes";
import type { ZippedFile } from "./zip";

/** A file of the archive as its manifest has it. */
interface Listed {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface ListedNode {
  readonly name: string;
  readonly role: string;
  readonly line: number;
  readonly platform: string;
  /** The config as the platform gets it. */
  readonly config: Listed;
  /** What is copied to the platform, where that is not the config itself. */
  readonly userData?: Listed & { readonly encoding: UserData["encoding"] };
  /** What has to lie at an address before the node boots. */
  readonly upload?: Listed & { readonly address: string };
}

/**
 * The files of a fleet: a folder per node with its config and what its platform gets, and behind them all the map for Terraform, the hashes
 * and the manifest. Of a node that cannot be handed over there is only a line in the manifest. Of the table, names, roles and
 * addresses are in those lists and no other value.
 */
export function* fleetFiles(
  nodes: Iterable<FleetNode>,
): Generator<ZippedFile, void, undefined> {
  const made: ListedNode[] = [];
  const leftOut: object[] = [];
  for (const node of nodes) {
    if (!isMade(node)) {
      leftOut.push(omitted(node));
      continue;
    }
    const { files, listed } = filesOf(node);
    made.push(listed);
    yield* files;
  }
  yield { path: "fleet.tf.json", bytes: utf8(terraformMap(made)) };
  yield { path: "SHA256SUMS", bytes: utf8(sums(made)) };
  const manifest = { kindling: 1, nodes: made, leftOut };
  yield { path: "manifest.json", bytes: utf8(lines(manifest)) };
}

function filesOf({ planned, config: made }: FleetNode): {
  readonly files: readonly ZippedFile[];
  readonly listed: ListedNode;
} {
  const { folder, name, line, role } = planned;
  const { compact, userData, handOver } = made!;
  const file = (fileName: string, text: string): ZippedFile => ({
    path: `${folder}/${fileName}`,
    bytes: utf8(text),
  });
  // The snippets of a platform read a file of this name.
  const config = file("config.ign", userData?.config ?? compact!);
  const copied =
    userData && userData.text !== userData.config
      ? file(userData.platform.fileName, userData.text)
      : null;
  const upload = handOver?.upload;
  const uploaded = upload ? file("upload.ign", upload.text) : null;
  return {
    files: [config, copied, uploaded].filter((one) => one !== null),
    listed: {
      name,
      role: role!.name,
      line,
      platform: userData?.platform.id ?? "",
      config: listedAs(config),
      ...(copied
        ? { userData: { ...listedAs(copied), encoding: userData!.encoding } }
        : {}),
      ...(uploaded
        ? { upload: { ...listedAs(uploaded), address: upload!.address } }
        : {}),
    },
  };
}

function listedAs({ path, bytes }: ZippedFile): Listed {
  return { file: path, bytes: bytes.length, sha256: sha256(bytes) };
}

/** Codes only: a sentence may quote what somebody typed. */
function omitted({ planned, problems }: FleetNode): object {
  const codes = [...planned.problems, ...problems]
    .filter(({ kind }) => kind === "error")
    .map(({ code }) => code);
  const { name, line } = planned;
  return { name, line, problems: [...new Set(codes)] };
}

function sums(nodes: readonly ListedNode[]): string {
  return nodes
    .flatMap(({ config, userData, upload }) => [config, userData, upload])
    .filter((file) => file !== undefined)
    .map(({ file, sha256: hash }) => `${hash}  ${file}\n`)
    .join("");
}

/**
 * `local.fleet` for a `for_each`. Every provider's attribute is made of the config, as the platforms' snippets have it: `user_data` is the
 * file to read, and guestinfo is two settings instead. In Terraform's JSON every text is a template, so what begins one is doubled.
 */
function terraformMap(nodes: readonly ListedNode[]): string {
  const text = (value: string) => value.replace(/([$%])\{/g, "$1$1{");
  const file = (path: string) => `\${path.module}/${path}`;
  const given = ({ platform, config }: ListedNode) =>
    platformById(platform)?.wrap === "guestinfo"
      ? {
          extra_config: {
            [guestinfo]: `\${base64gzip(file("${file(config.file)}"))}`,
            [`${guestinfo}.encoding`]: "gzip+base64",
          },
        }
      : { user_data: file(config.file) };
  const fleet = nodes.map((node) => [
    node.config.file.slice(0, node.config.file.indexOf("/")),
    {
      name: text(node.name),
      role: text(node.role),
      platform: node.platform,
      config: file(node.config.file),
      ...given(node),
      ...(node.upload ? { upload: file(node.upload.file) } : {}),
    },
  ]);
  return lines({ locals: { fleet: Object.fromEntries(fleet) as unknown } });
}

function lines(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
