import { createServer } from "node:http";
import { receiveTraces } from "@/lib/pipeline/intake/receive-traces";
import { receiveUpload } from "@/lib/pipeline/intake/receive-upload";
import { listUploads } from "@/lib/pipeline/intake/uploads";
import {
  announceUpload,
  findWriterFault,
  startWorker,
  submitTraces,
} from "@/lib/pipeline/worker/worker-client";
import { nowUs } from "@/lib/clock/server";
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
  if (incoming.url === "/uploads") {
    const stored =
      incoming.method === "POST"
        ? receiveUpload(toRequest(incoming), announceUpload)
        : Promise.resolve(Response.json(listUploads(nowUs())));
    void stored.then((response) => writeResponse(response, outgoing));
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
