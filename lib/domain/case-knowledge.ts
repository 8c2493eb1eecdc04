import type { CaseDisclosure } from "./case-disclosure";
import type { CasePromise } from "./case-promise";
import type { HandoffFacts } from "./handoff-facts";
import type { PacketAtHandoff } from "./handoff-packet";
import type { SlaClock } from "./sla-clock";

/** What is read out of a derived case when its page is opened; none of it is stored. */
export type CaseKnowledge = {
  /** One entry a handoff, in order. */
  readonly handoffFacts: readonly HandoffFacts[];
  /** One entry a handoff at which an AI agent gave the customer to a person. */
  readonly packets: readonly PacketAtHandoff[];
  /** In the order in which they were made. */
  readonly promises: readonly CasePromise[];
  /** By contact, then by rule. */
  readonly disclosures: readonly CaseDisclosure[];
  readonly slaClock: SlaClock;
};
