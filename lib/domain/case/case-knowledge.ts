import type { AnswerClaims } from "./answer-claims";
import type { CaseDisclosure } from "./case-disclosure";
import type { CasePromise } from "./case-promise";
import type { CustomerFact } from "../disclosures/customer-fact";
import type { HandoffFacts } from "./handoff-facts";
import type { PacketAtHandoff } from "./handoff-packet";
import type { ReviewState } from "../quality/disclosure-review";
import type { SlaClock } from "./sla-clock";

/** The findings extracted from a case during derivation and stored with it; pages read them and extract nothing. */
export type StoredKnowledge = {
  /** One entry per handoff, in order. */
  readonly handoffFacts: readonly HandoffFacts[];
  /** One entry per handoff from an AI agent to a person. */
  readonly packets: readonly PacketAtHandoff[];
  /** In order of utterance. */
  readonly promises: readonly CasePromise[];
  /** By contact, then by rule. */
  readonly disclosures: readonly CaseDisclosure[];
  /** Its answers with their claims, in order. */
  readonly answerClaims: readonly AnswerClaims[];
  /** What the case tells its customer's other cases; absent: nothing. */
  readonly customerFacts?: readonly CustomerFact[];
};

/** The findings with the case's service clock, which depends on `asOf`, and what people decided on them. */
export type CaseKnowledge = StoredKnowledge & {
  readonly slaClock: SlaClock;
  /** Of each disclosure that is required or may be, in order; absent: not reviewed. */
  readonly reviews: readonly ReviewState[];
};

export const noKnowledge: StoredKnowledge = {
  handoffFacts: [],
  packets: [],
  promises: [],
  disclosures: [],
  answerClaims: [],
};
