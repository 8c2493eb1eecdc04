import { casePii } from "@/lib/domain/case/case-pii";
import { keptShare } from "../rows/context-kept";
import { badness, worstOf } from "../rows/worst-scores";
import { ofEachGroup, type GroupName } from "../facets/facet-groups";
import type { CaseTableRow } from "./case-table-row";
import { hashOf } from "./hash-of";

/** A contact served by AI alone counts as contained if no other follows within 72 hours. */
const containmentUs = 72 * 3_600_000_000;

/** A column of the table: the storage of its values, and its value of a case. */
type Column<Values> = { readonly Values: new (length: number) => Values; readonly of: ValueOf };
type ValueOf = (row: CaseTableRow) => number;

const column = <Values>(Values: new (length: number) => Values, of: ValueOf): Column<Values> => ({
  Values,
  of,
});
/** NaN where unknown, as in every sortable column. */
const amount = (of: (row: CaseTableRow) => number | null) =>
  column(Float64Array, (row) => of(row) ?? NaN);
/** Infinity where it never happened. */
const event = (of: (row: CaseTableRow) => number | null) =>
  column(Float64Array, (row) => of(row) ?? Infinity);

/** One entry per case in each array, at its key. Instants and durations are microseconds. */
const measured = {
  flags: column(Uint16Array, flagsOf),
  openedUs: amount((row) => row.openedUs),
  lastContactUs: amount((row) => row.lastContactUs),
  closedUs: event((row) => row.closedUs),
  reopenedUs: event((row) => row.reopenedUs),
  repeatUs: event((row) => row.repeatUs),
  matureUs: event((row) => row.matureUs),
  /** The instant at which a first contact served by AI alone counts as contained; Infinity where there was none. */
  heldUs: event(heldUs),
  /** When the customer was back before that; Infinity where they were not. */
  backUs: event((row) => {
    const nextUs = Math.min(row.secondContactUs ?? Infinity, row.repeatUs ?? Infinity);
    return nextUs < (heldUs(row) ?? Infinity) ? nextUs : null;
  }),
  /** The service clock: its due instant, NaN without a target. */
  slaDueUs: amount((row) => row.slaDueUs),
  slaRiskUs: event((row) => row.slaRiskUs),
  slaPausedUs: event((row) => row.slaPausedUs),
  slaStoppedUs: event((row) => row.slaStoppedUs),
  /** Until it was first closed. */
  pausedUs: amount((row) => row.pausedUs),
  businessUs: amount((row) => row.businessUs),
  /** Position in `casePii`. */
  pii: column(Uint8Array, ({ pii }) => Math.max(0, casePii.indexOf(pii))),
  touchpoints: column(Uint32Array, (row) => row.touchpoints),
  spans: column(Uint32Array, (row) => row.spans),
  /** Whether the customer was asked again after any contact: an index in the list of `repetition`. */
  repetition: column(Uint8Array, ({ handoffVerdicts: verdicts }) =>
    verdicts.includes("asked-again")
      ? 2
      : Number(verdicts.some((verdict) => verdict !== "unknown")),
  ),
  /** The share of scored handoffs whose context was kept. */
  keptShare: column(Float32Array, (row) =>
    keptShare(row.handoffRows.map(({ context }) => context)),
  ),
  messages: column(Uint32Array, (row) => row.messages),
  /** Input and output of all model calls. */
  tokens: amount(({ inputTokens, outputTokens }) =>
    inputTokens === null && outputTokens === null ? null : (inputTokens ?? 0) + (outputTokens ?? 0),
  ),
  modelCostUsd: amount((row) => row.modelCostUsd),
  slowestCallUs: amount((row) => row.slowestCallUs),
  /** The mean over its model calls. */
  meanCallUs: amount(({ modelUs, modelCalls }) =>
    modelUs === null || modelCalls === 0 ? null : modelUs / modelCalls,
  ),
  firstTokenUs: amount((row) => row.firstTokenUs),
  csat: column(Float32Array, (row) => row.csat ?? NaN),
  badness: column(Float32Array, ({ worstScores }) => {
    const worst = worstOf(worstScores);
    return worst === null ? NaN : badness(worst);
  }),
  /** A hash of the customer's id, for clustered variances. */
  customer: column(Uint32Array, ({ customerId, caseId }) => hashOf(customerId ?? `case ${caseId}`)),
  /** A hash of the case's id, which orders cases that are equal: keys depend on the order of derivation. */
  tie: column(Uint32Array, ({ caseId }) => hashOf(caseId)),
} as const;

/** Columns that follow from the others and `asOf`. */
const computed = {
  /** Position in `outcomes`. */
  outcome: Uint8Array,
  /** The instant at which the outcome or any dimension value may change; Infinity: never again. */
  nextUs: Float64Array,
} as const;

type ArrayOf<Kind> = Kind extends Column<infer Values> ? Values : never;

/** The columns above, and by group of facets the number of the case's combination. */
export type Columns = { readonly capacity: number } & {
  readonly [Name in keyof typeof measured]: ArrayOf<(typeof measured)[Name]>;
} & { readonly [Name in keyof typeof computed]: InstanceType<(typeof computed)[Name]> } & Readonly<
    Record<GroupName, Uint32Array>
  >;

export const flags = {
  present: 1,
  merged: 2,
  spoken: 4,
  closedBySomeone: 8,
  closedBySilence: 16,
  ofCustomer: 32,
  passedOn: 64,
};
/** Three bits above the flags: a position in `proofs`. */
export const proofShift = 7;
export const proofs = ["other", "verified", "confirmed", "judged", "assumed"] as const;

function flagsOf(row: CaseTableRow): number {
  const isClosed = row.closedUs !== null && row.closedFrom !== null;
  const isSilent = isClosed && row.closedFrom === "inferred";
  const proof = Math.max(
    0,
    proofs.findIndex((each) => each === row.evidence),
  );
  return (
    flags.present |
    (row.mergedInto === null ? 0 : flags.merged) |
    (row.hasTranscript ? flags.spoken : 0) |
    (isClosed && !isSilent ? flags.closedBySomeone : 0) |
    (isSilent ? flags.closedBySilence : 0) |
    (row.customerId === null ? 0 : flags.ofCustomer) |
    (row.isPassedOn ? flags.passedOn : 0) |
    (proof << proofShift)
  );
}

function heldUs({ containedUs }: CaseTableRow): number | null {
  return containedUs === null ? null : containedUs + containmentUs;
}

const measuredColumns = Object.entries(measured) as [keyof typeof measured, { of: ValueOf }][];

/** Writes a case's measures. */
export function putMeasured(columns: Columns, row: CaseTableRow): void {
  for (const [name, { of }] of measuredColumns) columns[name][row.key] = of(row);
}

/** Empty columns for keys below `capacity`. */
export function createColumns(capacity: number): Columns {
  const arrays = [
    ...Object.entries(measured).map(([name, { Values }]) => [name, new Values(capacity)] as const),
    ...Object.entries(computed).map(([name, Values]) => [name, new Values(capacity)] as const),
  ];
  return {
    capacity,
    // `Object.fromEntries` loses the type of the names.
    ...(Object.fromEntries(arrays) as Omit<Columns, GroupName | "capacity">),
    ...ofEachGroup(() => new Uint32Array(capacity)),
  };
}

/** Copies the columns to a larger capacity. */
export function growColumns(from: Columns, capacity: number): Columns {
  const to = createColumns(capacity);
  const { capacity: _, ...columns } = to;
  for (const name of Object.keys(columns) as (keyof typeof columns)[]) to[name].set(from[name]);
  return to;
}
