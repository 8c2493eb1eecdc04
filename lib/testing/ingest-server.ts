import { createServer } from "node:http";
import { receiveTraces } from "@/lib/pipeline/intake/receive-traces";
import { findWriterFault, startWorker, submitTraces } from "@/lib/pipeline/worker/worker-client";
import { toRequest, writeResponse } from "@/lib/pipeline/intake/to-request";

/** The ingest server without pages, as a process that tests can kill. It prints its port when it listens. */
startWorker(() => undefined);

const server = createServer((incoming, outgoing) => {
  if (incoming.url === "/readyz") {
    void findWriterFault(5000).then((why) => {
      outgoing.writeHead(why === null ? 200 : 503).end(why ?? "ready");
    });
    return;
  }
  const signal = incoming.url?.endsWith("/logs") === true ? "logs" : "traces";
  void receiveTraces(toRequest(incoming), submitTraces, signal).then((response) =>
    writeResponse(response, outgoing),
  );
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : address);
});
