import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reading } from "@/lib/domain/trace/reading";
import type { Attributes, AttributeValue, SourceSpan } from "@/lib/domain/trace/span";
import { runs } from "@/lib/testing/runs";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { createMasker } from "./masker";

const phone = `<PHONE:${testPseudonymise("PHONE", "4155550100")}>`;
const email = `<EMAIL:${testPseudonymise("EMAIL", "jane@example.com")}>`;

const source: SourceSpan = {
  traceId: "4111111111111111aaaaaaaaaaaaaaaa",
  spanId: "4111111111111111",
  parentSpanId: null,
  name: "chat",
  otlpKind: 1,
  startUs: 1_795_150_332_868_000,
  endUs: 1_795_150_332_868_000,
  status: "unset",
  statusMessage: "",
  attributes: new Map(),
  events: [],
  links: [],
  resource: new Map(),
  scope: "",
};

const unread: Reading = {
  kind: "llm",
  part: "history",
  declared: {},
  model: null,
  promptName: null,
  promptVersion: null,
  toolName: null,
  isToolError: false,
  toolCallId: null,
  failure: null,
  usage: null,
  system: null,
  input: null,
  output: null,
  passages: [],
  caseEvents: [],
  importedScores: [],
  consumed: [],
  findings: [],
};

function attributes(entries: Record<string, AttributeValue>): Attributes {
  return new Map(Object.entries(entries));
}

/** Everything that would be stored, as text. */
function written(span: SourceSpan, reading: Reading): string {
  const masked = createMasker(testPseudonymise).span(span, reading);
  return JSON.stringify(masked, (_, value: unknown): unknown =>
    value instanceof Map ? [...(value as Map<string, unknown>)] : value,
  );
}

describe("masking a span", () => {
  it("masks words and attributes, keeps ids, and leaves out what was consumed", () => {
    const span: SourceSpan = {
      ...source,
      attributes: attributes({
        "llm.input": "consumed",
        "session.id": "4155550100",
        "http.url": "https://example.com/?mail=jane%40example.com",
        metadata: '{"phone":"4155550100","order_id":"#W2378156"}',
      }),
      resource: attributes({ "service.name": "desk" }),
    };
    const reading: Reading = {
      ...unread,
      declared: {
        caseId: [{ value: "4155550100", from: "span" }],
        customerId: [{ value: "+1 415 555 0100", from: "metadata" }],
      },
      input: [
        { speaker: "customer", text: "call me at 415-555-0100" },
        {
          speaker: "agent",
          text: "",
          toolCalls: [{ id: "call_1", name: "find", args: '{"email":"jane@example.com"}' }],
        },
      ],
      consumed: ["llm.input"],
    };
    const masked = createMasker(testPseudonymise).span(span, reading);
    expect(masked).toEqual({
      span: {
        ...span,
        attributes: attributes({
          "session.id": "4155550100",
          "http.url": `https://example.com/?mail=${email}`,
          metadata: `{"phone":"${phone}","order_id":"#W2378156"}`,
        }),
      },
      reading: {
        ...reading,
        declared: {
          caseId: [{ value: "4155550100", from: "span" }],
          customerId: [{ value: phone, from: "metadata" }],
        },
        input: [
          { speaker: "customer", text: `call me at ${phone}` },
          {
            speaker: "agent",
            text: "",
            toolCalls: [{ id: "call_1", name: "find", args: `{"email":"${email}"}` }],
          },
        ],
      },
      pii: [
        { type: "EMAIL", place: "attributes.http.url", pseudonym: email.slice(7, 23) },
        { type: "PHONE", place: "attributes.metadata", pseudonym: phone.slice(7, 23) },
        { type: "PHONE", place: "declared.customerId", pseudonym: phone.slice(7, 23) },
        { type: "PHONE", place: "input[0]", pseudonym: phone.slice(7, 23) },
        { type: "EMAIL", place: "input[1].toolCalls[0].args", pseudonym: email.slice(7, 23) },
      ],
    });
  });

  it("joins a CRM record to spans by the pseudonym of the same number", () => {
    const record = {
      caseId: "C-1",
      customerId: "(415) 555-0100",
      caseType: null,
      openedUs: null,
      closedUs: null,
      closureCode: "told jane@example.com",
      csat: null,
      risk: null,
      region: null,
      mergedInto: null,
    };
    expect(createMasker(testPseudonymise).record(record)).toEqual({
      ...record,
      customerId: phone,
      closureCode: `told ${email}`,
    });
  });

  it("keeps integers beyond 2^53 in a JSON document that it changes", () => {
    const args = '{"id":12345678901234567890,"mail":"jane@example.com"}';
    expect(written({ ...source, attributes: attributes({ args }) }, unread)).toContain(
      JSON.stringify(`{"id":12345678901234567890,"mail":"${email}"}`).slice(1, -1),
    );
  });

  it("leaves the schema of a tool with a password readable", () => {
    const tools = '{"password":{"type":"string","description":"The password to set"}}';
    const span = { ...source, attributes: attributes({ "gen_ai.tool.definitions": tools }) };
    expect(createMasker(testPseudonymise).span(span, unread).pii).toEqual([]);
  });
});

const digits = (count: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((list) => list.join(""));
const letters = (count: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...Array.from("abcdefghkmnpqrstuvwxyz")), {
      minLength: count,
      maxLength: count,
    })
    .map((list) => list.join(""));

function luhn(body: string): string {
  const sum = Array.from(body)
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return body + String((10 - (sum % 10)) % 10);
}

function iban(account: string): string {
  const remainder = BigInt(`${account}131400`) % 97n;
  return `DE${String(98n - remainder).padStart(2, "0")}${account}`;
}

/** A planted value: `core` must not be found afterwards, `text` is its spelling in a message. */
type Canary = { readonly core: string; readonly text: string };

const shaped: fc.Arbitrary<Canary> = fc.oneof(
  digits(14)
    .map((body) => luhn(`4${body}`))
    .map((card) => ({ core: card, text: card })),
  digits(14)
    .map((body) => luhn(`4${body}`))
    .map((card) => {
      const text = card.replace(/(\d{4})(?=\d)/g, "$1 ");
      return { core: text, text };
    }),
  fc
    .tuple(
      fc.integer({ min: 100, max: 665 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 9999 }),
    )
    .map(
      ([area, group, serial]) =>
        `${area}-${String(group).padStart(2, "0")}-${String(serial).padStart(4, "0")}`,
    )
    .map((ssn) => ({ core: ssn, text: ssn })),
  fc
    .tuple(letters(7), letters(9))
    .map(([local, host]) => ({ core: local, text: `${local}@${host}.com` })),
  digits(4).map((end) => ({ core: `555-${end}`, text: `+1 (415) 555-${end}` })),
  digits(4).map((end) => ({ core: `7946 ${end}`, text: `+44 20 7946 ${end}` })),
  digits(18).map((account) => ({ core: iban(account), text: iban(account) })),
  fc
    .tuple(fc.integer({ min: 1, max: 126 }), fc.nat(255), fc.nat(255), fc.nat(255))
    .map((parts) => parts.join("."))
    .map((ip) => ({ core: ip, text: ip })),
  digits(16).map((tail) => ({ core: tail, text: `sk-proj-a${tail}` })),
  digits(12).map((tail) => ({ core: tail, text: `Bearer x${tail}` })),
);
const inContext: fc.Arbitrary<Canary> = fc.oneof(
  digits(10).map((number) => ({ core: `7${number}`, text: `my account number is 7${number}` })),
  digits(9).map((number) => ({ core: `4${number}`, text: `you can call me at 4${number}` })),
  digits(6).map((number) => ({ core: `8${number}`, text: `passport no. 8${number}` })),
);

type Planting = (canary: Canary) => { span?: Partial<SourceSpan>; reading?: Partial<Reading> };
const event = (key: string, value: AttributeValue): Partial<SourceSpan> => ({
  events: [{ name: "exception", atUs: 0, attributes: attributes({ [key]: value }) }],
});
const attribute = (key: string, value: AttributeValue): { span: Partial<SourceSpan> } => ({
  span: { attributes: attributes({ [key]: value }) },
});

const everywhere: readonly Planting[] = [
  ({ text }) => ({ span: { name: `lookup ${text}` } }),
  ({ text }) => ({ span: { statusMessage: `failed for ${text}` } }),
  ({ text }) => ({ span: { scope: text } }),
  ({ text }) => ({ span: { resource: attributes({ "host.owner": text }) } }),
  ({ text }) => attribute("note", `please use ${text}, thanks`),
  ({ text }) => attribute("nested", { list: [{ deep: [text] }] }),
  ({ text }) => attribute("tool.arguments", JSON.stringify({ query: [`for ${text}`], page: 1 })),
  ({ text }) => attribute("twice", JSON.stringify(JSON.stringify({ note: `"${text}"\n` }))),
  ({ text }) => attribute("cut.off", `${JSON.stringify({ note: `line\n${text}` })},{"trunc`),
  ({ text }) => ({ span: event("exception.message", `Error: ${text} not found`) }),
  ({ text }) => ({ span: event("exception.stacktrace", `Error: x\n    at f (${text})\n    at g`) }),
  ({ text }) => ({ span: { events: [{ name: text, atUs: 0, attributes: new Map() }] } }),
  ({ text }) => ({ reading: { system: `You help ${text}.` } }),
  ({ text }) => ({ reading: { input: [{ speaker: "customer", text: `It is ${text}.` }] } }),
  ({ text }) => ({ reading: { output: text } }),
  ({ text }) => ({
    reading: {
      output: [
        {
          speaker: "agent",
          text: "",
          toolCalls: [{ id: null, name: "f", args: JSON.stringify({ q: text }) }],
        },
      ],
    },
  }),
  ({ text }) => ({ reading: { passages: [{ id: null, text, score: 1 }] } }),
  ({ text }) => ({ reading: { caseEvents: [{ name: "closed", atUs: 0, reason: text }] } }),
  ({ text }) => ({
    reading: {
      importedScores: [
        {
          name: "s",
          value: 1,
          label: text,
          because: text,
          annotator: text,
          scope: "span",
          targetSpanId: null,
        },
      ],
    },
  }),
];

const byShape: readonly Planting[] = [
  ({ text }) => attribute("keys", { [text]: 1 }),
  ({ text }) => ({ span: { attributes: attributes({ [`seen.${text}`]: true }) } }),
  ({ text }) =>
    attribute("http.url", `https://example.com/find/${encodeURIComponent(text)}?page=2`),
  ({ text }) => attribute("url.full", `https://example.com/?q=${encodeURIComponent(text)}&x=1#top`),
  ({ text }) => attribute("http.request.header.x-forwarded-for", [text]),
  ({ text }) => ({ reading: { declared: { customerId: [{ value: text, from: "span" }] } } }),
];

const secretPlaces: readonly ((secret: string) => AttributeValue)[] = [
  (secret) => `https://user:${secret}@example.com/path`,
  (secret) => `https://example.com/?access_token=${secret}&page=2`,
  (secret) => `Authorization: Token ${secret}\nAccept: */*`,
  (secret) => `Set-Cookie: session=${secret}; Path=/`,
  (secret) => `connect(password='${secret}')`,
  (secret) => ({ headers: { authorization: `Bearer ${secret}`, accept: "*/*" } }),
  (secret) => ({ headers: [{ name: "x-api-key", value: secret }] }),
  (secret) => ({ headers: [["cookie", `sid=${secret}`]] }),
  (secret) => JSON.stringify({ credentials: { user: "desk", value: secret } }),
];

describe("planted values", () => {
  function gone(canary: Canary, planting: Planting): void {
    const { span, reading } = planting(canary);
    expect(written({ ...source, ...span }, { ...unread, ...reading })).not.toContain(canary.core);
  }

  it("are gone from every place", () => {
    fc.assert(fc.property(fc.oneof(shaped, inContext), fc.constantFrom(...everywhere), gone), {
      numRuns: runs(3000),
    });
  });

  it("with a shape of their own are gone from keys, URLs, headers and ids", () => {
    fc.assert(fc.property(shaped, fc.constantFrom(...byShape), gone), { numRuns: runs(2000) });
  });

  it("are gone from headers, cookies, credentials and query parameters", () => {
    const secret = fc.tuple(letters(5), digits(6)).map((parts) => parts.join(""));
    fc.assert(
      fc.property(secret, fc.constantFrom(...secretPlaces), (core, place) => {
        gone({ core, text: core }, () => attribute("log", place(core)));
      }),
      { numRuns: runs(1000) },
    );
  });
});
