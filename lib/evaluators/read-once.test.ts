import { describe, expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { Speaker } from "@/lib/domain/trace/reading";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { derive, turn } from "@/lib/cases/test-spans";
import { findHandoffFacts } from "./facts/find-handoff-facts";
import { findPromises } from "./promises/find-promises";

const said: readonly (readonly [Speaker, string])[] = [
  ["customer", "My name is Ada Lane. I was promised a credit of $20. I restarted the router."],
  ["agent", "I see. Could you give me your account number, please?"],
  ["customer", "It is 88213004. That is what I said."],
  ["agent", "Which colour is the cable?"],
  ["customer", "It has the colour of the router."],
  ["agent", "I will credit the $20 by Friday. We will call you back tomorrow."],
];

/** A case whose contacts, on two channels in turn, all have the same messages and promise. */
function caseOf(contacts: number): DerivedCase {
  return derive(
    Array.from({ length: contacts }, (_, contact) =>
      said.map(([speaker, text], line) =>
        turn(contact * 1440 + line, speaker, text, {
          belonging: {
            channel: contact % 2 === 0 ? "chat" : "voice",
            session: `s-${String(contact)}`,
            interactionId: `i-${String(contact)}`,
          },
        }),
      ),
    ).flat(),
  );
}

function readsOfOneText(contacts: number): number {
  const derived = caseOf(contacts);
  const reads = derived.messages.map(() => 0);
  const messages = derived.messages.map((message, index) => ({
    ...message,
    get text() {
      reads[index] = (reads[index] ?? 0) + 1;
      return message.text;
    },
  }));
  const derivedAgain = { ...derived, messages };
  expect(findHandoffFacts(derivedAgain)).toHaveLength(contacts - 1);
  expect(findPromises(derivedAgain, defaultSettings).length).toBeGreaterThanOrEqual(contacts);
  return Math.max(...reads);
}

describe("what is known of a case", () => {
  it("costs each message the same, however many contacts there are before and after it", () => {
    expect(readsOfOneText(40)).toBe(readsOfOneText(5));
  });
});
