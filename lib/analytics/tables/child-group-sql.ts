import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { promiseStates, promiseStatuses } from "@/lib/domain/case/case-promise";
import { handoffTopics } from "@/lib/domain/case/handoff-packet";
import { personalPlaces, piiKinds } from "@/lib/domain/privacy/personal-values";
import { reviewStates } from "@/lib/domain/quality/disclosure-review";
import { channels } from "@/lib/domain/trace/channel";
import { answerLists } from "../case-table/answers";
import {
  contactLists,
  containmentLists,
  nextChannels,
  returnLists,
} from "../case-table/contact-table";
import { contextLists, handoffLists } from "../case-table/handoff-table";
import { promiseLists } from "../case-table/promise-table";
import { agentsValues } from "../facets/case-facets";
import { outcomeSql } from "./case-group-sql";
import { containmentUs } from "./cases-table";
import { dayUs, define, flag, happened, known, type DimensionContext } from "./group-sql";
import { quote } from "./quote";

const followUs = 7 * dayUs;

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

/** The dimension groups of contacts, handoffs, promises, disclosures and personal values. */
export const childGroups = {
  ...{ contacts, returns, containments, answers, handoffs, contexts },
  ...{ promises, disclosures, pii },
};
