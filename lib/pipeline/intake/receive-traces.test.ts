import { Agent, createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import { otlpSchema } from "@/lib/testing/spans/otlp-schema";
import { toRequest, writeResponse } from "@/lib/pipeline/intake/to-request";
import {
  receiveTraces,
  refuseMethod,
  refuseSignal,
  warnOfSignal,
  type SubmitTraces,
} from "./receive-traces";
import type { SubmitResult } from "../worker/worker-protocol";

const json = { "content-type": "application/json" };
const protobuf = { "content-type": "application/x-protobuf" };
const stored: SubmitResult = {
  accepted: 1,
  duplicate: 0,
  overwritten: 0,
  differing: 0,
  rejected: 0,
  erased: 0,
  expired: 0,
  firstReasons: [],
  isUndecodable: false,
};

/** What the writer answers next, and what reached it. */
let submit: SubmitTraces = () => Promise.resolve(stored);
let received: { readonly bytes: Uint8Array; readonly encoding: string } | null = null;

const server = createServer((incoming, outgoing) => {
  void answer(toRequest(incoming)).then((response) => writeResponse(response, outgoing));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
beforeEach(() => {
  submit = () => Promise.resolve(stored);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("a request that is all right", () => {
  it.each([
    ["JSON", json, "json"],
    ["JSON with a charset", { "content-type": "Application/JSON; charset=utf-8" }, "json"],
    ["protobuf", protobuf, "protobuf"],
    ["protobuf, not compressed", { ...protobuf, "content-encoding": "identity" }, "protobuf"],
  ] as const)("of %s is answered in its own encoding", async (_, headers, encoding) => {
    const { status, type, body } = await send({ headers, body: Buffer.from("{}") });
    expect([status, received?.encoding, Buffer.from(received?.bytes ?? []).toString()]).toEqual([
      200,
      encoding,
      "{}",
    ]);
    expect(type).toBe(encoding === "json" ? "application/json" : "application/x-protobuf");
    expect(body.toString()).toBe(encoding === "json" ? "{}" : "");
  });

  it("replaces what is stored where its header says so, and is told what differs where not", async () => {
    const requested: (boolean | undefined)[] = [];
    submit = ({ replaces }) => {
      requested.push(replaces);
      return Promise.resolve({ ...stored, accepted: 11, differing: 9 });
    };
    const { body } = await send({ headers: json, body: Buffer.from("{}") });
    expect(JSON.parse(body.toString())).toEqual({
      partialSuccess: {
        rejectedSpans: "0",
        errorMessage: expect.stringMatching(/: 9 differ .* throughline-replace: true/u) as string,
      },
    });
    await send({ headers: { ...json, "throughline-replace": "true" }, body: Buffer.from("{}") });
    expect(requested).toEqual([false, true]);
  });

  it("may be gzip", async () => {
    const headers = { ...protobuf, "content-encoding": "GZIP" };
    const { status } = await send({ headers, body: gzipSync("hello") });
    expect([status, Buffer.from(received?.bytes ?? []).toString()]).toEqual([200, "hello"]);
  });

  it("may be empty", async () => {
    const { status } = await send({ headers: protobuf, body: Buffer.alloc(0) });
    expect([status, received?.bytes.length]).toEqual([200, 0]);
  });

  it.each([false, true])("arrives whole with 60 MB (gzip: %s)", async (isGzip) => {
    const sent = Buffer.from("0123456789".repeat(6e6));
    const headers = isGzip ? { ...json, "content-encoding": "gzip" } : json;
    const { status } = await send({ headers, body: isGzip ? gzipSync(sent) : sent });
    expect([status, sent.equals(received?.bytes ?? Buffer.alloc(0))]).toEqual([200, true]);
  });

  it("is answered only when its spans are committed", async () => {
    let commit = (): void => undefined;
    const committed = new Promise<SubmitResult>((resolve) => {
      commit = () => {
        resolve(stored);
      };
    });
    const reached = new Promise<void>((resolve) => {
      submit = () => {
        resolve();
        return committed;
      };
    });
    let isAnswered = false;
    const answered = send({ headers: json, body: Buffer.from("{}") }).finally(() => {
      isAnswered = true;
    });
    await reached;
    await new Promise(setImmediate);
    expect(isAnswered).toBe(false);
    commit();
    expect((await answered).status).toBe(200);
  });

  it("of which a part was refused says how many spans and why", async () => {
    const firstReasons = ["resourceSpans[0]: no id", "resourceSpans[1]: no id"];
    submit = () => Promise.resolve({ ...stored, rejected: 2, firstReasons });
    const first = await send({ headers: json, body: Buffer.from("{}") });
    const errorMessage = firstReasons.join("; ");
    expect([first.status, JSON.parse(first.body.toString())]).toEqual([
      200,
      { partialSuccess: { rejectedSpans: "2", errorMessage } },
    ]);
    const second = await send({ headers: protobuf, body: Buffer.from("") });
    expect(otlpSchema.response.decode(second.body).toJSON()).toEqual({
      partialSuccess: { rejectedSpans: "2", errorMessage },
    });
  });
});

describe("a request that is refused", () => {
  const gzipped = { ...json, "content-encoding": "gzip" };
  const half = gzipSync("x".repeat(1000)).subarray(0, 15);
  const member = gzipSync(Buffer.alloc(10e6));
  const bomb = Buffer.concat(Array.from({ length: 100 }, () => member));
  const large = Buffer.alloc(65 * 1024 * 1024);

  it.each([
    ["of another content type", { "content-type": "text/plain" }, Buffer.from("{}"), 415, 3],
    ["without a content type", {}, Buffer.from("{}"), 415, 3],
    ["of another coding", { ...json, "content-encoding": "br" }, Buffer.from("{}"), 415, 3],
    ["of gzip that is none", gzipped, Buffer.from("{}"), 400, 3],
    ["of gzip that is cut", gzipped, half, 400, 3],
    ["too large by its length", json, large, 413, 8],
    ["too large in chunks", { ...json, "transfer-encoding": "chunked" }, large, 413, 8],
    ["too large after decompression", gzipped, bomb, 413, 8],
  ])("because it is %s", async (_, headers, body, status, code) => {
    const answer = await send({ headers, body });
    expect([answer.status, answer.type, received]).toEqual([status, "application/json", null]);
    expect(JSON.parse(answer.body.toString())).toEqual({
      code,
      message: expect.any(String) as string,
    });
  });

  it("holds little more than the limit of a bomb", async () => {
    const before = process.memoryUsage.rss();
    const { status } = await send({ headers: gzipped, body: bomb });
    expect(status).toBe(413);
    expect(process.memoryUsage.rss() - before).toBeLessThan(250e6);
  });

  it("leaves the connection fit for the sender's next request", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const refused = await send({ headers: gzipped, body: bomb, agent });
    const accepted = await send({ headers: json, body: Buffer.from("{}"), agent });
    expect([refused.status, accepted.status]).toEqual([413, 200]);
    agent.destroy();
  });

  it.each([
    ["undecodable", () => Promise.resolve({ ...stored, isUndecodable: true }), 400, 3],
    ["undecodable, as an error", failing(new DomainError("invalid-input", "no")), 400, 3],
    ["too much just now", failing(new DomainError("busy", "full")), 503, 14, "2"],
    ["nothing to be stored until somebody acts", failing(new DomainError("damaged", "d")), 503, 14],
    ["too much, as another bundle says it", failing(busyOfAnotherBundle()), 503, 14, "2"],
    ["more than the server can bear", failing(new Error("secret@example.com")), 500, 13],
  ])(
    "because it is %s, in the request's encoding",
    async (_, outcome, status, code, retryAfter?: string) => {
      submit = outcome;
      const answer = await send({ headers: protobuf, body: Buffer.from("") });
      expect([answer.status, answer.type]).toEqual([status, "application/x-protobuf"]);
      expect(otlpSchema.status.decode(answer.body).toJSON()).toMatchObject({ code });
      expect(answer.body.toString()).not.toContain("secret");
      expect(answer.retryAfter).toBe(retryAfter);
    },
  );

  it.each(["GET", "PUT", "DELETE", "PATCH"])("because its method is %s", async (method) => {
    const answer = await send({ method, headers: protobuf, body: Buffer.alloc(0) });
    expect([answer.status, answer.allow]).toEqual([405, "POST"]);
    expect(otlpSchema.status.decode(answer.body).toJSON()).toMatchObject({ code: 12 });
  });
});

describe("logs", () => {
  const errorMessage = "Of logs only GenAI events are kept (3 records are not).";
  const result = { ...stored, accepted: 0, rejected: 3, firstReasons: [errorMessage] };
  const post = (headers: Record<string, string>) =>
    receiveTraces(
      new Request("http://localhost/v1/logs", {
        ...{ method: "POST", headers: { ...headers, "content-encoding": "gzip" } },
        body: gzipSync("{}"),
      }),
      (body) => {
        received = { bytes: Buffer.concat(body.chunks), encoding: body.signal ?? "" };
        return Promise.resolve(result);
      },
      "logs",
    );

  it("are taken in both encodings, and what is not kept is counted as their protocol says", async () => {
    const answer = await post(json);
    expect([answer.status, received?.encoding, received?.bytes.toString()]).toEqual([
      ...[200, "logs", "{}"],
    ]);
    expect(await answer.json()).toEqual({
      partialSuccess: { rejectedLogRecords: "3", errorMessage },
    });
    const body = Buffer.from(await (await post(protobuf)).arrayBuffer());
    // The message has the fields of that for traces, under another name.
    expect(otlpSchema.response.decode(body).toJSON()).toEqual({
      partialSuccess: { rejectedSpans: "3", errorMessage },
    });
  });
});

describe("a signal that is not read", () => {
  it.each(["/v1/metrics", "/tracer/v1/metrics/"])(
    "is taken with a warning that nothing is kept: %s",
    async (path) => {
      const sent = { method: "POST", headers: json, body: "{}" };
      const answered = warnOfSignal(new Request(`http://localhost${path}`, sent));
      expect(answered.status).toBe(200);
      expect(await answered.text()).toMatch(/^\{"partialSuccess":\{"errorMessage":"Metrics /u);
    },
  );

  it("is taken so in protobuf, too", async () => {
    const sent = { method: "POST", headers: protobuf, body: "x" };
    const answered = warnOfSignal(new Request("http://localhost/v1/metrics", sent));
    const body = Buffer.from(await answered.arrayBuffer());
    const { partialSuccess = {} } = otlpSchema.response.decode(body).toJSON();
    expect(Object.keys(partialSuccess as object)).toEqual(["errorMessage"]);
    expect(JSON.stringify(partialSuccess)).toContain("Metrics");
  });

  it("is refused with a Status in the request's encoding, so that no sender believes it kept", async () => {
    const refused = refuseSignal(
      new Request("http://localhost/v1/other", { method: "POST", headers: protobuf, body: "x" }),
    );
    const body = Buffer.from(await refused.arrayBuffer());
    expect([refused.status, refused.headers.get("content-type")]).toEqual([
      404,
      "application/x-protobuf",
    ]);
    expect(otlpSchema.status.decode(body).toJSON()).toMatchObject({ code: 12 });
  });
});

/** The writer's client may come from another bundle, where DomainError is another class. */
function busyOfAnotherBundle(): Error {
  return Object.assign(new Error("full"), { name: "DomainError", code: "busy" });
}

function failing(error: Error): SubmitTraces {
  return () => Promise.reject(error);
}

async function answer(request: Request): Promise<Response> {
  if (request.method !== "POST") return refuseMethod(request);
  return receiveTraces(request, (body) => {
    received = { bytes: Buffer.concat(body.chunks), encoding: body.encoding };
    return submit(body);
  });
}

type Sent = {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly agent?: Agent;
};

function send({ method = "POST", headers, body, agent }: Sent) {
  received = null;
  const { port } = server.address() as AddressInfo;
  const length = "transfer-encoding" in headers ? {} : { "content-length": String(body.length) };
  return new Promise<{
    readonly status: number | undefined;
    readonly type: string | undefined;
    readonly allow: string | undefined;
    readonly retryAfter: string | undefined;
    readonly body: Buffer;
  }>((resolve, reject) => {
    const outgoing = httpRequest(
      {
        port,
        host: "127.0.0.1",
        method,
        path: "/v1/traces",
        agent: agent ?? false,
        headers: { ...headers, ...length },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => {
          resolve({
            status: incoming.statusCode,
            type: incoming.headers["content-type"],
            allow: incoming.headers.allow,
            retryAfter: incoming.headers["retry-after"],
            body: Buffer.concat(chunks),
          });
          if (agent === undefined) outgoing.destroy();
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
