import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { Button } from "./button";
import styles from "./message.module.css";

/** One sentence about a value, with what to do about it. */
export interface MessageData {
  readonly kind: "error" | "warning" | "info";
  readonly sentence: string;
  readonly why?: string | undefined;
  readonly action?:
    | { readonly label: string; readonly run: () => void }
    | undefined;
}

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info };
const words = { error: "Error", warning: "Warning", info: "Note" };

/** The sign of a kind, with its word for who cannot see it. */
export function KindIcon({ kind }: { kind: MessageData["kind"] }) {
  const Icon = icons[kind];
  return (
    <span className={styles.sign} data-kind={kind}>
      <Icon size={14} aria-hidden />
      <span className="visually-hidden">{words[kind]}: </span>
    </span>
  );
}

interface MessageProps extends MessageData {
  /** `line` below a field, `box` where it stands for itself. */
  shape?: "line" | "box";
}

export function Message({
  kind,
  sentence,
  why,
  action,
  shape = "line",
}: MessageProps) {
  return (
    <div className={styles.message} data-kind={kind} data-shape={shape}>
      <KindIcon kind={kind} />
      <span className={styles.text}>
        {sentence}
        {why ? <span className={styles.why}> {why}</span> : null}
      </span>
      {action ? (
        <Button variant="link" onClick={action.run}>
          {action.label}
        </Button>
      ) : null}
    </div>
  );
}
