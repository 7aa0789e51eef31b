import { draftKey } from "@/lib/state/keys";

/** Where the chosen theme is kept; the script below and `theme.ts` share the name. */
export const themeKey = "kindling.theme";

/** Set on the root element while a draft or a link is about to open, so that the first screen does not flash. */
export const openingAttribute = "data-opening";

/** Runs before the first paint: the theme that was chosen, and whether something is about to open. */
export const themeScript = `try{var r=document.documentElement,t=localStorage.getItem(${JSON.stringify(themeKey)});if(t==="light"||t==="dark")r.dataset.theme=t;if(location.hash.length>1||localStorage.getItem(${JSON.stringify(draftKey)}))r.setAttribute(${JSON.stringify(openingAttribute)},"")}catch(e){}`;
