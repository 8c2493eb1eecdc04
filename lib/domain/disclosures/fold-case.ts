import {
  disclosureStatuses,
  summaryOfStatus,
  type CaseDisclosure,
  type ContactDisclosures,
  type DisclosureStatus,
} from "../case/case-disclosure";
import { channels, type Channel } from "../trace/channel";
import type { DisclosureRule, RuleScope } from "./rule";

/** What became of a rule in a whole case; `given_on_some`: given on some of its channels, missing on others. */
export const caseDisclosureStates = ["given_on_some", ...disclosureStatuses] as const;
export type CaseDisclosureState = (typeof caseDisclosureStates)[number];

/** What became of a rule in one contact, after `findDisclosures` has applied its scope. */
export type ContactFinding = Pick<CaseDisclosure, "interaction" | "status"> & {
  readonly channel: Channel;
};

/** A case's verdict, with its channels in the order of `channels`. */
export type CaseDisclosureVerdict = {
  readonly state: CaseDisclosureState;
  /** With a contact in which it was given in time. */
  readonly channelsGiven: readonly Channel[];
  /** With a contact in which it was said too late or in the wrong order. */
  readonly channelsLate: readonly Channel[];
  /** With a contact in which it was not said as it must be. */
  readonly channelsMissing: readonly Channel[];
  readonly channelsNotEvaluable: readonly Channel[];
  /** The first contact that has the state's finding; null if nothing is required. */
  readonly decidedBy: number | null;
};

const late = statusesOf("late");
const notGivenStatuses = statusesOf("missing");
const unread = statusesOf("unread");
/** All but those of what was given or is not required. */
export const worstFirst = [...notGivenStatuses, ...late, ...unread];
/** Due once for several contacts: the best that was reached decides, unless a contact could not be read. */
const bestFirst = [
  ...statusesOf("given"),
  ...late.toReversed(),
  ...notGivenStatuses.toReversed(),
  ...unread,
];

/** The statuses with a summary, worst first. */
function statusesOf(summary: ContactDisclosures): readonly DisclosureStatus[] {
  return disclosureStatuses.filter((status) => summaryOfStatus[status] === summary).toReversed();
}

/**
 * Folds what became of a rule in the contacts of a case into the case's verdict. The order of the findings does not
 * matter. Where each contact has to give it, `given` is said only if all that require it did.
 */
export function foldCase(
  { scope }: Pick<DisclosureRule, "scope">,
  findings: readonly ContactFinding[],
): CaseDisclosureVerdict {
  const channelsWith = (statuses: readonly DisclosureStatus[]): readonly Channel[] =>
    channels.filter((channel) =>
      findings.some((each) => each.channel === channel && statuses.includes(each.status)),
    );
  const channelsGiven = channelsWith(["given"]);
  const channelsMissing = channelsWith(notGivenStatuses);
  const isOnSome =
    channelsGiven.length > 0 && channelsMissing.some((each) => !channelsGiven.includes(each));
  const state =
    isOnSome && !isOnce(scope)
      ? "given_on_some"
      : stateOf(scope, new Set(findings.map(({ status }) => status)));
  const deciding = state === "given_on_some" ? notGivenStatuses : [state];
  const decided = findings.filter(({ status }) => deciding.includes(status));
  return {
    state,
    channelsGiven,
    channelsLate: channelsWith(late),
    channelsMissing,
    channelsNotEvaluable: channelsWith(["not_evaluable"]),
    decidedBy:
      state === "not_required" ? null : Math.min(...decided.map(({ interaction }) => interaction)),
  };
}

function isOnce(scope: RuleScope): boolean {
  return scope === "once_per_case" || scope === "once_per_customer";
}

function stateOf(scope: RuleScope, statuses: ReadonlySet<DisclosureStatus>): DisclosureStatus {
  const order = isOnce(scope) ? bestFirst : [...worstFirst, ...statusesOf("given")];
  return order.find((status) => statuses.has(status)) ?? "not_required";
}
