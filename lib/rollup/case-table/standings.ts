import { casePii } from "@/lib/domain/case-pii";
import { outcomes } from "@/lib/domain/outcome";
import { slaStates } from "@/lib/domain/sla-state";
import { agentsValues, lastValues } from "../case-facets";
import { numberer, type Coded } from "./coding";
import { proofs } from "./columns";
import { openAges } from "./open-age";

/** What evaluators of the last contact let one expect of a rating. */
export const predictions = ["unknown", "poor", "good"] as const;

const caseLists = {
  outcome: outcomes,
  proof: proofs,
  /** Who closed it, by now: `silence` where nobody did and it fell quiet. */
  closed: ["open", "somebody", "silence"],
  /** The case itself was opened again. */
  isReopened: [false, true],
  /** The customer came back about the same issue in another case. */
  isRepeated: [false, true],
  contacts: ["none", "one", "several"],
  /** The customer's: 4 or 5 of 5 is good. */
  rating: ["none", "poor", "good"],
  /** What conversation_resolution says of the last contact. */
  last: lastValues,
  prediction: predictions,
  /** Whether the customer had to say again what was said before, where that can be told. */
  repetition: ["unknown", "none", "some"],
  agents: agentsValues,
  /** A person answered in its last contact. */
  isCompletedByPerson: [false, true],
  /** An AI agent handed it to a person. */
  isEscalated: [false, true],
  /** Of a first contact that AI alone served: whether the customer was back within 72 hours. */
  containment: ["none", "early", "held", "failed"],
  channels: ["none", "one", "several"],
  /** Whether it is known whose case it is: without, nobody can be seen to come back. */
  hasCustomer: [false, true],
  /** Whether any words of a customer or an agent are known. */
  hasWords: [false, true],
  /** Whether its type is known, or its intent. */
  hasKind: [false, true],
  /** Whether policy lets a case of its kind be resolved in the first contact. */
  isAtOnce: [false, true],
  /** Whether its clock stood still before it was first closed. */
  isPaused: [false, true],
  /** Where it stands with its service clock. */
  sla: slaStates,
  openAge: openAges,
  /** Whether both its opening and its closing are known. */
  isTimed: [false, true],
  pii: casePii,
} as const;

/** What metrics ask of a case, as of an instant: few values each, so that a million cases have few standings. */
export type CaseStanding = Coded<typeof caseLists>;

/** Numbers a case's standing by the positions of its values. */
export const numberCase = numberer(caseLists);
