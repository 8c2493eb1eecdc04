import { outcomes, type Outcome } from "@/lib/domain/outcome";
import { agentsValues } from "../case-facets";
import { proofs } from "./columns";

/** What metrics ask of a case, as of an instant: few values each, so that a million cases have few standings. */
export type CaseStanding = {
  readonly outcome: Outcome;
  readonly proof: (typeof proofs)[number];
  /** Who closed it, by now: `silence` where nobody did and it fell quiet. */
  readonly closed: "open" | "somebody" | "silence";
  /** The case itself was opened again. */
  readonly isReopened: boolean;
  /** The customer came back about the same issue in another case. */
  readonly isRepeated: boolean;
  readonly contacts: "none" | "one" | "several";
  /** The customer's: 4 or 5 of 5 is good. */
  readonly rating: "none" | "poor" | "good";
  /** Whether the customer had to say again what was said before, where that can be told. */
  readonly repetition: "unknown" | "none" | "some";
  readonly agents: (typeof agentsValues)[number];
  /** An AI agent handed it to a person. */
  readonly isEscalated: boolean;
  /** Of a first contact that AI alone served: whether the customer was back within 72 hours. */
  readonly containment: "none" | "early" | "held" | "failed";
  readonly channels: "none" | "one" | "several";
  /** Whether it is known whose case it is: without, nobody can be seen to come back. */
  readonly hasCustomer: boolean;
  /** Whether both its opening and its closing are known. */
  readonly isTimed: boolean;
};

/** The values of each, in the order of their positions. */
const lists = {
  outcome: outcomes,
  proof: proofs,
  closed: ["open", "somebody", "silence"],
  reopened: [false, true],
  repeated: [false, true],
  contacts: ["none", "one", "several"],
  rating: ["none", "poor", "good"],
  repetition: ["unknown", "none", "some"],
  agents: agentsValues,
  escalated: [false, true],
  containment: ["none", "early", "held", "failed"],
  channels: ["none", "one", "several"],
  customer: [false, true],
  timed: [false, true],
} as const;
type Part = keyof typeof lists;
const names = Object.keys(lists).filter((name): name is Part => name in lists);

/** A standing by positions in the lists of values. */
type Positions = Readonly<Record<Part, number>>;

/** The standings that cases have, numbered as they came. */
export type Standings = { readonly ids: Map<number, number>; readonly values: CaseStanding[] };

export function createStandings(): Standings {
  return { ids: new Map(), values: [] };
}

/** The number of a standing, a new one where no case had it before. */
export function numberStanding({ ids, values }: Standings, at: Positions): number {
  let code = 0;
  for (const name of names) code = code * lists[name].length + at[name];
  const known = ids.get(code);
  if (known !== undefined) return known;
  ids.set(code, values.length);
  return values.push(standingAt(at)) - 1;
}

function standingAt(at: Positions): CaseStanding {
  return {
    outcome: valueAt(lists.outcome, at.outcome),
    proof: valueAt(lists.proof, at.proof),
    closed: valueAt(lists.closed, at.closed),
    isReopened: valueAt(lists.reopened, at.reopened),
    isRepeated: valueAt(lists.repeated, at.repeated),
    contacts: valueAt(lists.contacts, at.contacts),
    rating: valueAt(lists.rating, at.rating),
    repetition: valueAt(lists.repetition, at.repetition),
    agents: valueAt(lists.agents, at.agents),
    isEscalated: valueAt(lists.escalated, at.escalated),
    containment: valueAt(lists.containment, at.containment),
    channels: valueAt(lists.channels, at.channels),
    hasCustomer: valueAt(lists.customer, at.customer),
    isTimed: valueAt(lists.timed, at.timed),
  };
}

function valueAt<T>(list: readonly [T, ...T[]], position: number): T {
  return list[position] ?? list[0];
}
