import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { promiseStates, promiseStatuses } from "@/lib/domain/case/case-promise";
import { slaStates, type SlaState } from "@/lib/domain/case/sla-state";
import { outcomes, type Outcome } from "@/lib/domain/case/outcome";
import { handoffTopics } from "@/lib/domain/case/handoff-packet";
import { personalPlaces, piiKinds } from "@/lib/domain/privacy/personal-values";
import { reviewStates } from "@/lib/domain/quality/disclosure-review";
import { channels } from "@/lib/domain/trace/channel";
import { answerLists } from "../case-table/answers";
import { proofs } from "../case-table/columns";
import {
  contactLists,
  containmentLists,
  nextChannels,
  returnLists,
} from "../case-table/contact-table";
import { contextLists, handoffLists } from "../case-table/handoff-table";
import { promiseLists } from "../case-table/promise-table";
import {
  caseLists,
  clockLists,
  ratingLists,
  recordLists,
  serviceLists,
} from "../facets/case-dimensions";
import { agentsValues } from "../facets/case-facets";
import { entityOf, type Counted, type EntityDimensions } from "../facets/dimension-groups";
import { openAges } from "../facets/open-age";
import { containmentUs } from "./cases-table";
import { quote } from "./quote";

/** What dimension values depend on beside the rows. */
export type DimensionContext = {
  /** Microseconds since 1970. */
  readonly asOfUs: number;
  /** Case types excluded from first-contact resolution, as addresses name them. */
  readonly laterTypes: readonly string[];
};

const hoursUs = 3_600_000_000;
const dayUs = 24 * hoursUs;
const followUs = 7 * dayUs;

/** By dimension, its values in the order of their positions. */
type ValueLists = Readonly<Record<string, readonly unknown[]>>;

/** SQL of each dimension's position in its list, over a row of its table; `c` is its case. */
type Positions<Lists> = Readonly<Record<keyof Lists, string>>;

type GroupSql<Lists extends ValueLists> = {
  readonly lists: Lists;
  /** A dimension without a list of values: its column. */
  readonly named: string | null;
  readonly positions: (context: DimensionContext) => Positions<Lists>;
};

const define = <const Lists extends ValueLists>(
  lists: Lists,
  positions: (context: DimensionContext) => Positions<Lists>,
  named: string | null = null,
): GroupSql<Lists> => ({ lists, positions, named });

const flag = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
const known = (column: string) => flag(`${column} IS NOT NULL`);
const happened = (column: string, asOfUs: number) => `${column} <= ${String(asOfUs)}`;

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

const contacts = define(contactLists, () => ({
  channel: "t.channel",
  agents: "t.agents",
  initiator: "t.initiator",
  score: "t.score",
  persona: "t.persona_band",
  isTransferred: flag("t.is_transferred"),
  isAnswered: known("t.answer_us"),
  isAnsweredByPerson: known("t.human_answer_us"),
  notes: "t.notes",
}));

const never = "9e18";
const nextSql = `coalesce(t.next_us, ${never})`;
const repeatSql = `coalesce(c.repeat_us, ${never})`;
/** The customer's next contact, in this case or another. */
const backSql = `least(${nextSql}, ${repeatSql})`;

/** How many of 24 hours, 72 hours and seven days a time reaches. */
const lengthSql = (us: string) =>
  `(${[dayUs, containmentUs, followUs].map((most) => flag(`${us} >= ${String(most)}`)).join(" + ")})`;

/** Early until a time is over, whether or not the customer is back: 0; then 1 where they were not, and else 2. */
const stateSql = (untilSql: string, back: string, { asOfUs }: DimensionContext) =>
  `CASE WHEN ${untilSql} > ${String(asOfUs)} THEN 0 WHEN ${back} < ${untilSql} THEN 2 ELSE 1 END`;

const isContainedSql = `t.agents = ${String(agentsValues.indexOf("ai"))} AND NOT t.is_transferred`;
const containmentSql = (context: DimensionContext) =>
  `CASE WHEN ${isContainedSql}
    THEN 1 + ${stateSql(`t.end_us + ${String(containmentUs)}`, backSql, context)} ELSE 0 END`;

const returns = define(returnLists, (context) => ({
  channel: "t.channel",
  isFirst: flag("t.is_first"),
  isLast: flag("t.is_last"),
  followed: `CASE WHEN ${backSql} > ${String(context.asOfUs)} THEN 0
    ELSE 3 - ${lengthSql(`${backSql} - t.end_us`)} END`,
  passed: lengthSql(`${String(context.asOfUs)} - t.end_us`),
  onChannel: `CASE WHEN t.is_later THEN 0
    ELSE 1 + ${stateSql(`t.end_us + ${String(followUs)}`, `coalesce(t.again_us, ${never})`, context)} END`,
  isAtOnce: flag(isAtOnceSql(context)),
  outcome: outcomeSql(context),
}));

function isAtOnceSql({ laterTypes }: DimensionContext): string {
  if (laterTypes.length === 0) return "true";
  return `coalesce(c.kind NOT IN (${laterTypes.map(quote).join(", ")}), true)`;
}

const containments = define(containmentLists, (context) => ({
  agents: "t.agents",
  initiator: "t.initiator",
  containment: containmentSql(context),
  back: `CASE WHEN ${containmentSql(context)} <> 3 THEN 0
    WHEN ${repeatSql} < ${nextSql} THEN ${String(nextChannels.length - 1)}
    ELSE 1 + coalesce(t.next_channel, 0) END`,
}));

const answers = define(answerLists, () => ({
  agents: "t.agents",
  grounded: "t.grounded",
  faithful: "t.faithful",
  mood: "t.mood",
  tone: "t.tone",
  disclosures: "t.disclosures",
  escalation: "t.escalation",
  falseSuccess: "t.false_success",
}));

const handoffs = define(handoffLists, () => ({
  kind: "t.kind",
  from: "t.from_channel",
  to: "t.to_channel",
  fromKind: "t.from_kind",
  toKind: "t.to_kind",
  initiator: "t.initiator",
}));

const factFate = (name: (typeof contextLists.facts)[number]) =>
  String(contextLists.facts.indexOf(name));

const contexts = define(contextLists, () => ({
  verdict: "t.verdict",
  facts: `CASE WHEN t.broken > 0 THEN ${factFate("broken")}
    WHEN t.carried = 0 THEN ${factFate("none")}
    WHEN t.repeated > 0 THEN ${factFate("repeated")}
    ELSE ${factFate("carried")} END`,
  packet: "t.packet",
  isComplete: flag(`t.topics = ${String(2 ** handoffTopics.length - 1)}`),
}));

/** `promiseStateAt` of lib/domain/case/case-promise.ts; a test keeps them equal. */
function promiseStateSql({ asOfUs }: DimensionContext): string {
  const open = String(promiseStates.indexOf("open"));
  const unknown = String(promiseStatuses.indexOf("unknown"));
  const isSettled = happened("t.settled_us", asOfUs);
  return `CASE
    WHEN ${isSettled} AND t.status <> ${unknown} THEN t.settled_state
    WHEN t.due_us > ${String(asOfUs)} THEN ${open}
    WHEN ${isSettled} THEN ${String(promiseStates.indexOf("unknown"))}
    WHEN t.due_us IS NULL THEN ${open}
    ELSE t.late_state END`;
}

const promises = define(promiseLists, (context) => ({
  channel: "t.channel",
  by: "t.by_kind",
  kind: "t.kind",
  state: promiseStateSql(context),
  due: `CASE WHEN t.due_us IS NULL THEN 0 WHEN ${happened("t.due_us", context.asOfUs)} THEN 2 ELSE 1 END`,
  reception: "t.reception",
  receivedOn: "t.received_on",
}));

const disclosures = define(
  { channel: channels, status: requiredStatuses, agents: agentsValues, review: reviewStates },
  () => ({
    channel: "t.channel",
    status: "t.status",
    agents: "t.agents",
    review: "t.review",
  }),
  "rule",
);

const pii = define(
  {
    isLeaked: [false, true],
    type: piiKinds,
    place: personalPlaces,
    channel: channels,
    isSpansFirst: [false, true],
  },
  () => ({
    isLeaked: flag("t.is_leaked"),
    type: "t.type",
    place: "t.place",
    channel: "t.channel",
    isSpansFirst: flag("t.is_spans_first"),
  }),
  "source",
);

const groups = {
  ...{ cases, services, ratings, clocks, records, contacts, returns, containments, answers },
  ...{ handoffs, contexts, promises, disclosures, pii },
} as const satisfies Readonly<Record<Counted, unknown>>;

/**
 * SQL of a row's combination of a dimension group's values, as one number: the positions as the digits of a mixed
 * radix. `t` is the row, `c` its case.
 */
export function codeSql(thing: Counted, context: DimensionContext): string {
  const { lists, positions }: GroupSql<ValueLists> = groups[thing];
  const own = positions(context);
  return Object.entries(lists).reduce(
    (code, [name, list]) => `(${code} * ${String(list.length)} + ${own[name] ?? "0"})`,
    "0",
  );
}

/** The column of a group's dimension that has no list of values; NULL where each has one. */
export function nameSql(thing: Counted): string {
  const { named } = groups[thing];
  return named === null ? "NULL" : `t.${named}`;
}

/** The values that a combination's number stands for. @param name of the dimension without a list, where there is one */
export function decodeCode<Thing extends Counted>(
  thing: Thing,
  code: number,
  name: string | null,
): EntityDimensions[Thing] {
  const { lists, named }: GroupSql<ValueLists> = groups[thing];
  const values: Record<string, unknown> = {};
  let rest = code;
  for (const [dimension, list] of Object.entries(lists).toReversed()) {
    values[dimension] = list[rest % list.length];
    rest = Math.floor(rest / list.length);
  }
  if (named !== null) values[named] = name;
  // `Object.entries` loses the types of the values by name.
  return values as EntityDimensions[Thing];
}

/** The rows of a dimension group's table, `t`, each with its case, `c`. */
export function fromSql(thing: Counted): string {
  const entity = entityOf[thing];
  return entity === "cases" ? "cases c" : `${entity} t JOIN cases c ON c.key = t.case_key`;
}
