import { serverCatalogue } from "@/lib/server/catalogue";

// The answer changes while the server runs.
export const dynamic = "force-dynamic";

/** The freshest catalogue this server has, and how its last refresh went. */
export async function GET(): Promise<Response> {
  return Response.json(await serverCatalogue().answer(), {
    headers: { "cache-control": "no-store" },
  });
}
