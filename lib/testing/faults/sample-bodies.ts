import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findShared } from "../shared/find-shared";
import { encodeProtobuf } from "../spans/otlp-schema";

/** A body as an exporter sends it. */
export type SampleBody = {
  readonly bytes: Uint8Array;
  readonly encoding: "json" | "protobuf";
  readonly signal: "traces" | "logs";
  /** What it says; null where it is recorded as protobuf only. */
  readonly request: object | null;
};

/** Folders of the checkout, and of the public data where they are beside it. */
const folders = ["lib/testing/fixtures", "lib/testing/instrumentations", "docs"];
const sharedFolders = ["fixtures/otlp", "fixtures/otlp-public"];

/** Every recorded body of every instrumentation: as it is, and each of JSON as protobuf too. */
export function readSampleBodies(): readonly SampleBody[] {
  const shared = sharedFolders.map(findShared).filter((path) => path !== null);
  const files = [...folders.map((folder) => join(process.cwd(), folder)), ...shared].flatMap(
    (folder) =>
      readdirSync(folder)
        .filter((name) => /\.(?:jsonl|pb)$|^(?!stat-vectors).*\.json$/u.test(name))
        .sort()
        .map((name) => join(folder, name)),
  );
  return files.flatMap((path) => bodiesOf(path, readFileSync(path)));
}

function bodiesOf(path: string, bytes: Buffer): readonly SampleBody[] {
  if (path.endsWith(".pb")) {
    const signal = path.includes("-logs.") ? "logs" : "traces";
    return [{ bytes, encoding: "protobuf", signal, request: null }];
  }
  const text = bytes.toString().trim();
  const bodies = path.endsWith(".jsonl") ? text.split("\n") : [text];
  return bodies.flatMap((body) => {
    const request = JSON.parse(body) as object;
    const signal = "resourceLogs" in request ? "logs" : "traces";
    const rest = { signal, request } as const;
    const json: SampleBody = { bytes: Buffer.from(body), encoding: "json", ...rest };
    const protobuf = asProtobuf(request);
    return protobuf === null ? [json] : [json, { bytes: protobuf, encoding: "protobuf", ...rest }];
  });
}

/** Encodes a request as protobuf; null where a value is none of the protocol's. */
export function asProtobuf(request: object): Uint8Array | null {
  try {
    return encodeProtobuf(request);
  } catch {
    return null;
  }
}
