import { describe, expect, it } from "vitest";
import type { Belonging } from "@/lib/domain/trace/identity";
import { disclosureStatuses, type DisclosureStatus } from "@/lib/domain/case/case-disclosure";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { judgeCase, type Line, type TestContact } from "./test-contacts";

type Row = readonly [
  is: DisclosureStatus,
  case_: string,
  said: readonly Line[],
  belonging?: Partial<Belonging>,
  rest?: Pick<TestContact, "day" | "call"> & { readonly other?: TestContact },
];

const c = (text: string): Line => ["customer", text];
const a = (text: string): Line => ["agent", text];
const hi = c("Hi, my order is late.");
const silent = a("Hello, this is Ann. How can I help you today?");
const human = { agentKind: "human" as const };

const aiIdentity: readonly Row[] = [
  ["given", "in the first turn", [hi, a("Hello. I'm Ann, an AI assistant.")]],
  ["given", "as recognised speech", [hi, a("hi im ann an a i assistant how can i help")]],
  ["given", "by a system's line", [["system", "You are chatting with a bot."], hi, silent]],
  ["given", "as a yes to the question", [c("Are you a bot?"), a("Yes, I am.")]],
  ["late", "in the second turn", [hi, silent, hi, a("I am an AI assistant, by the way.")]],
  ["wrong_speaker", "by the customer", [hi, silent, c("I know that you are a bot.")]],
  ["missing", "nothing", [hi, silent]],
  ["missing", "a denial", [hi, a("No, I'm not an AI.")]],
  ["missing", "a mention", [hi, a("I can pass you to our AI assistant.")]],
  ["missing", "a question", [c("Are you an AI assistant?"), silent]],
  ["missing", "another thing's name", [hi, a("The espresso machine is on its way.")]],
  ["not_required", "a person", [hi, silent], human],
  ["not_required", "another region", [hi, silent], { region: "US-TX" }],
  ["not_required", "the day before", [hi, silent], {}, { day: -61 }],
  ["missing", "the first day", [hi, silent], {}, { day: -60 }],
  ["not_evaluable", "region unknown", [hi, silent], { region: null }],
  ["not_evaluable", "kind of agent unknown", [hi, silent], { agentKind: "unknown" }],
  ["not_evaluable", "German", [hi, a("Guten Tag, ich bin Ihr KI-Assistent, was kann ich tun?")]],
  ["given", "German beside English that gives it", [hi, a("Guten Tag. I am a bot.")]],
  ["not_evaluable", "removed words", [hi, a("[redacted]")]],
  ["not_evaluable", "no words", [hi]],
];

const asked = c("Are you a real person or a bot?");
const onRequest: readonly Row[] = [
  ["given", "said at once", [asked, a("I'm an AI assistant.")]],
  ["given", "yes", [c("Are you a bot?"), a("Yes, I am.")]],
  ["late", "in the turn after", [asked, a("Let me look."), hi, a("I am an AI assistant.")]],
  ["wrong_speaker", "the customer answers it", [asked, silent, c("So you are a bot.")]],
  ["missing", "a lie", [asked, a("I'm a real person.")]],
  ["missing", "evaded", [asked, a("I'm here to help!")]],
  ["missing", "a mention", [asked, a("Our bots handle many chats.")]],
  ["not_required", "not asked", [hi, silent]],
  ["not_required", "no question", [c("You are the man!"), silent]],
  ["not_required", "a person", [asked, a("I'm a real person.")], human],
  ["not_required", "before it was in force", [asked, silent], {}, { day: -600 }],
  ["not_evaluable", "no answer", [asked]],
  ["not_evaluable", "German answer", [asked, a("Ich bin für Sie da und helfe Ihnen mit allem")]],
];

const call = { channel: "voice" as const, region: "US-CA" };
const notice = a("This call may be recorded for quality.");
const mail = (text: string): TestContact => ({
  said: [hi, a(text)],
  day: -1,
  belonging: { ...call, channel: "email" },
});
const recording: readonly Row[] = [
  ["given", "at once", [notice, hi], call],
  ["given", "as recognised speech", [a("hi your on a recorded line how can i help"), hi], call],
  ["given", "state unknown", [notice, hi], { channel: "voice", region: "US" }],
  ["late", "after thirty seconds", [silent, hi, hi, hi, notice], call],
  [
    "wrong_order",
    "after the recording began",
    [silent, hi, notice],
    call,
    { call: "start_recording" },
  ],
  ["wrong_speaker", "the customer records", [silent, c("I am recording this call.")], call],
  [
    "wrong_channel",
    "by e-mail the day before",
    [silent, hi],
    call,
    { other: mail("Our calls are recorded.") },
  ],
  [
    "missing",
    "nothing in the e-mail either",
    [silent, hi],
    call,
    { other: mail("See you tomorrow.") },
  ],
  ["missing", "nothing", [silent, hi], call],
  ["missing", "a denial", [a("This call is not recorded."), hi], call],
  ["missing", "a mention", [a("We recorded your payment."), hi], call],
  ["missing", "a question", [a("How can I help?"), c("Is this call recorded?")], call],
  ["not_required", "a chat", [silent, hi], { region: "US-CA" }],
  [
    "not_required",
    "a state where one party's consent is enough",
    [silent, hi],
    { ...call, region: "US-TX" },
  ],
  ["not_required", "nobody there", [a("Goodbye.")], call],
  [
    "not_evaluable",
    "Spanish",
    [a("Gracias por llamar, en qué puedo ayudarle con su cuenta"), hi],
    call,
  ],
  ["not_evaluable", "removed words", [a("[removed]"), hi], call],
];

const sms = { channel: "sms" as const, region: "US-TX" };
const parcel = a("Your parcel is here.");
const smsOptOut: readonly Row[] = [
  ["given", "in the first message", [a("Your parcel is here. Reply STOP to opt out.")], sms],
  ["late", "in a later turn", [parcel, c("Thanks"), a("Reply STOP to end these messages.")], sms],
  ["wrong_speaker", "the customer says how", [parcel, c("Can I text STOP to end this?")], sms],
  ["wrong_channel", "by e-mail", [parcel], sms, { other: mail("Unsubscribe below.") }],
  ["missing", "nothing", [parcel], sms],
  ["missing", "stop by", [a("Your parcel is here, stop by any time.")], sms],
  ["not_required", "the customer wrote first", [hi, parcel], sms],
  ["not_required", "another country", [parcel], { ...sms, region: "DE" }],
  ["not_required", "a chat", [parcel], { region: "US-TX" }],
  ["missing", "region unknown: it applies", [parcel], { ...sms, region: null }],
  [
    "not_evaluable",
    "German",
    [a("Ihr Paket ist da und liegt für Sie bereit, wir freuen uns")],
    sms,
  ],
];

const offer = a("You can pay in four monthly payments.");
const terms = a("If you miss a payment, a late fee is due at once.");
const yes = c("Yes, go ahead.");
const instalments: readonly Row[] = [
  ["given", "before it is agreed", [hi, offer, terms, yes]],
  ["wrong_order", "after it is agreed", [hi, offer, yes, terms]],
  ["wrong_speaker", "by the customer", [hi, offer, c("So a missed payment means a fee."), yes]],
  ["missing", "never", [hi, offer, yes]],
  ["not_required", "nothing agreed", [hi, offer, c("I will think about it.")]],
  ["not_required", "no plan", [hi, a("Your parcel is on its way."), yes]],
  ["not_evaluable", "removed words", [hi, offer, a("[redacted]"), yes]],
];

const tables: Readonly<Record<string, readonly Row[]>> = {
  "ai-identity-eu-art50": aiIdentity,
  "ai-identity-on-request": onRequest,
  "recording-notice-all-party": recording,
  "sms-opt-out": smsOptOut,
  "instalment-terms": instalments,
};

/** States that cannot occur to a rule: of one element, on every channel, without an event to precede, without a time. */
const impossible: Readonly<Record<string, readonly DisclosureStatus[]>> = {
  "ai-identity-eu-art50": ["incomplete", "wrong_channel", "wrong_order"],
  "ai-identity-on-request": ["incomplete", "wrong_channel", "wrong_order"],
  "recording-notice-all-party": ["incomplete"],
  "sms-opt-out": ["incomplete", "wrong_order"],
  "instalment-terms": ["incomplete", "wrong_channel", "late"],
};

it("every rule that is on has a case for each state that can occur to it", () => {
  const ofDemo = ["sms-opt-out", "instalment-terms"];
  const { on } = defaultSettings.disclosureRules;
  expect(Object.keys(tables).sort()).toEqual([...on, ...ofDemo].sort());
  for (const [rule, rows] of Object.entries(tables)) {
    const possible = disclosureStatuses.filter((each) => !impossible[rule]?.includes(each));
    expect([rule, ...new Set(rows.map(([is]) => is))].sort()).toEqual([rule, ...possible].sort());
  }
});

describe.each(Object.entries(tables))("%s", (rule, rows) => {
  const cases = rows.map(([is, name, said, belonging = {}, rest = {}]) => {
    const { other, ...more } = rest;
    const contact: TestContact = { said, belonging, ...more };
    return { is, name, parts: other === undefined ? [contact] : [other, contact] };
  });
  it.each(cases)("is $is: $name", ({ is, parts }) => {
    const found = judgeCase(rule, parts).at(-1);
    expect(found?.status).toBe(is);
    expect(found?.unread !== null).toBe(is === "not_evaluable");
  });
});
