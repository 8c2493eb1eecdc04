import { casePii } from "@/lib/domain/case/case-pii";
import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import type { CaseTableRow } from "../case-table/case-table-row";
import { proofs } from "../case-table/columns";
import { addressName } from "../case-table/address-name";
import { hashOf } from "../case-table/hash-of";
import { predictions } from "../facets/case-dimensions";
import { agentsValues, lastValues, MISSING, riskValues } from "../facets/case-facets";
import { agentsOf, lastOf, typeOf } from "../facets/facet-values";
import { keptShare } from "../rows/context-kept";
import { badness, worstOf } from "../rows/worst-scores";
import {
  boolean,
  double,
  defineTable,
  integer,
  microseconds,
  position,
  real,
  text,
  texts,
} from "./table";

/** A case as the analytic tables take it. */
export type AnalyticCase = CaseTableRow & {
  readonly caseId: string;
  /** The store's sequence at its last write. */
  readonly changed: number;
};

const hoursUs = 3_600_000_000;
/** A contact served by AI alone counts as contained if no other follows within 72 hours. */
export const containmentUs = 72 * hoursUs;

/** One row per case. Positions are those of the lists of `dimension-sql.ts`; instants that never come are NULL. */
export const casesTable = defineTable<AnalyticCase>("cases", {
  key: integer(({ key }) => key),
  case_id: text(({ caseId }) => caseId),
  changed: double(({ changed }) => changed),
  region: text(({ region }) => region),
  teams: texts(({ teams }) => teams),
  /** A hash of the customer's id, for variances clustered by customer. */
  customer: double(({ customerId, key }) => hashOf(customerId ?? `case ${String(key)}`)),
  opened_us: microseconds(({ openedUs }) => openedUs),
  last_contact_us: microseconds(({ lastContactUs }) => lastContactUs),
  closed_us: microseconds(({ closedUs }) => closedUs),
  reopened_us: microseconds(({ reopenedUs }) => reopenedUs),
  repeat_us: microseconds(({ repeatUs }) => repeatUs),
  mature_us: microseconds(({ matureUs }) => matureUs),
  /** When a first contact served by AI alone counts as contained. */
  held_us: microseconds(heldUs),
  /** When the customer was back before that. */
  back_us: microseconds(backUs),
  sla_due_us: microseconds(({ slaDueUs }) => slaDueUs),
  sla_risk_us: microseconds(({ slaRiskUs }) => slaRiskUs),
  sla_paused_us: microseconds(({ slaPausedUs }) => slaPausedUs),
  sla_stopped_us: microseconds(({ slaStoppedUs }) => slaStoppedUs),
  /** Until it was first closed. */
  paused_us: microseconds(({ pausedUs }) => pausedUs),
  business_us: microseconds(({ businessUs }) => businessUs),
  is_merged: boolean(({ mergedInto }) => mergedInto !== null),
  is_spoken: boolean(({ hasTranscript }) => hasTranscript),
  is_of_customer: boolean(({ customerId }) => customerId !== null),
  is_passed_on: boolean(({ isPassedOn }) => isPassedOn),
  /** Who closed it, in the order of the list `closed`. */
  closed_by: position(({ closedUs, closedFrom }) =>
    closedUs === null || closedFrom === null ? 0 : closedFrom === "inferred" ? 2 : 1,
  ),
  proof: position(({ evidence }) =>
    Math.max(
      0,
      proofs.findIndex((each) => each === evidence),
    ),
  ),
  /** Its type or else its intent; NULL where neither is known. */
  kind: text((row) => nullIfMissing(addressName(typeOf(row)))),
  risk: position(({ risk }) => (risk === null ? null : riskValues.indexOf(risk))),
  agents: position((row) => agentsValues.findIndex((each) => each === agentsOf(row))),
  last: position((row) => lastValues.indexOf(lastOf(row))),
  prediction: position(({ contactRows }) => predictionOf(contactRows.at(-1))),
  is_completed_by_person: boolean(({ contactRows }) => {
    const agents = contactRows.at(-1)?.agents;
    return agents === "human" || agents === "both";
  }),
  is_escalated: boolean(({ handoffKinds }) => handoffKinds.includes("ai-to-human")),
  /** Whether the customer was asked again after any contact, in the order of the list `repetition`. */
  repetition: position(({ handoffVerdicts: verdicts }) =>
    verdicts.includes("asked-again")
      ? 2
      : Number(verdicts.some((verdict) => verdict !== "unknown")),
  ),
  pii: position(({ pii }) => Math.max(0, casePii.indexOf(pii))),
  channels: position(({ channels }) => Math.min(2, new Set(channels).size)),
  touchpoints: integer(({ touchpoints }) => touchpoints),
  messages: integer(({ messages }) => messages),
  spans: integer(({ spans }) => spans),
  /** Input and output of all model calls. */
  tokens: double(({ inputTokens, outputTokens }) =>
    inputTokens === null && outputTokens === null ? null : (inputTokens ?? 0) + (outputTokens ?? 0),
  ),
  model_cost_usd: double(({ modelCostUsd }) => modelCostUsd),
  slowest_call_us: microseconds(({ slowestCallUs }) => slowestCallUs),
  /** The mean over its model calls. */
  mean_call_us: microseconds(({ modelUs, modelCalls }) =>
    modelUs === null || modelCalls === 0 ? null : modelUs / modelCalls,
  ),
  first_token_us: microseconds(({ firstTokenUs }) => firstTokenUs),
  csat: real(({ csat }) => csat),
  badness: real(({ worstScores }) => {
    const worst = worstOf(worstScores);
    return worst === null ? null : badness(worst);
  }),
  /** The share of scored handoffs whose context was kept. */
  kept_share: real(({ handoffRows }) => {
    const share = keptShare(handoffRows.map(({ context }) => context));
    return Number.isNaN(share) ? null : share;
  }),
});

function heldUs({ containedUs }: CaseTableRow): number | null {
  return containedUs === null ? null : containedUs + containmentUs;
}

function backUs(row: CaseTableRow): number | null {
  const nextUs = Math.min(row.secondContactUs ?? Infinity, row.repeatUs ?? Infinity);
  return nextUs < (heldUs(row) ?? Infinity) ? nextUs : null;
}

function nullIfMissing(name: string): string | null {
  return name === MISSING ? null : name;
}

/** Thresholds of a resolved contact, a frustrated customer and an AI agent that was not impolite. */
const resolvedFrom = bandLimits("conversation_resolution").high;
const frustratedFrom = bandLimits("customer_sentiment").high;
const politeFrom = bandLimits("tone").low;

/** A position in `predictions`, from the scores of the last contact. A person's tone is not judged. */
function predictionOf(last: CaseTableRow["contactRows"][number] | undefined): number {
  const { resolution = null, frustration = null, politeness = null } = last ?? {};
  if (resolution === null || frustration === null) return predictions.indexOf("unknown");
  const isImpolite = politeness !== null && politeness < politeFrom;
  const isGood = resolution >= resolvedFrom && frustration < frustratedFrom && !isImpolite;
  return predictions.indexOf(isGood ? "good" : "poor");
}
