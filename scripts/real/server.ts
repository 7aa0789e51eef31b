import { readFileSync, existsSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { sumsOf } from "./images";

/** How the server goes wrong on purpose. */
export type Fault =
  | "missing"
  | "forbidden"
  | "truncated"
  | "html"
  | "twice-busy";

/** A bakery on the loopback interface: images below any path, and `SHA256SUMS` for each extension's folder. */
export class Bakery {
  /** What was asked for, in order. */
  readonly asked: string[] = [];
  readonly faults = new Map<string, Fault>();
  #server: Server | undefined;
  #origin = "";
  readonly #placed = new Map<string, Uint8Array>();
  #busy = new Map<string, number>();

  constructor(readonly folder: string) {}

  /** Starts to listen; answers the address to give to nodes. */
  async open(): Promise<string> {
    const server = createServer((request, response) =>
      this.#answer(decodeURIComponent(request.url ?? ""), response),
    );
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    this.#server = server;
    const { port } = server.address() as AddressInfo;
    this.#origin = `http://127.0.0.1:${port}`;
    return `${this.#origin}/extensions/`;
  }

  /** Puts something at an address of its own, and answers that; its name is the last part. */
  place(bytes: Uint8Array, name: string): string {
    const path = `/placed/${this.#placed.size}/${name || "unnamed"}`;
    this.#placed.set(path, bytes);
    return `${this.#origin}${encodeURI(path)}`;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  #answer(path: string, response: ServerResponse): void {
    this.asked.push(path);
    const name = basename(path);
    const fault = this.faults.get(name);
    if (fault === "twice-busy" && this.#timesBusy(name) <= 2)
      return void response.writeHead(503).end();
    if (fault === "forbidden") return void response.writeHead(403).end();
    if (fault === "html")
      return void response.writeHead(200).end("<html>Sign in</html>");
    if (name === "SHA256SUMS") {
      const extension = path.split("/").at(-2) ?? "";
      const sums = sumsOf(this.folder, (file) =>
        new RegExp(`^${extension}-v?\\d`).test(file),
      );
      return void (sums === ""
        ? response.writeHead(404).end()
        : response.end(sums));
    }
    const bytes = fault === "missing" ? null : this.#bytesAt(path);
    if (!bytes) return void response.writeHead(404).end();
    response.writeHead(200, {
      "content-length": String(bytes.length),
      "content-type": "application/octet-stream",
    });
    if (fault !== "truncated") return void response.end(bytes);
    response.write(bytes.subarray(0, bytes.length / 2), () =>
      response.destroy(),
    );
  }

  #bytesAt(path: string): Uint8Array | null {
    const file = join(this.folder, basename(path));
    return (
      this.#placed.get(path) ?? (existsSync(file) ? readFileSync(file) : null)
    );
  }

  #timesBusy(name: string): number {
    const times = (this.#busy.get(name) ?? 0) + 1;
    this.#busy.set(name, times);
    return times;
  }
}
