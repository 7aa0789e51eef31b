/** How screen readers call the Butane text, whichever way it is drawn. */
export const paneLabel = "Butane document";
