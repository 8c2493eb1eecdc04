import {
  countQueue,
  dueStates,
  waitingStates,
  type DueState,
  type QueueChoice,
  type QueueGroup,
  type WaitingState,
} from "@/lib/analytics/disclosures/review-queue";
import { severities } from "@/lib/domain/disclosures/severity";
import type { DisclosureReview } from "@/lib/domain/quality/disclosure-review";
import type { ReviewSample } from "@/lib/domain/quality/review-sample";
import { paginate } from "@/lib/format/address/paginate";
import { disclosureStatusWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { formatCount, formatCounted, formatInstant } from "@/lib/format/format";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { FindingLine } from "../disclosures-model";
import type { AlikeFindings, FindingSource, ListedFinding } from "../finding-facts";
import { findingLines, findingSteps } from "../prepare-findings";
import { preparePanel } from "../prepare-panel";
import { secondReviewHref } from "../samples/url";
import type { FindingPlace } from "../url";
import type { QueueModel } from "./queue-model";
import { queueHref, type QueueQuery } from "./url";

/** When a finding of a rule that waits is due whose contact began at an instant. */
export type DueOf = (rule: string, state: WaitingState, atUs: number) => number;

/** A sample with findings that somebody can review a second time. */
export type SecondWait = Pick<ReviewSample, "id"> & { readonly findings: number };

/** The queue's data. */
export type QueueFacts = {
  readonly asOfUs: number;
  readonly isWorkspaceEmpty: boolean;
  readonly findings: readonly ListedFinding[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly groups: readonly QueueGroup[];
  readonly dueUs: DueOf;
  readonly source: FindingSource | null;
  readonly alike: AlikeFindings | null;
  /** By sample. */
  readonly seconds: readonly SecondWait[];
  /** Null: the viewer may not see them. */
  readonly detached: {
    readonly total: number;
    readonly latest: readonly DisclosureReview[];
  } | null;
  /** Account names by public id. */
  readonly names: ReadonlyMap<string, string>;
};

const dayUs = 86_400_000_000;

/** Prepares a reviewer's queue. */
export function prepareQueue(query: QueueQuery, facts: QueueFacts): QueueModel {
  const { asOfUs, isWorkspaceEmpty, findings, source, page, pageSize, total } = facts;
  const hrefOf = (finding: FindingPlace) => queueHref({ ...query, finding });
  const hrefWith = (change: Partial<QueueQuery>) =>
    queueHref({ ...query, page: 1, finding: null, ...change });
  const valueOf = ({ rule, review, atUs }: Pick<ListedFinding, "rule" | "review" | "atUs">) =>
    facts.dueUs(rule, waitingStates.find((each) => each === review) ?? "open", atUs);
  return {
    ...{ query, asOfUs, isWorkspaceEmpty },
    title: titleOf(
      total,
      countQueue(
        facts.groups.filter(({ due }) => due === "overdue"),
        choiceOf(query),
      ),
    ),
    filters: filtersOf(query, facts, hrefWith),
    lines: findingLines(findings, source, hrefOf, (finding) => dueOf(valueOf(finding), asOfUs)),
    pagination: paginate({ page, pageSize, total }, (next) =>
      queueHref({ ...query, page: next, finding: null }),
    ),
    panel:
      source === null
        ? null
        : preparePanel(
            source,
            findingSteps(findings, source, { hrefOf, valueOf }),
            facts.names,
            facts.alike,
          ),
    seconds: facts.seconds.map(({ id, findings }) => ({
      href: secondReviewHref(id),
      words: `${formatCounted(findings, "finding")} of sample ${String(id)} ${findings === 1 ? "waits" : "wait"} for a second review`,
    })),
    detached: detachedOf(facts),
    foot: "Due so many business days (Monday to Friday, UTC) after the contact began as Settings say for the rule’s severity; an escalated one is due at once. The queue is everybody’s: nothing is reserved, and of two decisions on one finding the later is refused. What you asked others about waits for them.",
  };
}

function choiceOf({ waits, rule, severity, due, asker }: QueueQuery): QueueChoice {
  return { state: waits, rule, severity, due, asker };
}

function filtersOf(
  query: QueueQuery,
  { groups, names }: QueueFacts,
  hrefWith: (change: Partial<QueueQuery>) => string,
): QueueModel["filters"] {
  const choice = (words: string, change: Partial<QueueQuery>): TabChoice => ({
    words: `${words} ${formatCount(countQueue(groups, choiceOf({ ...query, ...change })))}`,
    href: hrefWith(change),
    isChosen: Object.entries(change).every(([name, value]) => Reflect.get(query, name) === value),
  });
  const rules = [...new Set([...groups.map(({ rule }) => rule), query.rule ?? []].flat())].sort();
  const askers = new Set(
    [...groups.map(({ asker }) => asker), query.asker].flatMap((each) => each ?? []),
  );
  return [
    {
      label: "Why it waits",
      choices: ([null, ...waitingStates] as const).map((waits) =>
        choice(waits === null ? "All" : waitWords[waits], { waits }),
      ),
    },
    {
      label: "Due",
      choices: ([null, ...dueStates] as const).map((due) =>
        choice(due === null ? "any due date" : dueWords[due], { due }),
      ),
    },
    {
      label: "Severity",
      choices: ([null, ...severities] as const).map((severity) =>
        choice(severity ?? "any severity", { severity }),
      ),
    },
    {
      label: "Rules",
      choices: [null, ...rules].map((rule) =>
        choice(rule === null ? "any rule" : ruleName(rule), { rule }),
      ),
    },
    ...(askers.size === 0
      ? []
      : [
          {
            label: "Who asked",
            choices: [null, ...askers].map((asker) =>
              choice(asker === null ? "anybody" : (names.get(asker) ?? "a visitor of the demo"), {
                asker,
              }),
            ),
          },
        ]),
  ];
}

function titleOf(total: number, overdue: number): string {
  if (total === 0) return "Nothing waits for your review";
  const late = overdue === 0 ? "none overdue" : `${formatCount(overdue)} overdue`;
  return `${formatCounted(total, "finding")} ${total === 1 ? "waits" : "wait"} for your review, ${late}`;
}

function detachedOf({ detached, names }: QueueFacts): QueueModel["detached"] {
  if (detached === null || detached.total === 0) return null;
  const { total, latest } = detached;
  const shown =
    total > latest.length ? `, the latest ${formatCount(latest.length)} are listed` : "";
  return {
    title: `${formatCounted(total, "detached decision")}${shown}`,
    lines: latest.map(({ id, caseId, rule, version, status, decision, actor, atUs }) => ({
      ...{ id, caseId, atUs },
      finding: `${disclosureStatusWords[status].word} by ${ruleName(rule)}, version ${String(version)}`,
      decision: `${reviewWords[decision]} by ${names.get(actor) ?? "a visitor of the demo"}`,
    })),
  };
}

const dueWords: Readonly<Record<DueState, string>> = {
  overdue: "overdue",
  soon: "due within 7 days",
  later: "due later",
};

const waitWords: Readonly<Record<WaitingState, string>> = {
  open: "Not reviewed",
  second_opinion: "Second opinion asked",
  escalated: "Escalated",
};

function dueOf(dueUs: number, asOfUs: number): FindingLine["due"] {
  const lateDays = Math.floor((asOfUs - dueUs) / dayUs);
  if (dueUs >= asOfUs) {
    return { words: `due ${formatInstant(dueUs, "weekday")}`, isOverdue: false };
  }
  return {
    words: lateDays === 0 ? "less than a day overdue" : `${formatCounted(lateDays, "day")} overdue`,
    isOverdue: true,
  };
}
