import { createServer } from "node:http";
import { Readable } from "node:stream";
import { receiveTraces } from "@/lib/pipeline/receive-traces";
import { startWorker, submitTraces } from "@/lib/pipeline/worker-client";

/*
 * The ingest side of the server without its pages: a process that tests can kill. It prints its
 * port when it listens.
 */
startWorker(() => undefined);

const server = createServer((incoming, outgoing) => {
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : [],
  );
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  const url = `http://localhost${incoming.url ?? "/"}`;
  const init = { method: incoming.method ?? "POST", headers, body, duplex: "half" };
  void receiveTraces(new Request(url, init), submitTraces).then(async (response) => {
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : address);
});
