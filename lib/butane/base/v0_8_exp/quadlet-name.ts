const endings = [
  ".artifact",
  ".build",
  ".container",
  ".image",
  ".kube",
  ".network",
  ".pod",
  ".volume",
];

/** Whether Podman takes a file of this name for a quadlet. */
export function isQuadletName(name: string): boolean {
  return endings.some((ending) => name.endsWith(ending));
}

/** The template that `web@1.container` is an instance of: `web@.container`. Nothing comes back for other names. */
export function quadletTemplate(name: string): string | undefined {
  const at = name.indexOf("@");
  const dot = name.lastIndexOf(".");
  if (at < 0 || dot < 0 || dot === at + 1) return undefined;
  return `${name.slice(0, at)}@${name.slice(dot)}`;
}
