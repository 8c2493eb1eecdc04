import { describe, expect, it } from "vitest";
import type { Handoff, Message } from "@/lib/domain/case/case";
import { derivedInteraction, derivedMessage } from "@/lib/testing/derived-case";
import { findHandoffs } from "./find-handoffs";

type Said = Partial<Message>;

const asks: Said = { text: "Get me a manager, please." };
const hello: Said = { text: "Hello." };
const ai: Said = { speaker: "agent", agentKind: "ai", text: "Hello." };
const human: Said = { speaker: "agent", agentKind: "human", text: "Hello." };
const lookup: Said = {
  speaker: "tool",
  text: "open",
  tool: { name: "get_order", args: "", isError: false },
};

/** Who began the handoff inside a case's second contact, after a first of two messages. */
function initiatorOf(...said: readonly Said[]): Handoff["initiator"] | undefined {
  const second = said.map((each) => ({ ...each, interaction: 1 }));
  const messages = [hello, ai, ...second].map((each, ordinal) =>
    derivedMessage({ ...each, ordinal }),
  );
  const contacts = [derivedInteraction(), derivedInteraction({ ordinal: 1 })];
  const inside = findHandoffs(contacts, messages, () => null).filter(
    ({ fromInteraction, toInteraction }) => fromInteraction === 1 && toInteraction === 1,
  );
  expect(inside).toHaveLength(1);
  return inside[0]?.initiator;
}

describe("a handoff inside a later contact", () => {
  it("is the customer's who asked before the agent spoke, whatever was said later", () => {
    expect(initiatorOf(asks, ai, human, hello)).toBe("customer");
    expect(initiatorOf(asks, lookup, ai, human)).toBe("customer");
  });

  it("is not the customer's who asks only afterwards", () => {
    expect(initiatorOf(hello, ai, human, asks)).toBe("unknown");
  });
});

it("a contact without messages counts as its last kind of agent where it has one", () => {
  const contacts = [
    derivedInteraction({ agentKinds: ["human"] }),
    derivedInteraction({ ordinal: 1, agentKinds: ["ai"] }),
  ];
  expect(findHandoffs(contacts, [], () => null)).toMatchObject([{ kind: "human-to-ai" }]);
});
