import type { ReactNode } from "react";
import styles from "./chip.module.css";

/** A short word about the thing it stands beside. */
export function Badge({
  tone = "plain",
  title,
  children,
}: {
  tone?: "plain" | "ok" | "warn" | "err" | "info";
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={styles.badge} data-tone={tone} title={title}>
      {children}
    </span>
  );
}

/** A filter that is on or off. */
export function Chip({
  pressed,
  onPress,
  children,
}: {
  pressed: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
