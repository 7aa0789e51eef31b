import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A bakery on this machine. */
export interface BakeryServer {
  /** Its address, with a slash at its end. */
  readonly bakery: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Serves `answers` by path below `/extensions/`; a text is answered as such, any other path with 404. */
export async function serveBakery(
  answers: Readonly<Record<string, string | Answer>>,
): Promise<BakeryServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/^\/extensions\//, "");
    asked.push(path);
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (typeof answer === "function") answer(response, request);
    else if (answer === undefined) response.writeHead(404).end("not here");
    else
      response
        .writeHead(200, { "content-type": "application/octet-stream" })
        .end(answer);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    bakery: `http://127.0.0.1:${port}/extensions/`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export const redirectTo =
  (address: string, status = 302): Answer =>
  (response) =>
    response.writeHead(status, { location: address }).end();

/** Lines as the bakery's own index has them. */
export const sumLine = (name: string, letter = "a") =>
  `${letter.repeat(64)}  ${name}\n`;

/** An index of some extensions, both architectures of each version. */
export function sumsOf(versions: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(versions)
    .flatMap(([id, list]) =>
      list.flatMap((version) => [
        sumLine(`${id}-${version}-x86-64.raw`, "a"),
        sumLine(`${id}-${version}-arm64.raw`, "b"),
      ]),
    )
    .join("");
}
