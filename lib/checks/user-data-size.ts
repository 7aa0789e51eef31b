import type { UserData } from "@/lib/delivery/platform";
import type { Finding } from "./check";

/** What the size of the delivered config means for the platform that gets it. */
export function sizeFindings(userData: UserData | null): Finding[] {
  if (!userData || userData.room === "plenty" || userData.room === "unknown")
    return [];
  const { platform, bytes, room } = userData;
  const limit = platform.limit?.bytes ?? 0;
  const remedy = platform.remedies[0];
  return [
    {
      kind: room === "over" ? "error" : "warning",
      code: room === "over" ? "user-data-too-big" : "user-data-nearly-too-big",
      sentence:
        room === "over"
          ? `${platform.title} takes ${grouped(limit)} bytes of user data and this node has ${grouped(bytes)}: it cannot be started this way.`
          : `This node's user data has ${grouped(bytes)} of the ${grouped(limit)} bytes that ${platform.title} takes.`,
      ...(remedy ? { why: remedy } : {}),
      field: ["target", "platform"],
    },
  ];
}

/** 16384 as 16,384, the same in every place and language of a browser. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
