import { decodeDataUrl, gunzip, type IgnitionStruct } from "@/lib/butane";
import type { Content } from "./node-file";

type Resource = IgnitionStruct<"Resource">;

/** What a resource of a config puts into a file; nothing for one without a source. */
export function contentOf(resource: Resource | undefined): Content[] {
  const source = resource?.source ?? "";
  if (source === "") return [];
  const gzip = resource?.compression === "gzip";
  const bytes = /^data:/i.test(source) ? decodeDataUrl(source) : null;
  if (bytes) {
    const unpacked = gzip ? gunzip(bytes) : bytes;
    return unpacked ? [{ bytes: unpacked }] : [{ bytes }];
  }
  const hash = resource?.verification?.hash;
  return [
    {
      url: source,
      ...(hash ? { hash } : {}),
      ...(gzip ? { gzip: true as const } : {}),
    },
  ];
}
