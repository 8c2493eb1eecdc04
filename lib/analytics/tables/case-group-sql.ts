import { slaStates, type SlaState } from "@/lib/domain/case/sla-state";
import { outcomes, type Outcome } from "@/lib/domain/case/outcome";
import { proofs } from "../case-table/columns";
import {
  caseLists,
  clockLists,
  ratingLists,
  recordLists,
  serviceLists,
} from "../facets/case-dimensions";
import { openAges } from "../facets/open-age";
import { dayUs, define, flag, happened, known, type DimensionContext } from "./group-sql";

const outcome = (name: Outcome) => String(outcomes.indexOf(name));
const proof = (name: (typeof proofs)[number]) => String(proofs.indexOf(name));

/** `outcomeAt` of lib/domain/case/outcome.ts; a test keeps them equal. */
export function outcomeSql({ asOfUs }: Pick<DimensionContext, "asOfUs">): string {
  const has = (column: string) => happened(`c.${column}`, asOfUs);
  return `CASE
    WHEN c.is_merged THEN ${outcome("duplicate")}
    WHEN NOT c.is_spoken AND c.closed_by <> 1 THEN ${outcome("unknown")}
    WHEN ${has("reopened_us")} OR ${has("repeat_us")} THEN ${outcome("reopened")}
    WHEN c.mature_us IS NULL OR NOT ${has("mature_us")} THEN ${outcome("in_progress")}
    WHEN c.is_passed_on AND c.closed_by <> 1 THEN ${outcome("passed_on")}
    WHEN c.closed_by = 0 OR c.closed_us IS NULL OR NOT ${has("closed_us")} THEN ${outcome("unresolved")}
    WHEN c.proof = ${proof("verified")} THEN ${outcome("resolved_verified")}
    WHEN c.proof = ${proof("confirmed")} THEN ${outcome("resolved_confirmed")}
    WHEN c.proof = ${proof("judged")} THEN ${outcome("closed_likely")}
    WHEN c.closed_by = 1 THEN ${outcome("closed_unproven")}
    WHEN c.proof = ${proof("assumed")} THEN ${outcome("fell_quiet")}
    ELSE ${outcome("unresolved")} END`;
}

function slaSql({ asOfUs }: DimensionContext): string {
  const state = (name: SlaState) => String(slaStates.indexOf(name));
  const has = (column: string) => happened(`c.${column}`, asOfUs);
  return `CASE
    WHEN c.sla_due_us IS NULL THEN ${state("none")}
    WHEN ${has("sla_stopped_us")} THEN
      CASE WHEN c.sla_due_us < c.sla_stopped_us THEN ${state("breached")} ELSE ${state("met")} END
    WHEN ${has("sla_paused_us")} THEN
      CASE WHEN c.sla_due_us < c.sla_paused_us THEN ${state("overdue")} ELSE ${state("paused")} END
    WHEN c.sla_due_us < ${String(asOfUs)} THEN ${state("overdue")}
    WHEN ${has("sla_risk_us")} THEN ${state("risk")}
    ELSE ${state("open")} END`;
}

const ageDays = [1, 3, 7, 14, 30];

/** Silence closes nothing here. */
function openAgeSql({ asOfUs }: DimensionContext): string {
  const age = (name: (typeof openAges)[number]) => String(openAges.indexOf(name));
  const bands = ageDays.map(
    (days, at) =>
      `WHEN ${String(asOfUs)} - c.opened_us < ${String(days * dayUs)} THEN ${String(at + 1)}`,
  );
  return `CASE
    WHEN ${happened("c.reopened_us", asOfUs)} THEN ${age("unknown")}
    WHEN c.closed_by = 1 AND ${happened("c.closed_us", asOfUs)} THEN ${age("closed")}
    WHEN c.opened_us IS NULL THEN ${age("unknown")}
    ${bands.join(" ")}
    ELSE ${age("older")} END`;
}

/** Of a first contact served by AI alone: whether the customer was back within 72 hours. */
function caseContainmentSql({ asOfUs }: DimensionContext): string {
  return `CASE
    WHEN c.held_us IS NULL THEN 0
    WHEN c.held_us > ${String(asOfUs)} THEN 1
    WHEN ${happened("c.back_us", asOfUs)} THEN 3
    ELSE 2 END`;
}

const contactsSql = "least(2, c.touchpoints)";
const closedSql = ({ asOfUs }: DimensionContext) =>
  `CASE WHEN ${happened("c.closed_us", asOfUs)} THEN c.closed_by ELSE 0 END`;
const reopenedSql = ({ asOfUs }: DimensionContext) => flag(happened("c.reopened_us", asOfUs));
const hasCustomerSql = flag("c.is_of_customer");

const cases = define(caseLists, (context) => ({
  outcome: outcomeSql(context),
  proof: "c.proof",
  closed: closedSql(context),
  isReopened: reopenedSql(context),
  isRepeated: flag(happened("c.repeat_us", context.asOfUs)),
  isOldEnough: flag(happened("c.mature_us", context.asOfUs)),
  contacts: contactsSql,
  channels: "c.channels",
  hasCustomer: hasCustomerSql,
  isPaused: flag("c.paused_us > 0"),
  isTimed: flag(`${happened("c.closed_us", context.asOfUs)} AND c.opened_us IS NOT NULL`),
}));

const services = define(serviceLists, (context) => ({
  outcome: outcomeSql(context),
  agents: "c.agents",
  contacts: contactsSql,
  repetition: "c.repetition",
  isCompletedByPerson: flag("c.is_completed_by_person"),
  isEscalated: flag("c.is_escalated"),
  containment: caseContainmentSql(context),
}));

const ratings = define(ratingLists, (context) => ({
  outcome: outcomeSql(context),
  closed: closedSql(context),
  contacts: contactsSql,
  rating: "CASE WHEN c.csat >= 4 THEN 2 WHEN c.csat < 4 THEN 1 ELSE 0 END",
  last: "c.last",
  prediction: "c.prediction",
}));

const clocks = define(clockLists, (context) => ({
  outcome: outcomeSql(context),
  sla: slaSql(context),
  openAge: openAgeSql(context),
}));

const records = define(recordLists, (context) => ({
  outcome: outcomeSql(context),
  closed: closedSql(context),
  isReopened: reopenedSql(context),
  agents: "c.agents",
  hasWords: flag("c.is_spoken"),
  hasCustomer: hasCustomerSql,
  hasKind: known("c.kind"),
  hasTokens: known("c.tokens"),
  hasModelCost: known("c.model_cost_usd"),
  hasModelTime: known("c.slowest_call_us"),
  hasFirstToken: known("c.first_token_us"),
  pii: "c.pii",
}));

/** The dimension groups of cases. */
export const caseGroups = { cases, services, ratings, clocks, records };
