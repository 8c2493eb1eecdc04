import { hasContactBetween } from "@/lib/domain/case/contact-between";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { isResolved, type Outcome } from "@/lib/domain/case/outcome";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type {
  AttemptView,
  ChannelLane,
  CustomerCaseView,
  CustomerPageModel,
  IssueView,
} from "./customer-page-model";
import { caseTopicOrUnknown } from "@/lib/pages/case/title/case-topic";
import { closedSentence } from "@/lib/pages/case/title/closed-sentence";
import { formatDuration, formatInstant } from "@/lib/format/format";
import { channelWords, outcomeWords, slugWords } from "@/lib/format/wording";
import { lanes as laneWords, recurringIssues, title } from "./words";

/** A customer's stored case with its outcome at `asOf`. */
export type CustomerCaseInput = Pick<
  CaseRow,
  | "caseId"
  | "caseType"
  | "intent"
  | "inferredIntent"
  | "openedUs"
  | "lastContactUs"
  | "closedUs"
  | "closedFrom"
  | "closureMethod"
  | "touchpoints"
> & {
  readonly reopenedUs: number | null;
  readonly repeatUs: number | null;
  readonly closureBecause: string;
  readonly outcome: Outcome;
  readonly contacts: readonly {
    readonly channel: Channel;
    readonly startUs: number;
    readonly isTouchpoint: boolean;
    readonly agentKinds: readonly AgentKind[];
  }[];
};

type CustomerInput = {
  readonly customerId: string;
  /** Latest first. */
  readonly cases: readonly CustomerCaseInput[];
  readonly total: number;
};

/**
 * Prepares a customer's history: every case on one axis, and recurring issues.
 * @param asOfUs microseconds since 1970
 */
export function prepareCustomerPage(input: CustomerInput, asOfUs: number): CustomerPageModel {
  const { customerId, cases, total } = input;
  const instants = cases.flatMap(instantsOf);
  const firstUs = instants.length === 0 ? null : Math.min(...instants);
  const lastUs = instants.length === 0 ? null : Math.max(...instants);
  const axis = { firstUs: firstUs ?? 0, lengthUs: (lastUs ?? 0) - (firstUs ?? 0) };
  const issues = issuesOf(cases, asOfUs);
  const lanes = lanesOf(cases, axis);
  return {
    customerId,
    title: titleOf(total, cases, issues),
    asOfUs,
    total,
    touchpoints: cases.reduce((sum, { touchpoints }) => sum + touchpoints, 0),
    firstUs,
    lastUs,
    lanes,
    lanesWords: lanes
      .map(({ channel, contacts }) => laneWords.count(contacts.length, channelWords[channel]))
      .join(", "),
    cases: cases.map((each) => caseView(each, axis)),
    issues,
  };
}

function instantsOf({ openedUs, lastContactUs, contacts }: CustomerCaseInput): number[] {
  const instants = [openedUs, lastContactUs, ...contacts.map(({ startUs }) => startUs)];
  return instants.filter((instant) => instant !== null);
}

function titleOf(
  total: number,
  cases: readonly CustomerCaseInput[],
  issues: readonly IssueView[],
): string {
  const judged = cases.filter(({ outcome }) => isResolved(outcome) !== null);
  const resolved = judged.filter(({ outcome }) => isResolved(outcome) === true).length;
  const proof =
    judged.length === 0
      ? title.noneJudged
      : !judged.some(isEndKnown)
        ? title.endsUnknown(total)
        : total === 1
          ? title.onlyCase(resolved > 0)
          : title.resolved(resolved, judged.length);
  const [most] = issues;
  const recurring = most === undefined ? "" : title.recurring(most.about, most.attempts.length);
  return title.of(total, proof, recurring);
}

/** Whether something shows how a case ended, be it well or not, as the metric `end_known_share` has it without ratings. */
function isEndKnown({ outcome, closedFrom }: CustomerCaseInput): boolean {
  if (outcome === "fell_quiet") return false;
  return outcome !== "closed_likely" || (closedFrom !== null && closedFrom !== "inferred");
}

type Axis = { readonly firstUs: number; readonly lengthUs: number };

function caseView(each: CustomerCaseInput, { firstUs, lengthUs }: Axis): CustomerCaseView {
  const { caseId, outcome, openedUs, contacts } = each;
  const shareOf = (us: number) => (lengthUs === 0 ? 0 : us / lengthUs);
  const instants = instantsOf(each);
  const from = Math.min(...instants);
  const bar = { left: shareOf(from - firstUs), width: shareOf(Math.max(...instants) - from) };
  const touchpoints = contacts.filter(({ isTouchpoint }) => isTouchpoint);
  return {
    caseId,
    about: caseTopicOrUnknown(each),
    outcome,
    openedUs,
    journey: touchpoints.map(({ channel, agentKinds }) => ({ channel, agentKinds })),
    bar: instants.length === 0 ? null : bar,
    contacts: contacts.map(({ channel, startUs }) => ({
      channel,
      left: shareOf(startUs - firstUs),
      label: `${channelWords[channel]}, ${formatInstant(startUs, "minute")}`,
    })),
  };
}

function lanesOf(cases: readonly CustomerCaseInput[], { firstUs, lengthUs }: Axis): ChannelLane[] {
  const all = cases.flatMap(({ caseId, contacts: own }) =>
    own.map((contact) => ({ ...contact, caseId })),
  );
  return channels.flatMap((channel) => {
    const contacts = all
      .filter((contact) => contact.channel === channel)
      .map(({ startUs, agentKinds, caseId }) => ({
        left: lengthUs === 0 ? 0 : (startUs - firstUs) / lengthUs,
        kind: agentKinds.includes("human") ? ("human" as const) : (agentKinds[0] ?? "unknown"),
        label: `${channelWords[channel]}, ${formatInstant(startUs, "minute")}, ${caseId}`,
      }));
    return contacts.length === 0 ? [] : [{ channel, contacts }];
  });
}

/** Cases without a declared issue are grouped by the inferred one. */
function issueOf({ intent, caseType, inferredIntent }: CustomerCaseInput): string | null {
  const slug = intent ?? caseType ?? inferredIntent;
  return slug === null ? null : slugWords(slug);
}

function issuesOf(cases: readonly CustomerCaseInput[], asOfUs: number): IssueView[] {
  const groups = new Map<string, CustomerCaseInput[]>();
  for (const each of cases.toReversed()) {
    const about = issueOf(each);
    if (about === null || each.outcome === "duplicate") continue;
    const group = groups.get(about);
    if (group === undefined) groups.set(about, [each]);
    else group.push(each);
  }
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .sort(([, left], [, right]) => right.length - left.length)
    .map(([about, group]) => ({
      about,
      attempts: group.map((each) => attemptOf(each, cases, asOfUs)),
    }));
}

function attemptOf(
  each: CustomerCaseInput,
  cases: readonly CustomerCaseInput[],
  asOfUs: number,
): AttemptView {
  const { caseId, openedUs, closedFrom, closedUs, closureMethod, closureBecause } = each;
  const isClosed = closedUs !== null && closedFrom !== null && closedUs <= asOfUs;
  const closing = isClosed ? { atUs: closedUs, from: closedFrom } : null;
  const tried = closedSentence(closing, closureMethod);
  return { caseId, openedUs, tried, because: closureBecause, held: heldOf(each, cases, asOfUs) };
}

function heldOf(
  each: CustomerCaseInput,
  cases: readonly CustomerCaseInput[],
  asOfUs: number,
): AttemptView["held"] {
  const { outcome, closedUs, closedFrom, lastContactUs, repeatUs, reopenedUs } = each;
  const backs = [repeatUs, reopenedUs].filter((us) => us !== null).filter((us) => us <= asOfUs);
  if (outcome === "reopened" && backs.length > 0) {
    const backUs = Math.min(...backs);
    const statedUs = closedFrom === "inferred" ? null : closedUs;
    const endUs = [statedUs, lastContactUs].find((us) => us !== null && us <= backUs) ?? null;
    const isSure = endUs !== null && !hasContactBetween(cases, each.caseId, endUs, backUs);
    const { cameBack, cameBackAfter } = recurringIssues;
    const label = isSure ? cameBackAfter(formatDuration(backUs - endUs)) : cameBack;
    return { tone: "fail", label };
  }
  if (isResolved(outcome) === true) return { tone: "pass", label: recurringIssues.held };
  const { tone, label } = outcomeWords[outcome];
  return { tone, label };
}
