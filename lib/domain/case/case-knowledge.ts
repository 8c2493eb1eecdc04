import type { AnswerClaims } from "./answer-claims";
import type { CaseDisclosure } from "./case-disclosure";
import type { CasePromise } from "./case-promise";
import type { HandoffFacts } from "./handoff-facts";
import type { PacketAtHandoff } from "./handoff-packet";
import type { SlaClock } from "./sla-clock";

/** What derivation found in a case's words. It is stored with the case; pages read it and find nothing themselves. */
export type StoredKnowledge = {
  /** One entry a handoff, in order. */
  readonly handoffFacts: readonly HandoffFacts[];
  /** One entry a handoff at which an AI agent gave the customer to a person. */
  readonly packets: readonly PacketAtHandoff[];
  /** In the order in which they were made. */
  readonly promises: readonly CasePromise[];
  /** By contact, then by rule. */
  readonly disclosures: readonly CaseDisclosure[];
  /** Its answers beside what was retrieved for them, in order. */
  readonly answerClaims: readonly AnswerClaims[];
};

/** The same with the case's service clock, which depends on the date. */
export type CaseKnowledge = StoredKnowledge & { readonly slaClock: SlaClock };

/** Of a case in which nothing was found. */
export const noKnowledge: StoredKnowledge = {
  handoffFacts: [],
  packets: [],
  promises: [],
  disclosures: [],
  answerClaims: [],
};
