import { monaco } from "./monaco";

/** Keeps Monaco's theme equal to the page's: the switch sets `data-theme`, else the system decides. */
export function followTheme(): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const apply = () => {
    const chosen = root.dataset.theme;
    const dark = chosen === "dark" || (chosen !== "light" && system.matches);
    monaco.editor.setTheme(dark ? "kindling-dark" : "kindling-light");
  };
  apply();
  system.addEventListener("change", apply);
  const switched = new MutationObserver(apply);
  switched.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", apply);
    switched.disconnect();
  };
}
