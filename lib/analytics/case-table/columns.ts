import { ofEachGroup, type GroupName } from "../facets/facet-groups";

/** One entry a case in each array, at the place of its key. Instants are microseconds since 1970. */
const layout = {
  /** See `flags`; 0 where there is no case of the key. */
  flags: Uint8Array,
  /** Position in `outcomes`, as of the table's instant. */
  outcome: Uint8Array,
  /** NaN where unknown, as in every column that is sorted by. */
  openedUs: Float64Array,
  lastContactUs: Float64Array,
  /** Infinity where it never happened, as in the three below. */
  closedUs: Float64Array,
  reopenedUs: Float64Array,
  repeatUs: Float64Array,
  matureUs: Float64Array,
  /** From when on a first contact of AI alone counts as one that held; Infinity where there was none. */
  heldUs: Float64Array,
  /** When the customer was back before that; Infinity where they were not. */
  backUs: Float64Array,
  /** The service clock: when it is used up, NaN without a target. */
  slaDueUs: Float64Array,
  slaRiskUs: Float64Array,
  slaPausedUs: Float64Array,
  slaStoppedUs: Float64Array,
  /** Until it was first closed. Microseconds; NaN of what is not known. */
  pausedUs: Float64Array,
  businessUs: Float64Array,
  /** Position in `casePii`. */
  pii: Uint8Array,
  touchpoints: Uint32Array,
  /** Whether the customer was asked again after any contact: a position in the list of `repetition`. */
  repetition: Uint8Array,
  /** Of the handoffs of which one knows, the share whose context was kept. */
  keptShare: Float32Array,
  messages: Uint32Array,
  csat: Float32Array,
  badness: Float32Array,
  /** The customer as a hash of their id, for figures that take what one customer has together. */
  customer: Uint32Array,
  /** From when on outcome, standings or those of its parts may be others; Infinity: never again. */
  nextUs: Float64Array,
} as const;

type ColumnName = keyof typeof layout;

/** Those of the layout, and for each group of facets the number of the case's. */
export type Columns = {
  readonly capacity: number;
} & { readonly [Name in ColumnName]: InstanceType<(typeof layout)[Name]> } & Readonly<
    Record<GroupName, Uint32Array>
  >;

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
  const columns = Object.entries(layout).map(([name, Kind]) => [name, new Kind(capacity)] as const);
  return {
    capacity,
    ...(Object.fromEntries(columns) as Omit<Columns, GroupName | "capacity">),
    ...ofEachGroup(() => new Uint32Array(capacity)),
  };
}

/** The same columns with room for more keys. */
export function growColumns(from: Columns, capacity: number): Columns {
  const to = createColumns(capacity);
  const { capacity: _, ...columns } = to;
  for (const name of Object.keys(columns) as (keyof typeof columns)[]) to[name].set(from[name]);
  return to;
}
