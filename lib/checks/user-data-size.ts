import { counted } from "@/lib/words";
import type { Limit, Platform, UserData } from "@/lib/delivery/platform";
import type { Finding } from "./check";

const field = ["target", "platform"];

/** What the size of the delivered config means for the platform that gets it. */
export function sizeFindings(userData: UserData | null): Finding[] {
  const limit = userData?.platform.limit;
  if (!limit || userData.room === "plenty" || userData.room === "unknown")
    return [];
  const { platform, bytes, room } = userData;
  const remedy = platform.remedies[0];
  const why = remedy ? { why: remedy } : {};
  const has = `This node's user data has ${inBytes(bytes, limit)}`;
  // The node starts by the other way, so nobody is kept from it.
  if (limit.otherwise) {
    return bytes > limit.bytes ? [elsewhere(platform, limit, has)] : [];
  }
  // A number that nobody has confirmed must not keep anyone from trying.
  if (limit.certainty === "unverified" || limit.certainty === "unknown") {
    return [
      {
        kind: "warning",
        code: "user-data-perhaps-too-big",
        sentence: `${has}, and ${platform.title} is said to take ${said(limit)}, which is not verified: check it with the platform.`,
        ...why,
        field,
      },
    ];
  }
  if (room === "over") {
    return [
      {
        kind: "error",
        code: "user-data-too-big",
        sentence: `${has} and ${platform.title} takes ${counted(limit.bytes)}: the node cannot be started with it.`,
        ...why,
        field,
      },
    ];
  }
  return [nearly(platform, limit, has, why)];
}

function nearly(
  platform: Platform,
  limit: Limit,
  has: string,
  why: { readonly why?: string },
): Finding {
  return {
    kind: "warning",
    code: "user-data-nearly-too-big",
    sentence: `${has} of the ${counted(limit.bytes)} that ${platform.title} takes.`,
    ...why,
    field,
  };
}

function elsewhere(
  { title }: Platform,
  { bytes, otherwise }: Limit,
  has: string,
): Finding {
  return {
    kind: "info",
    code: "user-data-other-way",
    sentence: `${has}, and ${title} takes ${counted(bytes)} inline: ${otherwise}.`,
    field,
  };
}

function inBytes(bytes: number, limit: Limit): string {
  return `${counted(bytes)} bytes${limit.counts === "base64" ? " in base64" : ""}`;
}

/** The number; both where the source has two. */
function said({ bytes, warnAbove }: Limit): string {
  const lower = warnAbove === undefined ? "" : `${counted(warnAbove)} or `;
  return `${lower}${counted(bytes)}`;
}
