import { gzipSync } from "node:zlib";
import { answerMakers, canaryMakers, type Canary, type CanaryMaker } from "./canaries";
import type { SeededRandom } from "../seeded-random";
import { otlpRequest, type OtlpRequest, type PlainSpan } from "../spans/otlp";

/** Makes a canary per place and kind, so that a leaked one names its place. */
type Plant = (place: string) => string;
export type Planted = { readonly place: string; readonly canary: Canary };

/** Each kind and place of a canary, and where it was found: "card from tool arguments in columns". */
export function leaksIn(
  where: Readonly<Record<string, string>>,
  planted: readonly Planted[],
): string[] {
  const traces = planted.flatMap(({ canary }) => canary.traces);
  return Object.entries(where).flatMap(([place, text]) => {
    const found = findAll(text, traces);
    return planted
      .filter(({ canary }) => canary.traces.some((trace) => found.has(trace)))
      .map((each) => `${each.canary.kind} from ${each.place} in ${place}`);
  });
}

/** The words that a text contains, found in one pass by their first characters. */
function findAll(text: string, words: readonly string[]): ReadonlySet<string> {
  const length = Math.min(...words.map((word) => word.length));
  const byStart = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const start = word.slice(0, length);
    byStart.set(start, [...(byStart.get(start) ?? []), word]);
  }
  const found = new Set<string>();
  for (let at = 0; at <= text.length - length; at += 1) {
    for (const word of byStart.get(text.slice(at, at + length)) ?? []) {
      if (text.startsWith(word, at)) found.add(word);
    }
  }
  return found;
}

/** Every kind at every place: one request, one CRM row and one file name per kind. */
export function plantAll(
  random: SeededRandom,
  makers: readonly CanaryMaker[] = canaryMakers,
): {
  requests: OtlpRequest[];
  rows: Record<string, string>[];
  names: string[];
  planted: Planted[];
} {
  const planted: Planted[] = [];
  const requests: OtlpRequest[] = [];
  const rows: Record<string, string>[] = [];
  for (const [index, make] of makers.entries()) {
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
  const address = makers[0]?.(random);
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
