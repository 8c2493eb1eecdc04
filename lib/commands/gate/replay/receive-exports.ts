import { once } from "node:events";
import { appendFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import {
  receiveTraces,
  warnOfSignal,
  type OtlpSignal,
  type SubmitTraces,
} from "@/lib/pipeline/intake/receive-traces";
import { nothingSubmitted } from "@/lib/pipeline/intake/submit-body";
import { toRequest, writeResponse } from "@/lib/pipeline/intake/to-request";

/** A receiver of traces and logs that keeps their bodies as files. */
export type Receiver = {
  /** "http://127.0.0.1:40123", for OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly endpoint: string;
  readonly files: readonly string[];
  readonly close: () => Promise<void>;
};

const signals: ReadonlyMap<string, OtlpSignal> = new Map([
  ["/v1/traces", "traces"],
  ["/v1/logs", "logs"],
]);

/**
 * Receives OTLP/HTTP on the loopback interface and keeps each body in a file, for who reads them all at the end.
 * @param folder where the files are written
 * @param onBytes called with the number of bytes that came so far
 */
export async function receiveExports(
  folder: string,
  onBytes: (bytes: number) => void,
): Promise<Receiver> {
  const files: string[] = [];
  let bytes = 0;
  const keep: SubmitTraces = ({ chunks, encoding }) => {
    const extension = encoding === "json" ? "json" : "pb";
    const file = join(folder, `export-${String(files.length + 1)}.${extension}`);
    files.push(file);
    writeFileSync(file, "");
    for (const chunk of chunks) {
      appendFileSync(file, chunk);
      onBytes((bytes += chunk.length));
    }
    // What is no trace is refused when all is read.
    return Promise.resolve(nothingSubmitted);
  };
  const server = createServer((incoming, outgoing) => {
    const request = toRequest(incoming);
    const signal = signals.get(new URL(request.url).pathname);
    const answer =
      signal === undefined
        ? Promise.resolve(warnOfSignal(request))
        : receiveTraces(request, keep, signal);
    void answer.then((response) => writeResponse(response, outgoing));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    files,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
