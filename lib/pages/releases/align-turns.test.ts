import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interaction, Message } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import { alignTurns, type AlignedReplays, type ReplayedTurns } from "./align-turns";
import { earlierWords, partingSentence, turnWords } from "./parting-words";

type Said = Pick<Message, "speaker" | "text"> & Partial<Pick<Message, "tool" | "toolCalls">>;
type Given = readonly { readonly channel: Channel; readonly said: readonly Said[] }[];

const silent: Omit<Message, "ordinal" | "interaction" | "speaker" | "text"> = {
  ...{ agentKind: "ai", agentId: null, toolCalls: [], tool: null, atUs: 0, spans: [] },
  ...{ promptName: null, promptVersion: null, model: null },
};
const contact: Omit<Interaction, "ordinal" | "channel"> = {
  ...{
    interactionId: null,
    startUs: 0,
    endUs: 0,
    isTouchpoint: true,
    agentKinds: [],
    agentIds: [],
  },
  ...{ initiator: "customer", promptVersions: [], models: [], releases: [], team: null },
  ...{ messageCount: 0, spanCount: 0, strippedCount: 0, isTransferred: false, isPassedOn: false },
  account: 0,
};

function replayOf(given: Given): ReplayedTurns {
  const messages = given.flatMap(({ said }, interaction) =>
    said.map((each) => ({ ...silent, ...each, interaction })),
  );
  return {
    messages: messages.map((message, ordinal) => ({ ...message, ordinal })),
    interactions: given.map(({ channel }, ordinal) => ({ ...contact, ordinal, channel })),
  };
}

const customer = (text: string): Said => ({ speaker: "customer", text });
const agent = (text: string): Said => ({ speaker: "agent", text });
const tool = (name: string, args: object, isError = false, text = "done"): Said => ({
  ...{ speaker: "tool", text },
  tool: { name, args: JSON.stringify(args), isError },
});
const chat = (...said: readonly Said[]): Given[number] => ({ channel: "chat", said });
const names = { candidate: "v15", baseline: "v14" };
const part = (candidate: Given, baseline: Given) =>
  partingSentence(alignTurns(replayOf(candidate), replayOf(baseline)).parting, names);

/** The texts of a contact's pairs. */
function textsOf({ contacts }: AlignedReplays): string[] {
  return contacts.flatMap(({ turns }) =>
    turns.map(
      ({ candidate, baseline }) =>
        `${candidate?.message.text ?? "–"} | ${baseline?.message.text ?? "–"}`,
    ),
  );
}

describe("alignTurns", () => {
  it("pairs by the customer's turns, and what is between them by speaker", () => {
    const aligned = alignTurns(
      replayOf([
        chat(
          ...[customer("Where is my refund of the kettle?"), agent("Let me see.")],
          ...[tool("find_order", {}), agent("It is on its way."), customer("Thank you, bye.")],
        ),
      ]),
      replayOf([
        chat(
          ...[customer("where is my refund for the kettle"), agent("What is your order number?")],
          ...[customer("It is W12."), agent("It is on its way!"), customer("Thank you. Bye")],
        ),
      ]),
    );
    expect(textsOf(aligned)).toEqual([
      "Where is my refund of the kettle? | where is my refund for the kettle",
      "Let me see. | What is your order number?",
      "done | –",
      "– | It is W12.",
      "It is on its way. | It is on its way!",
      "Thank you, bye. | Thank you. Bye",
    ]);
    expect(aligned.parting).toMatchObject({
      at: "turn",
      turn: { number: 3, candidate: { message: { tool: { name: "find_order" } } }, baseline: null },
    });
  });

  it("pairs contacts by channel and by what the customer said", () => {
    const voice = { channel: "voice" as const, said: [customer("It broke again."), agent("Oh.")] };
    const email = { channel: "email" as const, said: [customer("It broke again."), agent("Oh.")] };
    const first = chat(customer("My kettle is late."), agent("Sorry."));
    expect(part([first, voice], [first, email])).toMatch(
      / contact 2: Voice with v15, Email with v14\.$/u,
    );
    expect(part([voice], [first, voice])).toMatch(/ contact 1: only v14 /u);
    expect(part([first, voice], [first])).toMatch(/ contact 2: only v15 /u);
  });

  it.each([
    [[agent("Hello, Ann — it's 5.")], [agent("hello ann, it's 5")], null],
    [[agent('{"message": "It is done."}')], [agent("It is **done**")], null],
    [[tool("a", { x: 1, y: [2] })], [tool("a", { y: [2], x: 1 })], null],
    [
      [agent("Hi. It costs $5.")],
      [agent("Hi. It costs €5.")],
      /turn 1: v15 says “It costs \$5\.”, v14 says “It costs €5\.”$/u,
    ],
    [
      [agent("Balance: -5")],
      [agent("Balance: 5")],
      /turn 1: v15 says “Balance: -5”, v14 says “Balance: 5”\.$/u,
    ],
    [
      [agent("It is done. Anything else?")],
      [agent("It is done.")],
      /turn 1: v15 also says “Anything else\?”$/u,
    ],
    [
      [agent("You have it on Friday, RMA-225006.")],
      [agent("You have it on Saturday, RMA-225017.")],
      null,
    ],
    [[tool("a", { on: "2026-11-06" })], [tool("a", { on: "2026-11-07" })], null],
    [
      [tool("a", { x: 1, y: 1 })],
      [tool("a", { y: 1, x: 2 })],
      /turn 1, in the call: a .* x 1 by v15, .* x 2 by v14\.$/u,
    ],
    [[tool("a", [1])], [tool("a", [2])], /turn 1, in the call: a .*other arguments/u],
    [
      [tool("a", {}, false, '{"state":"sent","at":"2026-11-06"}')],
      [tool("a", {}, false, '{"state":"held","at":"2026-11-07"}')],
      /turn 1, in the result: a returns state “sent” with v15, .*state “held” with v14\.$/u,
    ],
    [
      [tool("a", {}, false, "No such order")],
      [tool("a", {}, false, "It is sent")],
      /turn 1, in the result: a returns “No such order” with v15, .*“It is sent” with v14\.$/u,
    ],
    [[tool("a", {}, true)], [tool("a", {})], /turn 1, in the call: a failed with v15 .*v14\.$/u],
    [[tool("a", {})], [tool("b", {})], /turn 1, in the call: v15 calls a, v14 calls b\.$/u],
    [[], [tool("b", {})], /turn 1, in the call: only v14 calls b\.$/u],
    [[agent("Yes.")], [], /turn 1: only v15 says /u],
    [[customer("Yes.")], [customer("No, never.")], null],
    [[agent("")], [], null],
  ] as const)("of %j and %j says where they part", (candidate, baseline, where) => {
    const said = part([chat(...candidate)], [chat(...baseline)]);
    if (where === null) expect(said).toBe(partingSentence(null, names));
    else expect(said).toMatch(where);
  });

  it("takes a call before words that differ earlier, and says where those differ first", () => {
    const said = (first: string, order: number) =>
      replayOf([chat(agent(first), tool("find", {}), tool("refund", { order }))]);
    const parted = (candidate: ReplayedTurns, baseline: ReplayedTurns) => {
      const aligned = alignTurns(candidate, baseline);
      return [aligned.parting, earlierWords(aligned, names)?.turn ?? null];
    };
    const order = { field: "order", candidate: "1", baseline: "2" };
    const greeting = { field: "", candidate: "“Hi”", baseline: "“Hello”" };
    expect(parted(said("Hi", 1), said("Hello", 2))).toMatchObject([
      { at: "turn", turn: { number: 3, detail: order } },
      { number: 1, detail: greeting },
    ]);
    expect(parted(said("Hi", 1), said("Hello", 1))).toMatchObject([
      { at: "turn", turn: { number: 1, detail: greeting } },
      null,
    ]);
    expect(parted(said("Hi", 1), said("Hi", 2))[1]).toBeNull();
  });

  it("says that agents were instructed otherwise, which is not where they part", () => {
    const givenOf = (text: string) =>
      replayOf([chat({ speaker: "system", text }, customer("Hi"), agent("Hello"))]);
    const { contacts, parting } = alignTurns(givenOf("Be brief."), givenOf("Be kind."));
    expect(parting).toBeNull();
    const [turn] = contacts.flatMap((each) => each.turns);
    expect(turn === undefined ? "" : turnWords(turn, names)).toBe("the instructions differ");
  });

  it("compares calls that nothing answered where they were made", () => {
    const calling = (args: string): Said => ({
      ...agent(""),
      toolCalls: [{ id: null, name: "refund", args }],
    });
    const partingOf = (candidate: readonly Said[], baseline: readonly Said[]) =>
      alignTurns(replayOf([chat(...candidate)]), replayOf([chat(...baseline)])).parting;
    const detail = { field: "order", candidate: "1", baseline: "2" };
    expect(partingOf([calling('{"order":1}')], [calling('{"order":2}')])).toMatchObject({
      turn: { number: 1, difference: "call", detail },
    });
    const answered = [calling('{"order":1}'), tool("refund", { order: 1 })];
    const other = [calling('{"order":2}'), tool("refund", { order: 2 })];
    expect(partingOf(answered, other)).toMatchObject({
      turn: { number: 2, difference: "call", detail },
    });
  });
});

const words = fc.array(
  fc.constantFrom("refund", "late", "my", "order", "is", "5", "–", "e\u0301"),
  {
    maxLength: 6,
  },
);
const anySaid: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    speaker: fc.constantFrom("customer" as const, "agent" as const, "system" as const),
    text: fc.oneof({ arbitrary: words.map((each) => each.join(" ")), weight: 4 }, fc.string()),
  }),
  fc
    .tuple(fc.constantFrom("a", "b", ""), fc.object({ maxDepth: 1 }), fc.boolean())
    .map(([name, args, isError]) => tool(name, args, isError)),
);
const anyReplay = fc
  .array(
    fc.record({
      channel: fc.constantFrom<Channel>("chat", "voice", "email"),
      said: fc.array(anySaid, { maxLength: 8 }),
    }),
    { maxLength: 4 },
  )
  .map(replayOf);

describe("of any two replays alignTurns", () => {
  it("keeps every message once, in order, on its side, and only pairs speakers with themselves", () => {
    fc.assert(
      fc.property(anyReplay, anyReplay, (candidate, baseline) => {
        const { contacts } = alignTurns(candidate, baseline);
        const turns = contacts.flatMap((each) => each.turns);
        const side = (which: "candidate" | "baseline") =>
          turns.flatMap((turn) => turn[which]?.message ?? []);
        expect(side("candidate")).toEqual(candidate.messages);
        expect(side("baseline")).toEqual(baseline.messages);
        expect(turns.map(({ number }) => number)).toEqual(turns.map((_, at) => at + 1));
        for (const { candidate: own, baseline: other } of turns) {
          if (own === null || other === null) continue;
          expect(own.message.speaker).toBe(other.message.speaker);
        }
      }),
    );
  });

  it("finds nothing where a replay parts from itself, and parts alike both ways round", () => {
    fc.assert(
      fc.property(anyReplay, anyReplay, (replay, other) => {
        const same = alignTurns(replay, replay);
        expect(same.parting).toBeNull();
        expect(textsOf(same)).toEqual(replay.messages.map(({ text }) => `${text} | ${text}`));
        const isParted = alignTurns(replay, other).parting !== null;
        expect(alignTurns(other, replay).parting !== null).toBe(isParted);
      }),
    );
  });
});
