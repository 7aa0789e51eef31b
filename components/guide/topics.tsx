import type { ReactNode } from "react";

interface Topic {
  readonly title: string;
  readonly text: ReactNode;
}

/** What somebody should know who layers software over Flatcar, in the order questions come up. */
export const topics: readonly Topic[] = [
  {
    title: "Layers, not packages",
    text: (
      <>
        <p>
          Flatcar ships a fixed set of software on a read-only, verified{" "}
          <code>/usr</code>. An extension is an image whose <code>/usr</code>{" "}
          and <code>/opt</code> are laid over the node’s own. There is one
          version of each and nothing resolves dependencies; Kindling checks
          what an extension needs and what it cannot stand beside.
        </p>
        <p>
          What needs no place on the host runs in a container. A single static
          program can still go to <code>/opt/bin</code>, where nothing renews
          it.
        </p>
      </>
    ),
  },
  {
    title: "First boot",
    text: (
      <p>
        Ignition downloads the exact versions of the preset before the node
        starts. It tries again while a server is down, and ends the first boot
        in the emergency shell where an address is not found. Having
        systemd-sysupdate fetch what is missing from the initrd was planned and
        is not done; an image that should be the newest at first boot is
        therefore fetched by a unit once the node is up.
      </p>
    ),
  },
  {
    title: "Why a new version waits for a reboot",
    text: (
      <>
        <p>
          To merge a new image, systemd-sysext takes the whole overlay away and
          puts it back. For a moment no file of any extension exists, those of
          Docker and containerd among them: programs that run keep what they
          have open, programs that start fail. Most services therefore take
          effect with a reboot, and commands are merged at once.
        </p>
        <p>
          Newer kernels could mount the next overlay beneath the one in use, and
          leave no gap. systemd does not do so yet.
        </p>
      </>
    ),
  },
  {
    title: "Taking an update back",
    text: (
      <p>
        A bakery cannot withdraw a version from nodes that have it. Keep two
        versions or more, hold the one that works, and point the link back to
        it; Kindling prints the commands for each extension.
      </p>
    ),
  },
  {
    title: "What is under /etc",
    text: (
      <p>
        The image’s defaults lie below the node’s own files, and a file is
        copied up when it is changed. From 4628 on, these defaults are a
        configuration extension (confext). Files that Ignition writes win either
        way, so nothing of a node has to change for it.
      </p>
    ),
  },
  {
    title: "A /usr that can be written",
    text: (
      <p>
        systemd-sysext can let writes to <code>/usr</code> through to the
        directory below, which helps distributions whose <code>/usr</code> is
        writable anyway. Flatcar’s is a read-only partition, so Kindling refuses
        it there. An image with <code>ID=_any</code> runs on such distributions
        too.
      </p>
    ),
  },
  {
    title: "Before extensions",
    text: (
      <p>
        Torcx switched between versions of Docker until Flatcar 3794 removed it.
        A config that still has its files is recognised on import: open it, and
        Kindling offers the extension in its place.
      </p>
    ),
  },
];

export interface Place {
  readonly title: string;
  readonly url: string;
  readonly what: string;
}

/** Where the people are who make all this. */
export const places: readonly Place[] = [
  {
    title: "sysext-bakery",
    url: "https://github.com/flatcar/sysext-bakery",
    what: "recipes of the extensions; ask for a missing one, or add it",
  },
  {
    title: "Flatcar’s documentation",
    url: "https://www.flatcar.org/docs/latest/",
    what: "of the operating system, and of every platform",
  },
  {
    title: "Flatcar’s issues",
    url: "https://github.com/flatcar/Flatcar/issues",
    what: "for all of the project’s repositories",
  },
  {
    title: "Discussions and Office Hours",
    url: "https://github.com/flatcar/Flatcar/discussions",
    what: "the monthly call with users and maintainers is announced here",
  },
  {
    title: "Chat",
    url: "https://github.com/flatcar/Flatcar#communication-channels",
    what: "Discord before all, Slack and the mailing list; the Matrix room is no longer among them",
  },
  {
    title: "UAPI Group",
    url: "https://uapi-group.org/",
    what: "specifications of extensions and images, and the Image-based Linux Summit",
  },
  {
    title: "All Systems Go!",
    url: "https://all-systems-go.io/",
    what: "the conference on the lower layers of Linux",
  },
];
