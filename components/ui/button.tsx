import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./button.module.css";
import { classes } from "./classes";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` once per screen; `plain` has no border; `link` stands inside a sentence or a message. */
  variant?: "primary" | "default" | "plain" | "link";
  size?: "normal" | "large";
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = "default",
  size = "normal",
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(styles.button, className)}
      data-variant={variant}
      data-size={size}
      {...rest}
    />
  );
}

interface IconButtonProps extends ButtonProps {
  /** Name for a screen reader and for the tooltip. */
  label: string;
  children: ReactNode;
}

/** An icon that acts. It always has a name. */
export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return (
    <Button
      variant="plain"
      aria-label={label}
      title={label}
      className={classes(styles.icon, className)}
      {...rest}
    />
  );
}
