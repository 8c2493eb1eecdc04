import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { rolesThatMay } from "@/lib/domain/people/permission";
import { verifyAudit } from "@/lib/store/access/verify-audit";
import { openReader, openWriter, statement } from "@/lib/store/database";
import { answerMakers, canaryMakers, type Canary } from "@/lib/testing/canaries";
import { asLines, otlpRequest, type OtlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { readAllFiles, readAllValues } from "@/lib/testing/spans/read-raw";
import { createScratch, type CliResult } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { seededRandom, type SeededRandom } from "@/lib/testing/seeded-random";
import { bundleServer, startServer } from "@/lib/testing/start-server";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { childListCsv } from "@/lib/pages/lists/load";
import { loadPiiPage } from "@/lib/pages/pii/load";
import { piiCodec } from "@/lib/pages/pii/url";
import { makeCasePack } from "./packs/make-case-pack";
import { workspacePath } from "./worker/data-folder";

const scratch = createScratch();
afterAll(() => scratch.remove());

/** Makes a canary per place and kind, so that a leaked one names its place. */
type Plant = (place: string) => string;
type Planted = { readonly place: string; readonly canary: Canary };

describe("canaries planted everywhere in traces and CRM rows", () => {
  it("are nowhere in the data folder, its columns, the exports or what is printed", async () => {
    const { requests, rows, names, planted } = plantAll(seededRandom(1));
    const posted = plantAll(seededRandom(2));
    const data = scratch.folder();
    const bundle = await bundleServer(scratch.folder());
    const results: CliResult[] = [];
    const run = async (...args: string[]) => results.push(await runCommand(args, { data }));

    for (const name of names) await run("ingest", scratch.file(name, asLines(requests)));
    await run("ingest", scratch.file("rows.jsonl", asLines(rows)));
    await run("ingest", scratch.file("rows.csv", csvOf(rows)));
    const server = await startServer(bundle, data);
    for (const request of posted.requests) {
      const body = gzipSync(encodeProtobuf(request));
      const headers = { "content-type": "application/x-protobuf", "content-encoding": "gzip" };
      const response = await fetch(server.url, { method: "POST", headers, body });
      expect(response.status).toBe(200);
    }
    await run("export", "cases");
    await run("export", "spans");
    await run("export", "spans", "--format", "csv");
    await run("rules", "import", scratch.file("rules.yaml", dueEverywhere), "--publish");
    await run("worker", "--once");
    await server.kill();
    expect(results.map(({ code }) => code)).toEqual(results.map(() => 0));

    const where = {
      files: readAllFiles(data).toString("latin1"),
      columns: readAllValues(join(data, "main.db")),
      output: results.map(({ stdout, stderr }) => stdout + stderr).join("\n") + server.output(),
      packs: await makePacks(data),
      pages: await readPiiPage(data),
    };
    expect(where.pages).toContain("email address");
    expect(where.columns).toContain("<EMAIL:");
    expect(where.packs).toContain("[email]");
    expect(leaksIn(where, [...planted, ...posted.planted])).toEqual([]);
  });
});

/** A rule that applies in every chat, so that packs quote what was searched. */
const dueEverywhere = `id: due-everywhere
title: Say what is never said
jurisdictions: ["*"]
source: None
severity: low
trigger: always
channels: [chat]
speaker: agent
default_on: true
elements:
  - { key: never, mode: verbatim, any_of: ["\\bnever said by anybody\\b"] }
`;

/** The evidence packs of all cases by every role that may make them. */
async function makePacks(data: string): Promise<string> {
  const path = workspacePath("main", data);
  const workspace = { name: "main", path } as const;
  const access = await openWriter(join(data, "access.db"), 0, "access");
  const check = await verifyAudit(access, null);
  const reader = openReader(path);
  const cases = await reader.read((connection) =>
    statement<[], { id: string }>(connection, "SELECT case_id AS id FROM cases").all(),
  );
  reader.close();
  const packs: string[] = [];
  for (const role of rolesThatMay("evidence")) {
    const viewer = { actor: "account-1", role, scope: null, isDemo: false };
    const request = { workspace, viewer, access, check, timeZone: "UTC", nowUs: Date.now() * 1000 };
    for (const { id } of cases) packs.push((await makeCasePack(request, id))?.file ?? "");
  }
  access.close();
  return packs.join("\n");
}

/** What the PII page and its list show to a program and to people. */
async function readPiiPage(data: string): Promise<string> {
  const seen = { path: workspacePath("main", data), scope: null };
  const nowUs = Date.now() * 1000;
  const { cases } = piiCodec.parse({ period: "all" }).query;
  const page = await loadPiiPage(seen, { ...piiCodec.defaultValue, cases }, nowUs);
  const lines: string[] = [];
  for await (const chunk of childListCsv(seen, childListCodecs.pii.defaultValue, nowUs)) {
    lines.push(chunk);
  }
  return [JSON.stringify(page), ...lines].join("\n");
}

function leaksIn(where: Readonly<Record<string, string>>, planted: readonly Planted[]): string[] {
  return planted.flatMap(({ place, canary }) =>
    Object.entries(where)
      .filter(([, text]) => canary.traces.some((trace) => text.includes(trace)))
      .map(([found]) => `${canary.kind} from ${place} in ${found}`),
  );
}

/** Every kind at every place: one request, one CRM row and one file name per kind. */
function plantAll(random: SeededRandom): {
  requests: OtlpRequest[];
  rows: Record<string, string>[];
  names: string[];
  planted: Planted[];
} {
  const planted: Planted[] = [];
  const requests: OtlpRequest[] = [];
  const rows: Record<string, string>[] = [];
  for (const [index, make] of canaryMakers.entries()) {
    const plant: Plant = (place) => {
      const canary = make(random);
      planted.push({ place, canary });
      return canary.said;
    };
    const said = (place: string) => plant(place);
    const bare = (place: string) => {
      said(place);
      return planted.at(-1)?.canary.traces[0] ?? "";
    };
    const id = (place: string) => {
      const value = bare(place);
      if (planted.at(-1)?.canary.isKnownByShape === true) return value;
      planted.pop();
      return `an-id-${value.slice(0, 4)}`;
    };
    /** A sentence with an encoded canary; neither the plain nor the encoded form may be found. */
    const encoded = (place: string, encode: (text: string) => string) => {
      const canary = make(random);
      const written = encode(canary.said);
      // Stored JSON escapes line ends, so the last lines, which hold the canary, are searched one by one.
      const lines = written.split("\r\n").filter((line) => line.length >= 16);
      const traces = [...canary.traces, canary.said, written, ...lines.slice(-2)];
      planted.push({ place, canary: { ...canary, traces } });
      return written;
    };
    requests.push(requestOf(index, random, { said, bare, id, encoded }));
    requests.push(answersOf(index, random, planted));
    rows.push({
      id: `R-${String(index)}`,
      customer: said("CRM customer"),
      type: said("CRM type"),
      closed: "2026-01-06T00:00:00Z",
      closure_code: said("CRM closure code"),
      region: said("CRM region"),
    });
  }
  const address = canaryMakers[0]?.(random);
  const names = address === undefined ? [] : [`export of ${address.traces[0] ?? ""}.jsonl`];
  if (address !== undefined) planted.push({ place: "file name", canary: address });
  return { requests, rows, names, planted };
}

/** A conversation in which the customer is asked for one personal value after another. */
function answersOf(index: number, random: SeededRandom, planted: Planted[]): OtlpRequest {
  const words = answerMakers.flatMap(({ question, make }) => {
    const canary = make(random);
    planted.push({ place: "answer", canary });
    return [
      { role: "assistant", parts: [{ type: "text", content: question }] },
      { role: "user", parts: [{ type: "text", content: canary.said }] },
    ];
  });
  return otlpRequest([
    {
      traceId: random.hex(32),
      spanId: random.hex(16),
      name: "chat",
      startUs: 1_767_600_000_000_000,
      attributes: {
        case_id: `A-${String(index)}`,
        channel: "chat",
        "gen_ai.operation.name": "chat",
        "gen_ai.input.messages": JSON.stringify(words),
      },
    },
  ]);
}

type Plants = {
  /** A sentence with a canary. */
  readonly said: Plant;
  /** The canary alone, without a sentence around it. */
  readonly bare: Plant;
  /** A sentence with a canary, encoded. */
  readonly encoded: (place: string, encode: (text: string) => string) => string;
  /** The canary as an id, or an ordinary id where a canary of that kind could not be recognised. */
  readonly id: Plant;
};

function requestOf(index: number, random: SeededRandom, plants: Plants): OtlpRequest {
  const { said, id } = plants;
  const traceId = random.hex(32);
  const root = random.hex(16);
  const startUs = 1_767_600_000_000_000 + index * 1_000_000;
  const child = (name: string, attributes: PlainSpan["attributes"] = {}): PlainSpan => ({
    traceId,
    spanId: random.hex(16),
    parentSpanId: root,
    name,
    startUs,
    attributes,
  });
  const identity = {
    case_id: `K-${String(index)}`,
    channel: "chat",
    intent: said("intent"),
    team: said("team"),
  };
  const spans: PlainSpan[] = [
    { ...child("agent"), spanId: root, attributes: identity },
    child(`find ${said("span name")}`, httpAttributes(plants)),
    child("chat", llmAttributes(plants)),
    child("execute_tool", toolAttributes(plants)),
    child("http", encodedAttributes(plants)),
    child("message", { "message.role": "customer", "message.content": said("plain message") }),
    child("user_turn", { "lk.pii.user_transcript": said("transcript") }),
    {
      ...child("agent.run", { "user.id": id("user id"), "session.id": id("session id") }),
      status: { code: 2, message: said("status message") },
      events: [
        {
          name: "exception",
          atUs: startUs,
          attributes: {
            "exception.message": said("exception message"),
            "exception.stacktrace": `Error: ${said("stack trace")}\n    at f (a.js:1:1)`,
          },
        },
        { name: said("event name"), atUs: startUs, attributes: { body: said("event body") } },
        {
          name: "gen_ai.user.message",
          atUs: startUs,
          attributes: { content: said("event words") },
        },
      ],
    },
  ];
  const resource = {
    "service.name": "support",
    "process.command_args": ["serve", said("command line")],
    "host.description": said("resource"),
    metadata: JSON.stringify({ owner: said("resource metadata") }),
  };
  return otlpRequest(spans, { resource, scope: `scope ${said("scope")}` });
}

function httpAttributes({ said, bare }: Plants): PlainSpan["attributes"] {
  return {
    "http.url": `https://x.test/a?value=${encodeURIComponent(said("URL query"))}`,
    "url.full": `https://x.test/${encodeURIComponent(said("URL path"))}/b`,
    "http.request.header.authorization": [`Bearer ${bare("authorization header")}`],
    "http.request.header.cookie": [`session=${bare("cookie header")}`],
    "http.request.header.x-api-key": bare("key header"),
    "db.statement": `SELECT * FROM c WHERE x = '${said("SQL")}'`,
    nested: { deep: [{ deeper: said("nested attribute") }] },
  };
}

function llmAttributes({ said }: Plants): PlainSpan["attributes"] {
  const message = (role: string, place: string) => ({
    role,
    parts: [{ type: "text", content: said(place) }],
  });
  return {
    "gen_ai.operation.name": "chat",
    "gen_ai.system_instructions": said("system instructions"),
    "gen_ai.input.messages": JSON.stringify([
      message("user", "input message"),
      {
        role: "assistant",
        parts: [
          { type: "tool_call", id: "1", name: "f", arguments: { a: said("call arguments") } },
        ],
      },
      {
        role: "tool",
        parts: [{ type: "tool_call_response", id: "1", response: said("response") }],
      },
    ]),
    "gen_ai.output.messages": JSON.stringify([message("assistant", "output message")]),
    "gen_ai.prompt.template.variables": JSON.stringify({ a: said("prompt variable") }),
    "retrieval.documents.0.document.content": said("retrieved text"),
    "gen_ai.evaluation.name": "tone",
    "gen_ai.evaluation.explanation": said("evaluation"),
    metadata: JSON.stringify({ note: said("metadata"), more: [said("metadata list")] }),
    "tag.tags": [said("tag")],
  };
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const base64Url = (text: string): string => Buffer.from(text).toString("base64url");
const hex = (text: string): string => Buffer.from(text).toString("hex");

function encodedAttributes({ said, encoded }: Plants): PlainSpan["attributes"] {
  return {
    bytes: Buffer.from(said("bytes")),
    "bytes.list": [Buffer.from(said("bytes in a list"))],
    "bytes.gzip": gzipSync(said("compressed bytes")),
    "bytes.mixed": Buffer.from(`\u0001\u0000\u0010${said("bytes among others")}\u0000\u0002`),
    payload: encoded("base64", base64),
    "payload.wrapped": `body: ${encoded("base64 in words", base64)} end`,
    "payload.url": `https://x.test/a?state=${encodeURIComponent(encoded("URL query in base64", base64))}`,
    "payload.path": `https://x.test/b/${encoded("URL path in base64", base64Url)}/c`,
    "payload.data": `data:text/plain;base64,${encoded("data: URI", base64)}`,
    "payload.json": JSON.stringify({ body: encoded("base64 in JSON", base64) }),
    "payload.object": encoded("JSON in base64", (text) => base64(JSON.stringify({ note: text }))),
    "payload.twice": encoded("base64 in base64", (text) => base64(base64(text))),
    "payload.lines": encoded("base64 in lines", (text) =>
      base64(`${"An ordinary line of words.\n".repeat(5)}${text}`).replace(/.{76}/g, "$&\r\n"),
    ),
    "payload.hex": encoded("hexadecimal", hex),
    "payload.gzip": encoded("gzip in base64", (text) => gzipSync(text).toString("base64")),
  };
}

function toolAttributes({ said, id }: Plants): PlainSpan["attributes"] {
  return {
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": "look_up",
    "gen_ai.tool.call.arguments": JSON.stringify({ query: said("tool arguments") }),
    "gen_ai.tool.call.result": JSON.stringify(JSON.stringify({ found: said("JSON in JSON") })),
    "traceloop.association.properties.customer_id": id("customer id"),
    "input.value": `"${said("quoted input")}"`,
  };
}

function csvOf(rows: readonly Record<string, string>[]): string {
  const header = Object.keys(rows[0] ?? {}).join(",");
  const lines = rows.map((row) =>
    Object.values(row)
      .map((value) => `"${value}"`)
      .join(","),
  );
  return [header, ...lines].join("\n");
}
