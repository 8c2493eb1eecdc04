import { describe, expect, it } from "vitest";
import type { CaseSpan } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { cutBySilence } from "./cut-by-silence";
import { readContacts, type Contact } from "./read-contacts";
import { minuteUs, model, says, span, startUs, turn, type SpanOverrides } from "./test-spans";

const us = (minute: number) => startUs + minute * minuteUs;
const minute = (atUs: number) => (atUs - startUs) / minuteUs;

const withoutId: SpanOverrides = { belonging: { session: null } };
const call: SpanOverrides = { belonging: { session: null, channel: "voice" } };
const textMessage: SpanOverrides = { belonging: { session: null, channel: "sms" } };
const ofSession = (session: string): SpanOverrides => ({ belonging: { session } });

function read(...spans: readonly CaseSpan[]): readonly Contact[] {
  return readContacts(spans, defaultSettings);
}

function textsOf({ messages }: Contact): readonly string[] {
  return messages.map(({ text }) => text);
}

describe("the order of contacts", () => {
  it("is that of the customer's first messages, not of the agent's", () => {
    const contacts = read(
      turn(0, "agent", "Good morning.", ofSession("s-1")),
      turn(1, "customer", "Hello.", ofSession("s-2")),
      turn(2, "customer", "Good morning.", ofSession("s-1")),
      turn(3, "agent", "Hello.", ofSession("s-2")),
    );
    expect(contacts.map(textsOf)).toEqual([
      ["Hello.", "Hello."],
      ["Good morning.", "Good morning."],
    ]);
  });

  it("is that of their starts where the customer says nothing", () => {
    const contacts = read(
      turn(0, "agent", "First.", ofSession("s-1")),
      turn(1, "agent", "Second.", ofSession("s-2")),
      turn(2, "customer", "Third.", ofSession("s-3")),
    );
    expect(contacts.map(textsOf)).toEqual([["First."], ["Second."], ["Third."]]);
  });

  it("is that of their starts also where the customer first speaks in two at once", () => {
    const contacts = read(
      turn(0, "agent", "First.", withoutId),
      turn(50, "agent", "Second.", textMessage),
      turn(60, "agent", "Third.", withoutId),
      turn(70, "customer", "Second, answered.", { spanId: "a", ...textMessage }),
      turn(70, "customer", "Third, answered.", { spanId: "b", ...withoutId }),
    );
    expect(contacts.map((contact) => textsOf(contact)[0])).toEqual(["First.", "Second.", "Third."]);
  });
});

describe("a session", () => {
  const day = 1440;
  const said = (belonging: NonNullable<SpanOverrides["belonging"]>, ...days: readonly number[]) =>
    read(...days.map((at) => turn(at * day, "customer", `Day ${at}.`, { belonging }))).map(textsOf);

  it("is another contact after a pause of more than a day, of a fortnight in mail", () => {
    expect(said({ session: "s", channel: "social" }, 0, 0.9, 1.5, 40)).toEqual([
      ["Day 0.", "Day 0.9.", "Day 1.5."],
      ["Day 40."],
    ]);
    expect(said({ session: "s", channel: "email" }, 0, 13, 40)).toEqual([
      ["Day 0.", "Day 13."],
      ["Day 40."],
    ]);
  });

  it("is cut after the pause that the settings name", () => {
    const settings = {
      ...defaultSettings,
      sessionPauseDays: { ...defaultSettings.sessionPauseDays, social: 45 },
    };
    const spans = [0, 40, 90].map((at) =>
      turn(at * day, "customer", `Day ${at}.`, { belonging: { session: "s", channel: "social" } }),
    );
    expect(readContacts(spans, settings).map(textsOf)).toEqual([
      ["Day 0.", "Day 40."],
      ["Day 90."],
    ]);
  });

  it("is one contact however long where its exporter numbers contacts", () => {
    expect(said({ session: "s", interactionId: "i", channel: "sms" }, 0, 90)).toHaveLength(1);
  });
});

describe("silence", () => {
  const readSilent = (parts: SpanOverrides) =>
    read(turn(0, "customer", "Hello.", parts), turn(60, "customer", "Still there?", parts));

  it("ends a chat without an id, but neither one with an id nor a phone call", () => {
    expect(readSilent(ofSession("s-1"))).toHaveLength(1);
    expect(readSilent(withoutId)).toHaveLength(2);
    expect(readSilent(call)).toHaveLength(1);
  });
});

it("a span without its words that outlasts the silence is one piece", () => {
  const spans = [span("s", { endUs: us(60), isTextStripped: true })];
  expect(cutBySilence({ channel: "chat", messages: [], spans }, 30)).toEqual([
    { messages: [], spans },
  ]);
});

describe("a contact's time", () => {
  it("is from its first span's start to its last's end, also without words", () => {
    const stripped = span("s", { at: 5, endUs: us(7), isTextStripped: true });
    const contacts = read(stripped, span("t", { at: 6, endUs: us(6.5) }));
    expect(contacts).toHaveLength(1);
    expect(contacts[0]).toMatchObject({ messages: [], strippedCount: 1, firstStripped: stripped });
    expect([contacts[0]?.startUs, contacts[0]?.endUs].map((at) => minute(at ?? 0))).toEqual([5, 7]);
  });

  it("is that of its messages where they are of a span that began before the silence", () => {
    const slow = model(0, [says("customer", "Hello.")], [says("agent", "Sorry for the wait.")], {
      ...withoutId,
      endUs: us(60),
    });
    const contacts = read(slow);
    expect(contacts.map(textsOf)).toEqual([["Hello."], ["Sorry for the wait."]]);
    expect(contacts.map((contact) => minute(contact.startUs))).toEqual([0, 60]);
    expect(minute(contacts[1]?.endUs ?? 0)).toBe(60);
  });
});

it("spans without messages are no contact", () => {
  expect(read(span("a"))).toEqual([]);
});
