import { describe, expect, it } from "vitest";
import { derive, minuteUs, model, says, span, startUs, tool, turn } from "./test-spans";
import type { DerivedCase } from "@/lib/domain/case/case";

function contacts(derived: DerivedCase): readonly string[] {
  return derived.interactions.map(
    (interaction) => `${interaction.channel}${interaction.isTouchpoint ? "" : " (no touchpoint)"}`,
  );
}

const noSession = { session: null };

describe("a contact that its exporter named", () => {
  it("is one interaction however long it was silent", () => {
    const derived = derive([turn(0, "customer", "Hi"), turn(600, "customer", "Still there?")]);
    expect(derived.interactions).toEqual([
      {
        ordinal: 0,
        interactionId: "s-1",
        channel: "chat",
        startUs,
        endUs: startUs + 600 * minuteUs + 1_000_000,
        isTouchpoint: true,
        agentKinds: ["unknown"],
        agentIds: [],
        initiator: "customer",
        promptVersions: [],
        models: [],
        releases: [],
        team: null,
        messageCount: 2,
        spanCount: 2,
        strippedCount: 0,
        isTransferred: false,
        isPassedOn: false,
        account: 0,
      },
    ]);
  });

  it("is two interactions where its session was seen on two channels", () => {
    const derived = derive([
      turn(0, "customer", "Hi"),
      turn(5, "customer", "Me again", { belonging: { channel: "voice" } }),
    ]);
    expect(contacts(derived)).toEqual(["chat", "voice"]);
  });

  it("takes in the spans that do not say their channel", () => {
    const derived = derive([
      turn(0, "customer", "Hi"),
      turn(1, "agent", "Hello", { belonging: { channel: "unknown" } }),
    ]);
    expect(contacts(derived)).toEqual(["chat"]);
  });

  it("takes in what has no id and was said during it on its channel", () => {
    const derived = derive([
      turn(0, "customer", "Hi", { belonging: { channel: "voice" } }),
      turn(1, "customer", "Hello?", {
        traceId: "orphan",
        belonging: { channel: "voice", session: null },
      }),
      turn(2, "agent", "Yes", { belonging: { channel: "voice" } }),
      turn(3, "customer", "Late", {
        traceId: "other",
        belonging: { channel: "voice", session: null },
      }),
    ]);
    expect(derived.interactions.map((each) => each.messageCount)).toEqual([3, 1]);
  });

  it("does not repeat the history that its agent was handed from an earlier contact", () => {
    const before = [
      says("customer", "Cancel #W1"),
      says("agent", "Which one?"),
      says("customer", "The kettle"),
    ];
    const left = says("agent", "I will pass you on.");
    const called = says("customer", "I am calling about it.");
    const voice = { channel: "voice", session: "s-2" } as const;
    const derived = derive([
      model(0, before, [left]),
      model(10, [...before, left, called], [says("agent", "One moment.")], { belonging: voice }),
      model(
        11,
        [...before, left, called, says("agent", "One moment."), says("customer", "Yes")],
        [],
        { belonging: voice },
      ),
    ]);
    expect(derived.interactions.map((each) => each.messageCount)).toEqual([4, 3]);
    expect(derived.messages[4]?.text).toBe("I am calling about it.");
  });

  it("goes by its interaction id before its session", () => {
    const derived = derive([
      turn(0, "customer", "Hi", { belonging: { interactionId: "i-1" } }),
      turn(1, "customer", "Hi", { belonging: { interactionId: "i-2" } }),
    ]);
    expect(derived.interactions.map((each) => each.interactionId)).toEqual(["i-1", "i-2"]);
  });
});

describe("a channel without ids", () => {
  it("is cut after a silence longer than the setting", () => {
    const derived = derive([
      turn(0, "customer", "Hi", { belonging: noSession }),
      turn(30, "agent", "Hello", { belonging: noSession }),
      turn(60.1, "customer", "Back", { belonging: noSession }),
    ]);
    expect(derived.interactions.map((each) => each.messageCount)).toEqual([2, 1]);
  });

  it("is cut per call on the phone", () => {
    const belonging = { channel: "voice", session: null } as const;
    const derived = derive([
      turn(0, "customer", "Hi", { belonging, traceId: "call-1" }),
      turn(2, "customer", "Hi", { belonging, traceId: "call-2" }),
    ]);
    expect(contacts(derived)).toEqual(["voice", "voice"]);
  });

  it("is cut in e-mail at each message of the customer that follows a reply", () => {
    const belonging = { channel: "email", session: null } as const;
    const derived = derive([
      turn(0, "customer", "Where is it?", { belonging }),
      turn(600, "customer", "Hello?", { belonging }),
      turn(900, "agent", "On its way.", { belonging }),
      turn(901, "customer", "Not here yet.", { belonging }),
    ]);
    expect(derived.interactions.map((each) => each.messageCount)).toEqual([3, 1]);
  });

  it("starts a new conversation where the words of an old one come again", () => {
    const ask = says("customer", "Cancel order #W1");
    const hello = says("agent", "Hello!");
    const belonging = noSession;
    const derived = derive([
      model(0, [ask], [hello], { belonging, traceId: "a" }),
      model(1, [ask, hello, says("customer", "please")], [says("agent", "Done.")], {
        belonging,
        traceId: "b",
      }),
      model(200, [ask], [hello], { belonging, traceId: "c" }),
      model(201, [ask, hello, says("customer", "please")], [says("agent", "Again done.")], {
        belonging,
        traceId: "d",
      }),
    ]);
    expect(derived.interactions.map((each) => each.messageCount)).toEqual([4, 4]);
  });
});

describe("who took part", () => {
  it("is no touchpoint if a notification got no reply", () => {
    const derived = derive([
      turn(0, "customer", "Hi"),
      turn(100, "agent", "Your parcel has left.", {
        belonging: { channel: "sms", session: "s-2" },
      }),
    ]);
    expect(contacts(derived)).toEqual(["chat", "sms (no touchpoint)"]);
    expect(derived.interactions[1]?.initiator).toBe("agent");
    expect(derived.handoffs).toEqual([]);
  });

  it("is a touchpoint where the agent asked how it can help and the customer left", () => {
    const derived = derive([turn(0, "agent", "Hi! How can I help you today?")]);
    expect(contacts(derived)).toEqual(["chat"]);
    expect(derived.interactions[0]?.initiator).toBe("customer");
  });

  it("is a touchpoint where the words were removed", () => {
    const derived = derive([span("s", { part: "turn", isTextStripped: true })]);
    expect(derived.interactions).toMatchObject([
      { isTouchpoint: true, strippedCount: 1, messageCount: 0 },
    ]);
  });

  it("is no contact where nothing was said", () => {
    expect(derive([span("root")]).interactions).toEqual([]);
  });
});

describe("handoffs", () => {
  it("are one a boundary between touchpoints, with gap and who began", () => {
    const derived = derive([
      turn(0, "customer", "Hi"),
      turn(1, "agent", "Hello", { kind: "llm" }),
      turn(61, "customer", "Calling now", { belonging: { channel: "voice", session: "s-2" } }),
      turn(121, "customer", "Once more", { belonging: { channel: "voice", session: "s-3" } }),
    ]);
    expect(derived.handoffs).toEqual([
      {
        ordinal: 0,
        fromInteraction: 0,
        toInteraction: 1,
        kind: "channel-switch",
        isChannelChanged: true,
        fromKind: "ai",
        toKind: "unknown",
        toTeam: null,
        initiator: "customer",
        gapUs: 60 * minuteUs - 1_000_000,
        atMessage: 2,
      },
      {
        ordinal: 1,
        fromInteraction: 1,
        toInteraction: 2,
        kind: "return",
        isChannelChanged: false,
        fromKind: "unknown",
        toKind: "unknown",
        toTeam: null,
        initiator: "customer",
        gapUs: 60 * minuteUs - 1_000_000,
        atMessage: 3,
      },
    ]);
  });

  it("are found between agents inside one contact", () => {
    const human = { agentKind: "human", agentId: "ann" } as const;
    const derived = derive([
      turn(0, "customer", "Hi"),
      model(1, [says("customer", "Hi")], [says("agent", "One moment.")]),
      tool(2, "transfer_to_human_agents", "{}", "Transfer successful"),
      turn(3, "agent", "This is Ann.", { belonging: human }),
      turn(4, "agent", "This is Bob.", { belonging: { ...human, agentId: "bob" } }),
    ]);
    expect(derived.handoffs).toMatchObject([
      {
        kind: "ai-to-human",
        fromInteraction: 0,
        toInteraction: 0,
        initiator: "agent",
        atMessage: 3,
      },
      { kind: "transfer", initiator: "unknown", atMessage: 4 },
    ]);
    expect(derived.interactions[0]?.isTransferred).toBe(true);
  });

  it.each(["Let me talk to a real person.", "I want a human!"])(
    "are the customer's where they asked for a person: %s",
    (words) => {
      const derived = derive([
        turn(0, "agent", "Hello", { kind: "agent" }),
        turn(1, "customer", words),
        turn(2, "agent", "This is Ann.", { belonging: { agentKind: "human" } }),
      ]);
      expect(derived.handoffs).toMatchObject([{ kind: "ai-to-human", initiator: "customer" }]);
    },
  );

  it("are not initiated by the customer again once the requested person transfers them", () => {
    const ann = { agentKind: "human", agentId: "ann" } as const;
    const derived = derive([
      turn(0, "agent", "Hello", { belonging: { agentKind: "ai" } }),
      turn(1, "customer", "Let me talk to a real person."),
      turn(2, "agent", "This is Ann.", { belonging: ann }),
      turn(3, "agent", "I am passing you to Bob.", { belonging: ann }),
      turn(4, "agent", "This is Bob.", { belonging: { ...ann, agentId: "bob" } }),
    ]);
    expect(derived.handoffs).toMatchObject([
      { kind: "ai-to-human", initiator: "customer" },
      { kind: "transfer", initiator: "unknown" },
    ]);
  });
});
