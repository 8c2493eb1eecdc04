import { describe, expect, it } from "vitest";
import type { CaseSpan } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { spanKey } from "@/lib/domain/trace/span";
import { readContacts } from "./read-contacts";
import { caseValuesOf, readSpanValues } from "./read-span-values";
import { sortSpans } from "./sort-spans";
import { derive, model, says, span, tool, turn } from "./test-spans";

const phone = "<PHONE:0123456789abcdef>";
const email = "<EMAIL:fedcba9876543210>";
const redacted = "[PERSON]";

function read(...spans: readonly CaseSpan[]) {
  const sorted = sortSpans(spans);
  return readSpanValues(sorted, readContacts(sorted, defaultSettings));
}

/** "span place source match" of each value, in order. */
const lines = (...spans: readonly CaseSpan[]) =>
  read(...spans).flatMap(({ span: key, values }) =>
    values.map(({ place, source, value }) =>
      [key.replace("t1/", ""), place, source, value.match].filter(Boolean).join(" "),
    ),
  );

describe("the personal values of spans", () => {
  it("have the place where they are", () => {
    const passages = [{ id: null, text: `In a passage: ${phone}`, score: null }];
    const attributeValues: CaseSpan["attributeValues"] = [
      {
        place: "attribute",
        key: "llm.messages.0.name",
        value: { isLeaked: true, type: "PHONE", match: phone },
      },
    ];
    const call = { id: "c1", name: "look_up", args: `{"phone":"${phone}"}` };
    expect(
      lines(
        turn(0, "customer", `Mine is ${phone}`),
        turn(1, "agent", `Yours is ${phone}`),
        span("s", {
          at: 2,
          system: `Call ${phone}`,
          name: `call ${phone}`,
          passages,
          attributeValues,
        }),
        tool(3, "pay", `{"to":"${phone}"}`, `Paid to ${phone}`),
        model(4, [says("agent", "", [call])], []),
        span("text", { at: 5, kind: "chain", part: "summary", input: `In a step: ${phone}` }),
      ),
    ).toEqual([
      `turn-0 customer-message ${phone}`,
      `turn-1 agent-message ${phone}`,
      `s instructions ${phone}`,
      `s passage ${phone}`,
      `s name ${phone}`,
      `s attribute llm.messages.*.name ${phone}`,
      `tool-3 tool-arguments pay ${phone}`,
      `tool-3 tool-result pay ${phone}`,
      `text step-text ${phone}`,
    ]);
  });

  it("count once per kind of place, where they come first; redactions wherever their text is new", () => {
    expect(
      lines(
        turn(0, "customer", `Mine is ${phone}, of ${redacted}`),
        turn(1, "customer", `It is ${phone} or ${email}`),
        turn(2, "customer", `I am ${redacted}`),
        turn(3, "customer", `I am ${redacted}`),
        turn(4, "agent", `I am ${redacted}`),
      ),
    ).toEqual([
      `turn-0 customer-message ${phone}`,
      `turn-0 customer-message ${redacted}`,
      `turn-1 customer-message ${email}`,
      `turn-2 customer-message ${redacted}`,
      `turn-4 agent-message ${redacted}`,
    ]);
  });

  it("are not read again where a prompt repeats a message", () => {
    const said = says("customer", `I am ${redacted}`);
    expect(lines(model(0, [said], []), model(1, [said, says("agent", redacted)], []))).toEqual([
      `model-0 customer-message ${redacted}`,
      `model-1 agent-message ${redacted}`,
    ]);
  });

  it("are in the arguments of a call that only a prompt has, and not where a passage has no text", () => {
    const call = { id: null, name: "look_up", args: `{"phone":"${phone}"}` };
    const passages = [{ id: "p", text: null, score: null }];
    expect(lines(model(0, [says("agent", "", [call])], [], { passages }))).toEqual([
      `model-0 tool-arguments look_up ${phone}`,
    ]);
  });

  it("are the agent's alone where only the agent said them", () => {
    expect(lines(turn(0, "agent", `Yours is ${phone}`))).toEqual([`turn-0 agent-message ${phone}`]);
  });

  it("are no redactions in instructions, where they are examples", () => {
    expect(lines(span("s", { system: `Write ${redacted} and ${phone}` }))).toEqual([
      `s instructions ${phone}`,
    ]);
  });

  it("count in an attribute once per value, a redaction once per key", () => {
    const at = (key: string, match: string, isLeaked: boolean) =>
      ({ place: "attribute", key, value: { isLeaked, type: "PERSON", match } }) as const;
    const attributeValues = [
      at("a.0", phone, true),
      at("b", phone, true),
      at("a.0", redacted, false),
      at("a.0", redacted, false),
      at("a.1", redacted, false),
    ];
    expect(lines(span("s", { attributeValues }), span("z", { attributeValues }))).toEqual([
      `s attribute a.* ${phone}`,
      `s attribute a.* ${redacted}`,
      `s attribute a.* ${redacted}`,
    ]);
  });

  it("name the tool of a result in a prompt: its own name, else that of the call with its id", () => {
    const call = { id: "c1", name: "look_up", args: "{}" };
    const answer = (text: string, parts: { toolCallId?: string; name?: string }) => ({
      ...says("tool", text),
      ...parts,
    });
    const prompt = [
      says("agent", "", [call, { ...call, id: null, name: "other" }]),
      answer(`1 ${redacted}`, { toolCallId: "c1" }),
      answer(`2 ${redacted}`, { toolCallId: "c1", name: "own" }),
      answer(`3 ${redacted}`, { toolCallId: "c2" }),
      { ...says("agent", `4 ${redacted}`), name: "Ann" },
    ];
    expect(lines(model(0, prompt, []))).toEqual([
      `model-0 tool-result look_up ${redacted}`,
      `model-0 tool-result own ${redacted}`,
      `model-0 tool-result ${redacted}`,
      `model-0 agent-message ${redacted}`,
    ]);
  });

  it("are also those of the customer's message as it is shown, where another span masked more", () => {
    const question = says("agent", "Your number?");
    const spans = [
      turn(0, "agent", "Your number?"),
      turn(1, "customer", "It is 12."),
      model(2, [question, says("customer", "It is 12.")], []),
    ];
    const contacts = readContacts(spans, defaultSettings).map((contact) => ({
      ...contact,
      messages: contact.messages.map((message) =>
        message.speaker === "customer" ? { ...message, text: `It is ${phone}.` } : message,
      ),
    }));
    const found = readSpanValues(spans, contacts).flatMap(({ span: key, values }) =>
      values.map(({ place, value }) => [key, place, value.match]),
    );
    expect(found).toEqual([["t1/turn-1", "customer-message", phone]]);
  });
});

describe("the spans that are listed", () => {
  it("are those with values, the first of each contact, and of its stripped ones", () => {
    const voice = { session: "s-2", channel: "voice", release: "r2" } as const;
    const spans = [
      turn(0, "customer", "Hi"),
      turn(1, "customer", `It is ${phone}`),
      turn(2, "customer", "Bye"),
      turn(60, "customer", "Hi", { belonging: voice }),
      span("gone", { at: 61, part: "turn", isTextStripped: true, belonging: voice }),
      span("lost", { at: 62, part: "turn", isTextStripped: true, belonging: voice }),
    ];
    const found = read(...spans).map(({ values, ...rest }) => ({ ...rest, count: values.length }));
    const at = (index: number) => spans[index]?.startUs;
    const none = { count: 0, release: null, strippedCount: 0, isFirstOfContact: false };
    expect(found).toEqual([
      { ...none, span: "t1/turn-0", interaction: 0, atUs: at(0), isFirstOfContact: true },
      { ...none, span: "t1/turn-1", interaction: 0, atUs: at(1), count: 1 },
      {
        ...{ ...none, span: "t1/turn-60", interaction: 1, atUs: at(3) },
        ...{ isFirstOfContact: true, release: "r2" },
      },
      {
        ...{ ...none, span: "t1/gone", interaction: 1, atUs: at(4) },
        ...{ strippedCount: 2, release: "r2" },
      },
    ]);
  });

  it("belong to no contact where they are in none", () => {
    const root = span("root", { name: `for ${phone}` });
    expect(readSpanValues([root], [])).toMatchObject([{ span: spanKey(root), interaction: null }]);
  });
});

it("the values of a case say where, in which contact and in which release, and not what they are", () => {
  const { interactions } = derive([
    turn(0, "customer", "Hi", { belonging: { release: "r1" } }),
    turn(1, "customer", "Hi", { belonging: { release: "r3", session: "s-2" } }),
  ]);
  const value = { isLeaked: true, type: "PHONE", match: phone } as const;
  const values = [{ place: "customer-message", source: null, value }] as const;
  const of = { atUs: 5, values, strippedCount: 0, isFirstOfContact: true };
  const found = caseValuesOf(
    [
      { ...of, span: "t1/a", interaction: 0, release: null },
      { ...of, span: "t1/b", interaction: 0, release: "r2" },
      { ...of, span: "t1/c", interaction: null, release: null },
      { ...of, span: "t1/d", interaction: 1, release: null },
    ],
    interactions,
  );
  const plain = { isLeaked: true, type: "PHONE", place: "customer-message", source: null, atUs: 5 };
  expect(found).toEqual([
    { ...plain, span: "t1/a", interaction: 0, release: "r1" },
    { ...plain, span: "t1/b", interaction: 0, release: "r2" },
    { ...plain, span: "t1/c", interaction: null, release: null },
    { ...plain, span: "t1/d", interaction: 1, release: "r3" },
  ]);
});
