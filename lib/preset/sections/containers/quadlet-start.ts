import type { quadletKinds } from "./quadlets";

type Start = Partial<Readonly<Record<(typeof quadletKinds)[number], string>>>;

const starts: Start = {
  container: `[Unit]
Description=NAME

[Container]
Image=registry.example.com/NAME:1.0
PublishPort=8080:8080

[Service]
Restart=always

[Install]
WantedBy=multi-user.target
`,
  volume: "[Volume]\n",
  network: "[Network]\n",
  pod: `[Pod]
PublishPort=8080:8080

[Install]
WantedBy=multi-user.target
`,
};

/** Lines to begin a Podman unit with; empty where its kind has none. */
export function quadletStart(name: string): string {
  const [, stem = "", kind = ""] = /^(.+)\.([^.]+)$/.exec(name) ?? [];
  return Object.hasOwn(starts, kind)
    ? starts[kind as keyof Start]!.replaceAll("NAME", () => stem)
    : "";
}
