"use client";

import { Copy } from "lucide-react";
import { useMemo, useState } from "react";
import { late, NotLoaded, useLate } from "@/components/ui/late";
import { Message } from "@/components/ui/message";
import { Segments } from "@/components/ui/segments";
import type { Capi, CapiOptions } from "@/lib/delivery/capi";
import type { Preset } from "@/lib/preset";
import styles from "./user-data-view.module.css";

interface CapiViewProps {
  readonly preset: Preset;
  readonly butane: string;
  readonly onCopy: (text: string, what: string) => void;
  readonly onDownload: (text: string, fileName: string) => void;
}

const roles = [
  { value: "control-plane", label: "Control plane" },
  { value: "worker", label: "Workers" },
] as const;
const uses = [
  {
    value: "clusterctl",
    label: "clusterctl template",
    title: "Names are variables, and every $ of the node stands twice",
  },
  { value: "kubectl", label: "kubectl", title: "Applied as it is" },
] as const;
const versions = [
  { value: "v1beta2", label: "v1beta2" },
  { value: "v1beta1", label: "v1beta1" },
] as const;

/** Converts to the older config that Cluster API makes. */
const capi = late(() => import("@/lib/delivery/capi"));

/** The node for Cluster API: made only while it is open, because few nodes are for one. */
export function CapiView(props: CapiViewProps) {
  const [open, setOpen] = useState(() => isMeantFor(props.preset));
  return (
    <details
      className={styles.capi}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Cluster API</summary>
      {open ? <Manifest {...props} /> : null}
    </details>
  );
}

/** Kubernetes without a role of its own waits for somebody else to run kubeadm. */
const isMeantFor = ({ extensions }: Preset) =>
  extensions.chosen.some(
    ({ id, params }) =>
      id === "kubernetes" && (params.role ?? "none") === "none",
  );

function Manifest({ preset, butane, onCopy, onDownload }: CapiViewProps) {
  const [role, setRole] = useState<CapiOptions["role"] & string>(
    "control-plane",
  );
  const [use, setUse] = useState<CapiOptions["for"] & string>("clusterctl");
  const [api, setApi] = useState<CapiOptions["api"] & string>("v1beta2");
  const { part, again } = useLate(capi);
  const made = useMemo(
    () => part?.capiOf(preset, butane, { role, api, for: use }) ?? null,
    [part, preset, butane, role, api, use],
  );
  const kind =
    role === "worker" ? "KubeadmConfigTemplate" : "KubeadmControlPlane";
  return (
    <>
      <p>
        A patch for the {kind} of your cluster: Cluster API turns it into
        Ignition 2.3 and adds what kubeadm needs.
      </p>
      <div className={styles.choices}>
        <Segments
          label="Machines"
          value={role}
          options={roles}
          onChange={setRole}
        />
        <Segments
          label="Used by"
          value={use}
          options={uses}
          onChange={setUse}
        />
        <Segments
          label="Version of the API"
          value={api}
          options={versions}
          onChange={setApi}
        />
      </div>
      {made ? (
        <Made made={made} kind={kind} onCopy={onCopy} onDownload={onDownload} />
      ) : again ? (
        <NotLoaded {...again} />
      ) : (
        <p role="status">Converting…</p>
      )}
    </>
  );
}

function Made({
  made: { text, problems, provider },
  kind,
  onCopy,
  onDownload,
}: Pick<CapiViewProps, "onCopy" | "onDownload"> & {
  made: Capi;
  kind: string;
}) {
  return (
    <>
      <div className={styles.told}>
        {problems.map(({ code, ...told }, index) => (
          <Message key={`${code} ${index}`} {...told} shape="box" />
        ))}
      </div>
      {text === null ? null : (
        <section className={styles.snippet}>
          <header>
            <h3>{kind}</h3>
            {provider.verified ? null : (
              <span className={styles.unsure}>not verified</span>
            )}
            <button
              type="button"
              onClick={() => onDownload(text, "cluster-api.yaml")}
            >
              Download {kind}
            </button>
            <button type="button" onClick={() => onCopy(text, kind)}>
              <Copy size={14} aria-hidden="true" />
              Copy {kind}
            </button>
          </header>
          <pre tabIndex={0} aria-label={kind}>
            {text}
          </pre>
        </section>
      )}
      <ul className={styles.notes}>
        <li>{provider.title}.</li>
        {provider.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          The management cluster needs
          EXP_KUBEADM_BOOTSTRAP_FORMAT_IGNITION=true as clusterctl init runs.
        </li>
      </ul>
    </>
  );
}
