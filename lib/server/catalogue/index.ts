import "server-only";
import builtIn from "@/public/catalogue.json";
import { liveCatalogue, type LiveCatalogue } from "./live-catalogue";
import { catalogueSettings } from "./settings";

// Next bundles what starts with the server apart from its routes: both find the one catalogue here.
const place = Symbol.for("kindling.catalogue");
const shared = globalThis as unknown as Record<
  symbol,
  LiveCatalogue | undefined
>;

/** The server's one catalogue. */
export function serverCatalogue(): LiveCatalogue {
  return (shared[place] ??= create());
}

function create(): LiveCatalogue {
  const { settings, problems } = catalogueSettings(process.env);
  problems.forEach(say);
  return liveCatalogue({ settings, builtIn, say });
}

function say(sentence: string): void {
  // eslint-disable-next-line no-console -- whoever runs the server reads its output
  console.warn(sentence);
}
