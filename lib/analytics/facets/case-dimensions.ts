import { casePii } from "@/lib/domain/case/case-pii";
import { outcomes } from "@/lib/domain/case/outcome";
import { slaStates } from "@/lib/domain/case/sla-state";
import { agentsValues, lastValues } from "./case-facets";
import {
  createDimensionGroup,
  numberer,
  type DimensionGroups,
  type Coded,
} from "../case-table/coding";
import { proofs } from "../case-table/columns";
import { openAges } from "./open-age";

/** What evaluators of the last contact let one expect of a rating. */
export const predictions = ["unknown", "poor", "good"] as const;

const contactCounts = ["none", "one", "several"] as const;
/** Who closed it, by now: `silence` where nobody did and it fell quiet. */
const closings = ["open", "somebody", "silence"] as const;

/** How a case ended, and whether it lasted. */
const caseLists = {
  outcome: outcomes,
  proof: proofs,
  closed: closings,
  /** The case itself was opened again. */
  isReopened: [false, true],
  /** The customer came back about the same issue in another case. */
  isRepeated: [false, true],
  contacts: contactCounts,
  channels: contactCounts,
  /** Whether it is known whose case it is: without, nobody can be seen to come back. */
  hasCustomer: [false, true],
  /** Whether its clock stood still before it was first closed. */
  isPaused: [false, true],
  /** Whether both its opening and its closing are known. */
  isTimed: [false, true],
} as const;

/** Who served it. */
const serviceLists = {
  outcome: outcomes,
  agents: agentsValues,
  contacts: contactCounts,
  /** Whether the customer had to say again what was said before, where that can be told. */
  repetition: ["unknown", "none", "some"],
  /** A person answered in its last contact. */
  isCompletedByPerson: [false, true],
  /** An AI agent handed it to a person. */
  isEscalated: [false, true],
  /** Of a first contact that AI alone served: whether the customer was back within 72 hours. */
  containment: ["none", "early", "held", "failed"],
} as const;

/** What its customer thinks of it, said or expected. */
const ratingLists = {
  outcome: outcomes,
  closed: closings,
  contacts: contactCounts,
  /** The customer's: 4 or 5 of 5 is good. */
  rating: ["none", "poor", "good"],
  /** What conversation_resolution says of the last contact. */
  last: lastValues,
  prediction: predictions,
} as const;

/** How its time passes. */
const clockLists = {
  outcome: outcomes,
  /** Where it stands with its service clock. */
  sla: slaStates,
  openAge: openAges,
} as const;

/** What arrived of it. */
const recordLists = {
  outcome: outcomes,
  closed: closings,
  isReopened: [false, true],
  agents: agentsValues,
  /** Whether any words of a customer or an agent are known. */
  hasWords: [false, true],
  hasCustomer: [false, true],
  /** Whether its type is known, or its intent. */
  hasKind: [false, true],
  pii: casePii,
} as const;

export type CaseValues = Coded<typeof caseLists>;
export type ServiceValues = Coded<typeof serviceLists>;
export type RatingValues = Coded<typeof ratingLists>;
export type ClockValues = Coded<typeof clockLists>;
export type RecordValues = Coded<typeof recordLists>;

/** What metrics ask of a case, as of an instant: few combinations of each, so that a million cases have few. */
export type CaseDimensions = {
  readonly cases: CaseValues;
  readonly services: ServiceValues;
  readonly ratings: RatingValues;
  readonly clocks: ClockValues;
  readonly records: RecordValues;
};

/** Each numbers a combination by the positions of its values. */
export const numberCase = numberer(caseLists);
export const numberService = numberer(serviceLists);
export const numberRating = numberer(ratingLists);
export const numberClock = numberer(clockLists);
export const numberRecord = numberer(recordLists);

/** Room for keys below `capacity`, with nothing told yet. */
export function createCaseDimensions(capacity: number): DimensionGroups<CaseDimensions> {
  return {
    cases: createDimensionGroup(capacity),
    services: createDimensionGroup(capacity),
    ratings: createDimensionGroup(capacity),
    clocks: createDimensionGroup(capacity),
    records: createDimensionGroup(capacity),
  };
}
