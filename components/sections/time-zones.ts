let known: readonly string[] | null = null;

/** The time zones this browser knows: the same database that the node has. */
export function timeZones(): readonly string[] {
  return (known ??= [...Intl.supportedValuesOf("timeZone")]);
}
