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

/** The rating expected from the evaluators of the last contact. */
export const predictions = ["unknown", "poor", "good"] as const;

const contactCounts = ["none", "one", "several"] as const;
/** Who closed it by `asOf`: `silence` where nobody did and it fell quiet. */
const closings = ["open", "somebody", "silence"] as const;

export const caseLists = {
  outcome: outcomes,
  proof: proofs,
  closed: closings,
  isReopened: [false, true],
  /** The customer came back about the same issue in another case. */
  isRepeated: [false, true],
  /** Whether the time in which they could is over. */
  isOldEnough: [false, true],
  contacts: contactCounts,
  channels: contactCounts,
  /** Whether its customer is known: without one, a return cannot be detected. */
  hasCustomer: [false, true],
  /** Whether its clock was paused before it was first closed. */
  isPaused: [false, true],
  /** Whether both its opening and its closing are known. */
  isTimed: [false, true],
} as const;

export const serviceLists = {
  outcome: outcomes,
  agents: agentsValues,
  contacts: contactCounts,
  /** Whether the customer was asked again; `unknown` without a score. */
  repetition: ["unknown", "none", "some"],
  isCompletedByPerson: [false, true],
  isEscalated: [false, true],
  /** Of a first contact served by AI alone: whether the customer was back within 72 hours. */
  containment: ["none", "early", "held", "failed"],
} as const;

/** Its customer's satisfaction, stated or expected. */
export const ratingLists = {
  outcome: outcomes,
  closed: closings,
  contacts: contactCounts,
  /** The customer's: 4 or 5 of 5 is good. */
  rating: ["none", "poor", "good"],
  /** conversation_resolution of the last contact. */
  last: lastValues,
  prediction: predictions,
} as const;

export const clockLists = {
  outcome: outcomes,
  sla: slaStates,
  openAge: openAges,
} as const;

export const recordLists = {
  outcome: outcomes,
  closed: closings,
  isReopened: [false, true],
  agents: agentsValues,
  /** Whether any words of a customer or an agent are known. */
  hasWords: [false, true],
  hasCustomer: [false, true],
  /** Whether its type is known, or its intent. */
  hasKind: [false, true],
  /** Whether spans state its tokens, its cost and a time to the first token, and a model call has a duration. */
  hasTokens: [false, true],
  hasModelCost: [false, true],
  hasModelTime: [false, true],
  hasFirstToken: [false, true],
  pii: casePii,
} as const;

export type CaseValues = Coded<typeof caseLists>;
export type ServiceValues = Coded<typeof serviceLists>;
export type RatingValues = Coded<typeof ratingLists>;
export type ClockValues = Coded<typeof clockLists>;
export type RecordValues = Coded<typeof recordLists>;

/** Dimension values of a case at `asOf`: few combinations per group, even of a million cases. */
export type CaseDimensions = {
  readonly cases: CaseValues;
  readonly services: ServiceValues;
  readonly ratings: RatingValues;
  readonly clocks: ClockValues;
  readonly records: RecordValues;
};

/** Each gives a combination's code from its values' positions. */
export const numberCase = numberer(caseLists);
export const numberService = numberer(serviceLists);
export const numberRating = numberer(ratingLists);
export const numberClock = numberer(clockLists);
export const numberRecord = numberer(recordLists);

/** Dimension groups for keys below `capacity`, all of code 0. */
export function createCaseDimensions(capacity: number): DimensionGroups<CaseDimensions> {
  return {
    cases: createDimensionGroup(capacity),
    services: createDimensionGroup(capacity),
    ratings: createDimensionGroup(capacity),
    clocks: createDimensionGroup(capacity),
    records: createDimensionGroup(capacity),
  };
}
