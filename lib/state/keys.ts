/** The last node of this browser, without secrets; every tab writes it. */
export const draftKey = "kindling.draft";
/** This tab's own node with its secrets; gone when the tab closes. */
export const tabKey = "kindling.tab";
