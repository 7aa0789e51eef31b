/** Runs once as the server starts: its catalogue is kept fresh from here on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { serverCatalogue } = await import("@/lib/server/catalogue");
  serverCatalogue().start();
}
