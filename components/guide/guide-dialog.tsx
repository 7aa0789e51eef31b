"use client";

import { ExternalLink } from "lucide-react";
import { Dialog } from "@/components/ui/dialog";
import { osFeatures, systemdOf } from "@/lib/butane";
import styles from "./guide-dialog.module.css";
import { places, topics } from "./topics";

/** What a release brought, newest first. */
const releases = Object.values(osFeatures)
  .map(({ since, what }) => ({
    release: since.join("."),
    what,
    systemd: systemdOf(since),
  }))
  .reverse();

/** How extensions work on Flatcar, for whoever meets them here. */
export function GuideDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="How extensions work on Flatcar"
      intro="What is behind the choices on this page, and where to read on."
      width="wide"
      onClose={onClose}
    >
      <div className={styles.guide}>
        {topics.map(({ title, text }) => (
          <section key={title}>
            <h3>{title}</h3>
            {text}
          </section>
        ))}
        <section>
          <h3 id="guide-releases">What came with which release</h3>
          <p>
            Features reach Alpha first, then Beta and Stable; an LTS keeps what
            it began with. The release under Target decides what is offered.
          </p>
          <div
            className={styles.scroll}
            tabIndex={0}
            role="group"
            aria-labelledby="guide-releases"
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">Flatcar</th>
                  <th scope="col">systemd</th>
                  <th scope="col">brought</th>
                </tr>
              </thead>
              <tbody>
                {releases.map(({ release, systemd, what }) => (
                  <tr key={release + what}>
                    <td>
                      <code>{release}</code>
                    </td>
                    <td>{systemd}</td>
                    <td>{what}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <section>
          <h3>Where to ask, and to read on</h3>
          <ul className={styles.places}>
            {places.map(({ title, url, what }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noreferrer">
                  {title} <ExternalLink size={13} aria-hidden />
                </a>
                <span>{what}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
