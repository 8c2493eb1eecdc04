import fc from "fast-check";
import type { ContactRow } from "@/lib/analytics/rows/contact-row";

/** A contact of an AI agent in chat, otherwise unknown. */
export const someContact: ContactRow = {
  ...{ ordinal: 0, channel: "chat", startUs: 0, endUs: 1, agents: "ai", initiator: "customer" },
  ...{ isTransferred: false, resolution: null, answerUs: null, humanAnswerUs: null, handledUs: 1 },
  ...{ grounded: null, faithful: null, frustration: null, politeness: null },
  ...{ disclosures: "none", escalation: null, falseSuccess: null, unread: null },
  ...{
    humanUs: 0,
    notes: "unseen",
    prompt: null,
    release: null,
    team: null,
    persona: null,
    style: null,
  },
};
/** Contacts with various scores and prompts. */
export const someContacts = fc.array(
  fc
    .record({
      resolution: fc.option(fc.constantFrom(0, 0.45, 0.5, 1)),
      prompt: fc.option(fc.constant("helper@v1")),
    })
    .map((overrides) => ({ ...someContact, ...overrides })),
  { maxLength: 2 },
);
