import { expect, it } from "vitest";
import { derive, turn } from "@/lib/cases/test-spans";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { escalationReasonsOf } from "./escalation-reasons-of";

const ai = { belonging: { agentKind: "ai" } } as const;
const human = { belonging: { agentKind: "human" } } as const;

function reasonsOf(asked: string, answered: string, isPassedOn = true) {
  const spans = [
    turn(0, "customer", asked),
    turn(1, "agent", answered, ai),
    turn(2, "customer", "Thanks."),
    ...(isPassedOn ? [turn(3, "agent", "Ann here, I have your order.", human)] : []),
  ];
  return escalationReasonsOf(derive(spans), defaultSettings);
}

it.each([
  ["asked", "I want to talk to a real person, please.", "Of course, one moment."],
  ["failure", "Please change my delivery address.", "I'm sorry, I can't change addresses."],
  ["unsaid", "Please change my delivery address.", "Let me see."],
])("a contact is passed on: %s", (reason, asked, answered) => {
  expect(reasonsOf(asked, answered)).toEqual([reason]);
});

it("a contact that AI alone served, or a person, has no reason", () => {
  expect(reasonsOf("Where is my order?", "It is on its way.", false)).toEqual([null]);
  const served = derive([turn(0, "customer", "Hello"), turn(1, "agent", "Ann here.", human)]);
  expect(escalationReasonsOf(served, defaultSettings)).toEqual([null]);
});
