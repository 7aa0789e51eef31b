import type { IgnitionConfig, IgnitionStruct, Path } from "@/lib/butane";
import { withoutLogin } from "@/lib/delivery/login";
import type { BootFailure, BootItem } from "./step";

export type Resource = IgnitionStruct<"Resource">;

/** Whether Ignition has to fetch it: everything but what stands in the config itself. */
export function isFetched(resource: Resource | undefined): boolean {
  const source = resource?.source ?? "";
  return source !== "" && !/^data:/i.test(source);
}

/** An address as an item: what is checked of it, and what it is for. */
export function fetched(
  { source = "", verification, compression }: Resource,
  from: Path,
  what = "",
): BootItem {
  const checked = verification?.hash
    ? `checked against its ${verification.hash.split("-", 1)[0]}`
    : "without a hash";
  const parts = [what, compression === "gzip" && "unpacked", checked];
  return {
    name: withoutLogin(source),
    what: parts.filter(Boolean).join(", "),
    from,
  };
}

/** How a download that fails shows; the same for configs, keys and files. */
export function fetchFailures(
  { ignition }: IgnitionConfig,
  resources: readonly Resource[],
): BootFailure[] {
  const console = "Ignition names the address on the console";
  const total = Number(ignition?.timeouts?.httpTotal ?? 0);
  const overHttp = resources.some(({ source = "" }) =>
    /^https?:/i.test(source),
  );
  const hashed = resources.some(({ verification }) => verification?.hash);
  return [
    ...(overHttp
      ? [
          {
            when: "A server answers 404 or anything else below 500",
            shows: `The first boot ends at once in the emergency shell; ${console}.`,
          },
          {
            when: "A server answers 500 or above, or not at all",
            shows:
              total > 0
                ? `Ignition tries again for ${total} seconds; then the first boot ends in the emergency shell.`
                : "Ignition tries again without an end, and the node stays in the initrd; a total timeout in the Ignition section ends that.",
          },
        ]
      : []),
    ...(hashed
      ? [
          {
            when: "What comes has another hash",
            shows: `The first boot ends in the emergency shell with “hash verification failed”; ${console}.`,
          },
        ]
      : []),
  ];
}
