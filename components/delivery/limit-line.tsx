"use client";

import { counted } from "@/lib/words";
import type { Certainty, UserData } from "@/lib/delivery/platform";
import styles from "./user-data-view.module.css";

const words: Readonly<Record<Certainty, string>> = {
  verified: "verified",
  documented: "documented",
  unverified: "not verified",
  unknown: "not verified",
};

/** The bytes against the limit, where the number comes from, and how sure it is. */
export function LimitLine({
  userData: { platform, bytes },
}: {
  userData: UserData;
}) {
  const { limit, noLimit } = platform;
  if (!limit) {
    const is =
      noLimit?.certainty === "documented" ? "no limit" : "limit not known";
    return (
      <p>
        {counted(bytes)} bytes; {is}
        {noLimit ? `: ${noLimit.basis}` : ""}.
      </p>
    );
  }
  const over = bytes > limit.bytes;
  return (
    <p
      data-over={(over && !limit.otherwise) || undefined}
      className={styles.size}
    >
      {counted(bytes)} bytes of {counted(limit.bytes)}
      {limit.counts === "base64" ? " (counted as base64)" : ""}: {limit.basis}.
      {over && limit.otherwise ? ` Above it, ${limit.otherwise}.` : ""}
      {isSure(limit.certainty)
        ? ""
        : " Check the limit with the platform."}{" "}
      <span className={isSure(limit.certainty) ? styles.sure : styles.unsure}>
        {words[limit.certainty]}
      </span>
    </p>
  );
}

const isSure = (certainty: Certainty) =>
  certainty === "verified" || certainty === "documented";
