import { waitingStates, type WaitingState } from "@/lib/analytics/disclosures/review-queue";
import type { DisclosureReview } from "@/lib/domain/quality/disclosure-review";
import { paginate } from "@/lib/format/address/paginate";
import { disclosureStatusWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { formatCount, formatCounted, formatInstant } from "@/lib/format/format";
import type { FindingLine } from "../disclosures-model";
import type { AlikeFindings, FindingSource, ListedFinding } from "../finding-facts";
import { findingLines, findingSteps } from "../prepare-findings";
import { preparePanel } from "../prepare-panel";
import type { FindingPlace } from "../url";
import type { QueueModel } from "./queue-model";
import { queueHref, type QueueQuery } from "./url";

/** When a finding of a rule that waits is due, microseconds after its contact began. */
export type DueAfter = (rule: string, state: WaitingState) => number;

/** The queue's data. */
export type QueueFacts = {
  readonly asOfUs: number;
  readonly isWorkspaceEmpty: boolean;
  readonly findings: readonly ListedFinding[];
  readonly total: number;
  readonly overdue: number;
  readonly page: number;
  readonly pageSize: number;
  readonly counts: Readonly<Record<WaitingState, number>>;
  /** Rules that applied to any contact. */
  readonly rules: readonly string[];
  readonly dueAfterUs: DueAfter;
  readonly source: FindingSource | null;
  readonly alike: AlikeFindings | null;
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
  const { asOfUs, isWorkspaceEmpty, findings, source, page, pageSize, total, counts } = facts;
  const hrefOf = (finding: FindingPlace) => queueHref({ ...query, finding });
  const hrefWith = (change: Partial<QueueQuery>) =>
    queueHref({ ...query, page: 1, finding: null, ...change });
  const valueOf = ({ rule, review, atUs }: Pick<ListedFinding, "rule" | "review" | "atUs">) =>
    atUs + facts.dueAfterUs(rule, waitingStates.find((each) => each === review) ?? "open");
  const all = waitingStates.reduce((sum, state) => sum + counts[state], 0);
  return {
    ...{ query, asOfUs, isWorkspaceEmpty },
    title: titleOf(facts),
    waits: ([null, ...waitingStates] as const).map((waits) => ({
      words: `${waits === null ? "All" : waitWords[waits]} ${formatCount(waits === null ? all : counts[waits])}`,
      href: hrefWith({ waits }),
      isChosen: waits === query.waits,
    })),
    rules: [null, ...facts.rules].map((rule) => ({
      words: rule === null ? "any rule" : ruleName(rule),
      href: hrefWith({ rule }),
      isChosen: rule === query.rule,
    })),
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
    detached: detachedOf(facts),
    foot: "Due so many days after the contact began as Settings say for the rule’s severity; an escalated one is due at once. The queue is everybody’s: nothing is reserved, and of two decisions on one finding the later is refused. What you asked others about waits for them.",
  };
}

function titleOf({ total, overdue }: QueueFacts): string {
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
