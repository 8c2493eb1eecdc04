/** One entry a case in each array, at the place of its key. Instants are microseconds since 1970. */
export type Columns = {
  readonly capacity: number;
  /** See `flags`; 0 where there is no case of the key. */
  readonly flags: Uint8Array;
  /** Position in `outcomes`, as of the table's instant. */
  readonly outcome: Uint8Array;
  /** NaN where unknown, as in every column that is sorted by. */
  readonly openedUs: Float64Array;
  readonly lastContactUs: Float64Array;
  /** Infinity where it never happened, as in the three below. */
  readonly closedUs: Float64Array;
  readonly reopenedUs: Float64Array;
  readonly repeatUs: Float64Array;
  readonly matureUs: Float64Array;
  /** From when on a first contact of AI alone counts as one that held; Infinity where there was none. */
  readonly heldUs: Float64Array;
  /** When the customer was back before that; Infinity where they were not. */
  readonly backUs: Float64Array;
  /** The service clock: when it is used up, NaN without a target. */
  readonly slaDueUs: Float64Array;
  readonly slaRiskUs: Float64Array;
  readonly slaPausedUs: Float64Array;
  readonly slaStoppedUs: Float64Array;
  /** Until it was first closed. Microseconds; NaN of what is not known. */
  readonly pausedUs: Float64Array;
  readonly businessUs: Float64Array;
  /** Position in `casePii`. */
  readonly pii: Uint8Array;
  readonly touchpoints: Uint32Array;
  /** Whether the customer was asked again after any contact: a position in the list of `repetition`. */
  readonly repetition: Uint8Array;
  /** Of the handoffs of which one knows, the share whose context was kept. */
  readonly keptShare: Float32Array;
  readonly messages: Uint32Array;
  readonly csat: Float32Array;
  readonly badness: Float32Array;
  /** Groups of lib/analytics/facets/facet-groups.ts. */
  readonly journey: Uint32Array;
  readonly moves: Uint32Array;
  readonly traits: Uint32Array;
  readonly type: Uint32Array;
  readonly scores: Uint32Array;
  readonly releases: Uint32Array;
  readonly verdicts: Uint32Array;
  readonly prompts: Uint32Array;
  readonly pauses: Uint32Array;
  readonly teams: Uint32Array;
  /** The customer as a hash of their id, for figures that take what one customer has together. */
  readonly customer: Uint32Array;
  /** From when on outcome, standings or those of its parts may be others; Infinity: never again. */
  readonly nextUs: Float64Array;
};

export const flags = {
  present: 1,
  merged: 2,
  spoken: 4,
  closedBySomeone: 8,
  closedBySilence: 16,
  ofCustomer: 32,
};
/** Two bits above the flags: a position in `proofs`. */
export const proofShift = 6;
export const proofs = ["other", "verified", "confirmed", "judged"] as const;

/** Empty columns for keys below `capacity`. */
export function createColumns(capacity: number): Columns {
  return {
    capacity,
    flags: new Uint8Array(capacity),
    outcome: new Uint8Array(capacity),
    openedUs: new Float64Array(capacity),
    lastContactUs: new Float64Array(capacity),
    closedUs: new Float64Array(capacity),
    reopenedUs: new Float64Array(capacity),
    repeatUs: new Float64Array(capacity),
    matureUs: new Float64Array(capacity),
    heldUs: new Float64Array(capacity),
    backUs: new Float64Array(capacity),
    slaDueUs: new Float64Array(capacity),
    slaRiskUs: new Float64Array(capacity),
    slaPausedUs: new Float64Array(capacity),
    slaStoppedUs: new Float64Array(capacity),
    pausedUs: new Float64Array(capacity),
    businessUs: new Float64Array(capacity),
    pii: new Uint8Array(capacity),
    touchpoints: new Uint32Array(capacity),
    repetition: new Uint8Array(capacity),
    keptShare: new Float32Array(capacity),
    messages: new Uint32Array(capacity),
    csat: new Float32Array(capacity),
    badness: new Float32Array(capacity),
    journey: new Uint32Array(capacity),
    moves: new Uint32Array(capacity),
    traits: new Uint32Array(capacity),
    type: new Uint32Array(capacity),
    scores: new Uint32Array(capacity),
    releases: new Uint32Array(capacity),
    verdicts: new Uint32Array(capacity),
    prompts: new Uint32Array(capacity),
    pauses: new Uint32Array(capacity),
    teams: new Uint32Array(capacity),
    customer: new Uint32Array(capacity),
    nextUs: new Float64Array(capacity),
  };
}

/** The same columns with room for more keys. */
export function growColumns(from: Columns, capacity: number): Columns {
  const to = createColumns(capacity);
  to.flags.set(from.flags);
  to.outcome.set(from.outcome);
  to.openedUs.set(from.openedUs);
  to.lastContactUs.set(from.lastContactUs);
  to.closedUs.set(from.closedUs);
  to.reopenedUs.set(from.reopenedUs);
  to.repeatUs.set(from.repeatUs);
  to.matureUs.set(from.matureUs);
  to.heldUs.set(from.heldUs);
  to.backUs.set(from.backUs);
  to.slaDueUs.set(from.slaDueUs);
  to.slaRiskUs.set(from.slaRiskUs);
  to.slaPausedUs.set(from.slaPausedUs);
  to.slaStoppedUs.set(from.slaStoppedUs);
  to.pausedUs.set(from.pausedUs);
  to.businessUs.set(from.businessUs);
  to.pii.set(from.pii);
  to.touchpoints.set(from.touchpoints);
  to.repetition.set(from.repetition);
  to.keptShare.set(from.keptShare);
  to.messages.set(from.messages);
  to.csat.set(from.csat);
  to.badness.set(from.badness);
  to.journey.set(from.journey);
  to.moves.set(from.moves);
  to.traits.set(from.traits);
  to.type.set(from.type);
  to.scores.set(from.scores);
  to.releases.set(from.releases);
  to.verdicts.set(from.verdicts);
  to.prompts.set(from.prompts);
  to.pauses.set(from.pauses);
  to.teams.set(from.teams);
  to.customer.set(from.customer);
  to.nextUs.set(from.nextUs);
  return to;
}
