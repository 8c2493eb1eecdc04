import { describe, expect, it } from "vitest";
import type { Handoff, Interaction, Message } from "@/lib/domain/case/case";
import type { CaseEvent, Speaker } from "@/lib/domain/trace/reading";
import { countUpTo } from "./count-up-to";
import { cutBySilence } from "./cut-by-silence";
import { findHandoffs } from "./find-handoffs";
import { numberAccounts, type IsOfAnotherPerson } from "./number-accounts";
import { placeDisclosures, readCaseEvents } from "./read-case-events";
import { derive, minuteUs, span, startUs, turn } from "./test-spans";

type Whole = Parameters<typeof cutBySilence>[0];
type SaidAt = readonly [minute: number, speaker: Speaker, text?: string];

const us = (minute: number) => startUs + minute * minuteUs;

function message([minute, speaker, text = "Hi"]: SaidAt): Whole["messages"][number] {
  return {
    ...{ speaker, text, toolCalls: [], tool: null, answers: null, failure: null },
    ...{ agentKind: "unknown", agentId: null, model: null, promptName: null, promptVersion: null },
    ...{ traceId: "t1", keys: [], atUs: us(minute), spans: [], isRemembered: false, isTurn: true },
  };
}

/** The minutes of each piece's messages, and of its spans after a bar. */
function piecesOf(
  channel: Whole["channel"],
  said: readonly SaidAt[],
  spans: Whole["spans"] = [],
): readonly string[] {
  const minutes = (instants: readonly number[]) =>
    instants.map((atUs) => String((atUs - startUs) / minuteUs)).join(" ");
  return cutBySilence({ channel, messages: said.map(message), spans }, 30).map((piece) => {
    const spoken = minutes(piece.messages.map(({ atUs }) => atUs));
    const begun = minutes(piece.spans.map((each) => each.startUs));
    return begun === "" ? spoken : `${spoken} | ${begun}`.trim();
  });
}

describe("cutting a chat by silence", () => {
  it("begins anew after more than the silence, not at it", () => {
    const said: SaidAt[] = [
      [0, "customer"],
      [30, "agent"],
      [60.1, "customer"],
    ];
    expect(piecesOf("chat", said)).toEqual(["0 30", "60.1"]);
    expect(piecesOf("chat", [])).toEqual([]);
  });

  it("counts spans whose words were removed as activity, from beginning to end, and no others", () => {
    const said: SaidAt[] = [
      [0, "customer"],
      [55, "customer"],
    ];
    const stripped = span("s", { at: 20, endUs: us(26), isTextStripped: true });
    expect(piecesOf("chat", said, [stripped])).toEqual(["0 55 | 20"]);
    expect(piecesOf("chat", said, [{ ...stripped, endUs: us(24) }])).toEqual(["0 | 20", "55"]);
    expect(piecesOf("chat", said, [{ ...stripped, isTextStripped: false }])).toEqual([
      "0 | 20",
      "55",
    ]);
  });

  it("leaves to the first contact what began before it, and to each the spans that began in it", () => {
    const said: SaidAt[] = [
      [0, "customer"],
      [50, "customer"],
    ];
    const spans = [
      span("a", { at: -5 }),
      span("b", { at: 0 }),
      span("c", { at: 49 }),
      span("d", { at: 50 }),
    ];
    expect(piecesOf("chat", said, spans)).toEqual(["0 | -5 0 49", "50 | 50"]);
  });
});

describe("cutting e-mail", () => {
  it("begins anew at each message of the customer that follows a reply, however long it took", () => {
    const said: SaidAt[] = [
      [0, "customer"],
      [600, "customer"],
      [900, "agent"],
      [901, "customer"],
      [902, "agent"],
      [903, "agent"],
      [904, "customer"],
    ];
    expect(piecesOf("email", said)).toEqual(["0 600 900", "901 902 903", "904"]);
  });

  it("takes neither a tool's result nor an empty text for a reply or a question", () => {
    const said: SaidAt[] = [
      [0, "customer"],
      [1, "tool"],
      [2, "agent", ""],
      [3, "customer"],
      [4, "agent"],
      [5, "customer", ""],
      [6, "customer"],
    ];
    expect(piecesOf("email", said)).toEqual(["0 1 2 3 4", "5", "6"]);
  });

  it("begins with whoever speaks first, or with the first span", () => {
    const said: SaidAt[] = [
      [0, "agent"],
      [1, "customer"],
    ];
    expect(piecesOf("email", said)).toEqual(["0", "1"]);
    const stripped = span("s", { at: 7, isTextStripped: true });
    expect(piecesOf("email", [], [stripped])).toEqual(["| 7"]);
    expect(piecesOf("email", [])).toEqual([]);
  });
});

describe("countUpTo", () => {
  it("counts the values of an ascending list that are at most a limit", () => {
    const list = [1, 3, 3, 7];
    expect([0, 1, 2, 3, 6.9, 7, 8].map((limit) => countUpTo(list, limit))).toEqual([
      0, 1, 1, 3, 3, 4, 4,
    ]);
    expect(countUpTo([], 5)).toBe(0);
  });
});

/** Contacts that each say one text; a capital names an account, a dash none. */
function accountsOf(
  said: readonly string[],
  isOfAnother: IsOfAnotherPerson = namesAnother,
): readonly number[] {
  const { interactions, messages } = derive(
    said.map((text, at) => turn(at, "customer", text, { belonging: { session: `s-${at}` } })),
  );
  return numberAccounts(interactions, messages, isOfAnother).map(({ account }) => account);
}

const namesOf = (messages: readonly Message[]) =>
  messages.flatMap(({ text }) => (text === "-" ? [] : [text]));

const namesAnother: IsOfAnotherPerson = (before, after) => {
  const [known, named] = [namesOf(before), namesOf(after)];
  return known.length > 0 && named.length > 0 && !named.some((each) => known.includes(each));
};

describe("the accounts of contacts", () => {
  it("numbers accounts in order, and knows one that was named before", () => {
    expect(accountsOf(["A", "B", "A", "C", "B"])).toEqual([0, 1, 0, 2, 1]);
  });

  it("takes a contact that names none for that of the one before it", () => {
    expect(accountsOf(["-", "A", "-", "B", "-", "A", "-"])).toEqual([0, 0, 0, 1, 1, 0, 0]);
  });

  it("compares each contact's own words with all of an account's earlier ones", () => {
    const asked: string[] = [];
    accountsOf(["A", "-", "A", "B"], (before, after) => {
      asked.push(
        `${before.map(({ text }) => text).join("")}|${after.map(({ text }) => text).join("")}`,
      );
      return namesAnother(before, after);
    });
    expect(asked).toEqual(["A|-", "A-|A", "A-A|B"]);
  });

  it("remembers the ten latest contacts of an account and the ten latest accounts", () => {
    const silent = (count: number) => Array.from({ length: count }, () => "-");
    // The contact that named A is the ninth, and then the tenth before the last one.
    expect(accountsOf(["A", ...silent(9), "B"]).at(-1)).toBe(1);
    expect(accountsOf(["A", ...silent(10), "B"]).at(-1)).toBe(0);
    const others = "B C D E F G H I J".split(" ");
    expect(accountsOf(["A", ...others, "A"]).at(-1)).toBe(0);
    expect(accountsOf(["A", ...others, "K", "A"]).at(-1)).toBe(11);
  });
});

type Said = Partial<Message> & Pick<Message, "speaker">;

function contact(ordinal: number, rest: Partial<Interaction> = {}): Interaction {
  return {
    ...{ ordinal, interactionId: null, channel: "chat", startUs: 100 * ordinal },
    ...{ endUs: 100 * ordinal + 50, isTouchpoint: true, agentKinds: [], agentIds: [] },
    ...{ initiator: "customer", promptVersions: [], models: [], releases: [], team: null },
    ...{ messageCount: 0, spanCount: 0, strippedCount: 0, isTransferred: false },
    ...{ isPassedOn: false, account: 0, ...rest },
  };
}

function messagesOf(said: readonly Said[]): readonly Message[] {
  return said.map((rest, ordinal) => ({
    ...{ ordinal, interaction: 0, agentKind: "unknown", agentId: null, text: "Hi", toolCalls: [] },
    ...{ tool: null, atUs: 10 * ordinal, spans: [], promptName: null, promptVersion: null },
    ...{ model: null, ...rest },
  }));
}

/** Agents' teams are their ids in capitals; the unknown agent has none. */
const teamOf = ({ agentId }: Message) => agentId?.toUpperCase() ?? null;

function found(interactions: readonly Interaction[], said: readonly Said[]): readonly Handoff[] {
  return findHandoffs(interactions, messagesOf(said), teamOf);
}

const ai = { speaker: "agent", agentKind: "ai", agentId: "bot" } as const;
const ann = { speaker: "agent", agentKind: "human", agentId: "ann" } as const;
const bob = { speaker: "agent", agentKind: "human", agentId: "bob" } as const;
const customer = { speaker: "customer" } as const;

describe("from one contact to the next", () => {
  it("goes from the agent who spoke last to the one who speaks first, with their kinds and team", () => {
    const said = [ann, ai, { ...bob, interaction: 1 }, { ...ai, interaction: 1 }];
    const [inside, boundary, after] = found([contact(0), contact(1)], said);
    expect(inside).toMatchObject({ kind: "human-to-ai" });
    expect(boundary).toMatchObject({ kind: "ai-to-human", fromKind: "ai", toKind: "human" });
    expect(boundary).toMatchObject({ fromInteraction: 0, toInteraction: 1, toTeam: "BOB" });
    expect(boundary).toMatchObject({ ordinal: 1, atMessage: 2, gapUs: 50 });
    expect(after).toMatchObject({ ordinal: 2, kind: "human-to-ai", fromInteraction: 1 });
  });

  it("takes kinds and team from the contacts where no agent's message says them", () => {
    const contacts = [
      contact(0, { agentKinds: ["human", "ai"] }),
      contact(1, { agentKinds: ["human", "ai"], team: "second line" }),
    ];
    const said = [customer, { ...customer, interaction: 1 }];
    expect(found(contacts, said)).toMatchObject([
      { kind: "ai-to-human", fromKind: "ai", toKind: "human", toTeam: "second line" },
    ]);
    expect(found([contact(0), contact(1)], said)).toMatchObject([
      { kind: "return", fromKind: "unknown", toKind: "unknown", toTeam: null },
    ]);
  });

  it("is a switch of channels or a return where the kind of agent stays, with a gap of at least 0", () => {
    const early = contact(1, { channel: "voice", startUs: 20 });
    expect(found([contact(0), early], [])).toMatchObject([
      { kind: "channel-switch", isChannelChanged: true, gapUs: 0, atMessage: 0 },
    ]);
    expect(found([contact(0), contact(1)], [])).toMatchObject([
      { kind: "return", isChannelChanged: false, gapUs: 50 },
    ]);
  });

  it("skips contacts in which the customer took no part, but not what agents did in them", () => {
    const contacts = [contact(0), contact(1, { isTouchpoint: false }), contact(2)];
    const said = [
      customer,
      { ...ai, interaction: 1 },
      { ...ann, interaction: 1 },
      { ...customer, interaction: 2 },
    ];
    expect(found(contacts, said)).toMatchObject([
      { kind: "ai-to-human", fromInteraction: 1, toInteraction: 1 },
      { kind: "return", fromInteraction: 0, toInteraction: 2, gapUs: 150, atMessage: 3 },
    ]);
    expect(found([contact(0, { isTouchpoint: false }), contact(1)], [])).toEqual([]);
  });

  it("stands where the messages of a stripped contact would be", () => {
    const contacts = [contact(0), contact(1), contact(2)];
    const said = [customer, customer, { ...customer, interaction: 2 }];
    expect(found(contacts, said)).toMatchObject([{ atMessage: 2 }, { atMessage: 2 }]);
  });
});

describe("inside a contact", () => {
  const inside = (...said: readonly Said[]) => found([contact(0)], said);

  it("is each change of kind, or between two named agents of one kind", () => {
    expect(inside(ai, ann, bob, ai).map(({ kind }) => kind)).toEqual([
      ...["ai-to-human", "transfer", "human-to-ai"],
    ]);
    const nameless = { ...ann, agentId: null };
    expect(inside(ann, nameless, ann, ann)).toEqual([]);
    expect(inside(nameless, ann)).toEqual([]);
    expect(inside(ann, customer, { ...bob, atUs: 90 })).toMatchObject([
      { kind: "transfer", gapUs: 90, atMessage: 2, isChannelChanged: false, ordinal: 0 },
    ]);
    expect(inside({ ...ann, atUs: 90 }, { ...bob, atUs: 10 })[0]?.gapUs).toBe(0);
  });

  it("has the team of the first of the taker's messages that names one", () => {
    const team = (...said: readonly Said[]) =>
      findHandoffs([contact(0)], messagesOf(said), ({ text }) => (text === "Hi" ? null : text)).map(
        ({ toTeam }) => toTeam,
      );
    expect(team(ai, ann, customer, { ...ann, text: "A" }, { ...ann, text: "B" })).toEqual(["A"]);
    expect(team({ ...ann, text: "before" }, ai, ann)).toEqual([null, null]);
    expect(team(ai, ann, { ...bob, text: "B" })).toEqual([null, "B"]);
    expect(team(ai, ann, { ...ai, agentId: "ann", text: "C" })).toEqual([null, "C"]);
    expect(team(ai, ann, { ...customer, agentKind: "human", agentId: "ann", text: "D" })).toEqual([
      null,
    ]);
  });

  const asks = { ...customer, text: "Let me talk to a real person." };
  const transfers: Said = {
    ...{ speaker: "tool", text: "ok" },
    tool: { name: "transfer_to_human_agents", args: "{}", isError: false },
  };
  const call = { id: null, name: "transfer_to_human_agents", args: "{}" };

  it("is the customer's move if they asked this agent for a person", () => {
    const byWhom = (...said: readonly Said[]) => inside(...said).map(({ initiator }) => initiator);
    expect(byWhom(ai, asks, ann)).toEqual(["customer"]);
    expect(byWhom(asks, ai, ann)).toEqual(["customer"]);
    expect(byWhom(asks, ai, customer, ann)).toEqual(["customer"]);
    expect(byWhom(asks, customer, ai, ann)).toEqual(["unknown"]);
    expect(byWhom(ai, asks, ann, bob)).toEqual(["customer", "unknown"]);
    expect(byWhom(ai, { ...ai, text: asks.text }, ann)).toEqual(["unknown"]);
    expect(byWhom(ai, asks, transfers, ann)).toEqual(["customer"]);
  });

  it("is the agent's move if they called the transfer, in a message or a span", () => {
    const byWhom = (...said: readonly Said[]) => inside(...said).map(({ initiator }) => initiator);
    expect(byWhom(ai, transfers, ann)).toEqual(["agent"]);
    expect(byWhom({ ...ai, toolCalls: [call] }, ann)).toEqual(["agent"]);
    expect(byWhom({ ...ai, toolCalls: [{ ...call, name: "look_up" }] }, ann)).toEqual(["unknown"]);
    expect(byWhom(transfers, ai, ann)).toEqual(["unknown"]);
  });

  it("counts from the contact's own first message", () => {
    const contacts = [contact(0), contact(1)];
    const said = [asks, ai, { ...ai, interaction: 1 }, { ...asks, interaction: 1 }];
    const all = found(contacts, [...said, { ...ann, interaction: 1 }]);
    expect(all.at(-1)).toMatchObject({ initiator: "customer", atMessage: 4, toInteraction: 1 });
    const silent = found(contacts, [
      asks,
      ai,
      { ...ai, interaction: 1 },
      { ...ann, interaction: 1 },
    ]);
    expect(silent.at(-1)).toMatchObject({ initiator: "unknown", atMessage: 3 });
  });
});

const event = (
  name: CaseEvent["name"],
  atUs: number,
  rest: Partial<CaseEvent> = {},
): CaseEvent => ({
  ...{ name, atUs, ...rest },
});

describe("the events of a case", () => {
  it("are read in order of time, and a repeated due date once, at its first", () => {
    const [first, again] = [event("sla_due", 5, { dueUs: 50 }), event("sla_due", 9, { dueUs: 50 })];
    const [other, opened, noted] = [
      event("sla_due", 7, { dueUs: 60 }),
      event("opened", 1),
      event("note_read", 7),
    ];
    const spans = [
      span("a", { caseEvents: [again, other] }),
      span("b", { caseEvents: [first, opened, noted, { ...noted }] }),
    ];
    expect(readCaseEvents(spans)).toEqual([opened, first, other, noted, noted]);
  });

  it("says in which contact a disclosure was given outside the words, and only of those", () => {
    const [given, closed, alone] = [
      event("disclosed", 1),
      event("closed", 2),
      event("disclosed", 3),
    ];
    const contacts = [
      { spans: [span("a")] },
      { spans: [span("b", { caseEvents: [given, closed] })] },
    ];
    expect(placeDisclosures([given, closed, alone], contacts)).toEqual([
      { ...given, interaction: 1 },
      closed,
      alone,
    ]);
    const none = [closed];
    expect(placeDisclosures(none, contacts)).toBe(none);
  });
});
