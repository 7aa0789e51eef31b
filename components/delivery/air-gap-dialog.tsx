"use client";

import { useEffect, useMemo, useState } from "react";
import { copyText, download, fileNameOf } from "@/components/share/hand-over";
import { useMessages } from "@/components/sections/use-section";
import { Button } from "@/components/ui/button";
import { Badge } from "@/components/ui/chip";
import { counted } from "@/lib/words";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { fetched, late, NotLoaded, useLate } from "@/components/ui/late";
import { Message } from "@/components/ui/message";
import { showToast } from "@/components/ui/toast";
import {
  crowdedFiles,
  hasLogin,
  isMirror,
  isPublic,
  kindWords,
  mirrorFiles,
  mirrorScript,
  mirrorSums,
  timeWords,
  withoutLogin,
  type Fetch,
} from "@/lib/delivery/air-gap";
import { samePath, type Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { fieldId } from "@/lib/state/field-id";
import { useComposer } from "@/lib/state/provider";
import { useView } from "@/lib/state/view-store";
import styles from "./air-gap-dialog.module.css";

/** The part of the page that composes; it knows nothing while a problem is fatal. */
const pipeline = late(() => import("@/lib/pipeline"));

/** Everything a node fetches, what a mirror needs for it, and the node on that mirror. */
export function AirGapDialog({ onClose }: { onClose: () => void }) {
  const preset = useComposer((state) => state.computed);
  const { part, again } = useLate(pipeline);
  const fetches = useMemo(
    () => (part && preset ? (part.fetchesOfNode(preset) ?? "unknown") : null),
    [part, preset],
  );
  const known = preset && fetches && fetches !== "unknown";
  return (
    <Dialog
      title="Air gap"
      intro="Everything this node fetches, also what its config does not name. A mirror takes the place of the public network."
      width="wide"
      onClose={onClose}
    >
      {known ? (
        <>
          <Mirror preset={preset} fetches={fetches} />
          <List fetches={fetches} mirror={preset.target.mirror ?? ""} />
          <Kit preset={preset} fetches={fetches} />
        </>
      ) : fetches === "unknown" ? (
        <p>
          An error keeps this node from becoming an Ignition config, and without
          one nobody knows what it fetches. It stands under Problems.
        </p>
      ) : again ? (
        <NotLoaded {...again} />
      ) : (
        <p role="status">Looking for addresses…</p>
      )}
    </Dialog>
  );
}

interface PartProps {
  readonly preset: Preset;
  readonly fetches: readonly Fetch[];
}

const mirrorField = ["target", "mirror"];

/** What is said of the mirror. The button beside the field is what mends it. */
function useSaid() {
  const messages = useMessages(mirrorField);
  return messages.map(({ kind, sentence, why }) => ({ kind, sentence, why }));
}

/** Whether a problem led here. The field takes the focus, which the dialog gives it where both are drawn at once. */
function useAskedFor(path: Path): boolean {
  const [asked] = useState(() =>
    samePath(useView.getState().focus?.path ?? [], path),
  );
  useEffect(() => {
    if (!asked) return;
    document.getElementById(fieldId(path))?.focus();
    useView.setState({ focus: null });
  }, [asked, path]);
  return asked;
}

function Mirror({ preset, fetches }: PartProps) {
  const now = preset.target.mirror ?? "";
  const [address, setAddress] = useState(now);
  const broken = useComposer((state) => state.broken);
  const adopt = useComposer((state) => state.adopt);
  const undo = useComposer((state) => state.undo);
  const { mirror: _, ...target } = preset.target;
  const change = (after: Preset, text: string) => {
    adopt(after);
    showToast({ text, action: { label: "Undo", run: undo } });
  };
  const move = async () => {
    const after = (await fetched(pipeline.load))?.onMirror(preset, address);
    if (after) change(after, "This node fetches from the mirror.");
  };
  const isAddress = isMirror(address);
  const said = useSaid();
  const asked = useAskedFor(mirrorField);
  const left = fetches.filter(
    ({ url, kind }) => kind !== "named" && isPublic(url, address),
  ).length;
  return (
    <form
      className={styles.mirror}
      onSubmit={(event) => {
        event.preventDefault();
        if (isAddress && !broken) void move();
      }}
    >
      <Field
        id={fieldId(mirrorField)}
        label="Mirror"
        // What is said is of the address that the node has, and not of one that is being typed.
        messages={address === now ? said : []}
        help={
          isAddress
            ? left === 0
              ? "No public address is left."
              : `${left === 1 ? "One public address" : `${left} public addresses`} to move. OS updates are switched off: no folder of files takes the place of an update server.`
            : "Address of a folder on a web server that the node reaches."
        }
      >
        <TextInput
          mono
          {...(asked ? { "data-first-focus": true } : {})}
          placeholder="https://mirror.example.com/flatcar/"
          value={address}
          onChange={setAddress}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        disabled={!isAddress || broken !== null}
      >
        Fetch from the mirror
      </Button>
      {now ? (
        <Button
          disabled={broken !== null}
          onClick={() => {
            setAddress("");
            change(
              { ...preset, target },
              "The node may fetch from anywhere again; its addresses stay.",
            );
          }}
        >
          No mirror
        </Button>
      ) : null}
    </form>
  );
}

function List({
  fetches,
  mirror,
}: {
  fetches: readonly Fetch[];
  mirror: string;
}) {
  if (fetches.length === 0) return <p>This node fetches nothing.</p>;
  return (
    <ul className={styles.list} aria-label="Addresses">
      {fetches.map((fetch) => (
        <li key={fetch.url}>
          <div>
            <span className={styles.kind}>
              {kindWords[fetch.kind]}, {timeWords[fetch.when]}
              {fetch.in ? <> ({fetch.in})</> : null}
            </span>
            <code>{withoutLogin(fetch.url)}</code>
          </div>
          <span className={styles.badges}>
            {mirror && isPublic(fetch.url, mirror) ? (
              <Badge tone={fetch.kind === "named" ? "warn" : "err"}>
                public
              </Badge>
            ) : null}
            {hasLogin(fetch.url) ? <Badge>login left out</Badge> : null}
            {fetch.hash ? (
              <Badge tone="ok" title={fetch.hash}>
                hash known
              </Badge>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The script reads the addresses as they are now: it is made before the node is moved, or of what is still to fetch. */
function Kit({ preset, fetches }: PartProps) {
  const name = preset.identity.hostname || preset.name;
  const open = fetches.filter(({ url }) =>
    isPublic(url, preset.target.mirror ?? ""),
  );
  const files = mirrorFiles(open).length;
  const sums = mirrorSums(open);
  return (
    <section className={styles.kit}>
      <h3>For the mirror</h3>
      {crowdedFiles(open).map(({ url, other }) => (
        <Message
          key={url}
          kind="warning"
          shape="box"
          sentence={`${withoutLogin(url)} has no place of its own on the mirror: ${withoutLogin(other)} is in its way. It stays as it is.`}
        />
      ))}
      <p>
        The script fetches{" "}
        {files === 1 ? "one file" : `${counted(files)} files`} into a folder,
        compares the hashes that are known, and writes the lists that updates
        read. Take it before the node is moved: afterwards its addresses are
        those of the mirror.
        {mirrorFiles(open).some(({ url }) => hasLogin(url))
          ? " Logins are not in it: curl takes them from ~/.netrc, where each has a line machine HOST login USER password PASSWORD."
          : null}
      </p>
      <div className={styles.buttons}>
        <Button
          disabled={files === 0}
          onClick={() =>
            download(mirrorScript(open, name), fileNameOf(name, "mirror.sh"))
          }
        >
          Download the script
        </Button>
        <Button
          disabled={sums === ""}
          onClick={() => download(sums, "SHA256SUMS")}
        >
          Download SHA256SUMS
        </Button>
        <Button
          onClick={() =>
            void copyText(
              fetches.map(({ url }) => `${withoutLogin(url)}\n`).join(""),
              "the addresses",
            )
          }
        >
          Copy the addresses
        </Button>
      </div>
      <p>
        Container images are not listed: registries are asked by what runs the
        containers.
        {setsTime(preset)
          ? null
          : " Time comes from flatcar.pool.ntp.org unless Network names other servers."}
      </p>
    </section>
  );
}

const setsTime = ({ network, target }: Preset): boolean =>
  target.variant !== "flatcar" ||
  network.time.servers.some((server) => server.trim() !== "");
