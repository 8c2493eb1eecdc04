import { expect, it } from "vitest";
import type { Handoff } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { derivedCase, derivedInteraction, derivedMessage } from "@/lib/testing/derived-case";
import { findHandoffFacts } from "../facts/find-handoff-facts";
import { findPromises } from "./find-promises";

const contacts = Array.from({ length: 40 }, (_, ordinal) => ordinal);

const derived = derivedCase({
  messages: contacts.map((ordinal) =>
    derivedMessage({
      ...{ ordinal, interaction: ordinal, speaker: "agent", agentKind: "ai" },
      text: `I will credit $${String(ordinal + 10)} to your account by Friday.`,
    }),
  ),
  interactions: contacts.map((ordinal) => derivedInteraction({ ordinal })),
  handoffs: contacts.slice(1).map((to): Handoff => ({
    ...{ ordinal: to - 1, fromInteraction: to - 1, toInteraction: to, atMessage: to },
    ...{ kind: "return", isChannelChanged: false, fromKind: "ai", toKind: "ai" },
    ...{ toTeam: null, initiator: "customer", gapUs: 1 },
  })),
});

it("follows a promise through the next twenty contacts in which an agent speaks", () => {
  const promises = findPromises(derived, defaultSettings);
  expect(promises).toHaveLength(40);
  expect(promises[0]?.receptions.map(({ interaction }) => interaction)).toEqual(
    contacts.slice(1, 21),
  );
  expect(promises[39]?.receptions).toEqual([]);
});

it("looks after a handoff for the latest twenty promises before it", () => {
  const facts = findHandoffFacts(derived).at(-1)?.facts ?? [];
  const commitments = facts.filter(({ kind }) => kind === "commitment");
  expect(commitments.map(({ given }) => given.message)).toEqual(contacts.slice(19, 39));
});
