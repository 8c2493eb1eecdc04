import type {
  DataHealth,
  QueueFailure,
  RegionCount,
  SourceCount,
  UnassignedGroup,
  VerdictCount,
} from "@/lib/domain/trace/data-health";
import type {
  DataHealthModel,
  EvaluatorView,
  FailureView,
  FeedsView,
  ProblemView,
  QueueView,
  SourceView,
  UnassignedView,
} from "./data-health-model";
import type { HealthQuery } from "./url";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import { caseHref } from "@/lib/pages/case/href";
import { customerHref } from "@/lib/pages/customer/url";
import { prepareOversized } from "./prepare-oversized";
import { prepareFeeds } from "./prepare-feeds";
import { traceHref } from "@/lib/pages/trace/url";
import {
  channelWords,
  findingWords,
  identityFieldWords,
  identitySourceWords,
} from "@/lib/format/wording";

const reasonsMax = 5;
/** Smaller counts are shown as a fraction. */
const percentFrom = 10;

/**
 * Prepares the Data health page.
 * @param reading `asOf` (microseconds since 1970), display zone, and the latest failure since the server
 * started, or null
 */
export function prepareDataHealth(
  health: DataHealth,
  query: HealthQuery,
  reading: {
    readonly asOfUs: number;
    readonly timeZone: string;
    readonly lastProblem: ProblemView | null;
    /** Those of `health.regions` that are no place we know. */
    readonly unplaced: readonly RegionCount[];
  },
): DataHealthModel {
  const { asOfUs, timeZone, lastProblem } = reading;
  const feeds = prepareFeeds(health.feeds, query.days, asOfUs, timeZone);
  return {
    title: titleOf(feeds, health.unassignedSpans, asOfUs),
    asOfUs,
    query,
    feeds,
    unassignedSpans: health.unassignedSpans,
    unassigned: health.unassigned.map(unassignedView),
    sources: sourceViews(health.sources),
    findings: health.findings.map(({ code, count, exampleTraceId }) => ({
      label: findingWords[code],
      count,
      exampleTraceId,
    })),
    unplaced: {
      cases: reading.unplaced.reduce((sum, { count }) => sum + count, 0),
      regions: reading.unplaced.map(({ region }) => region),
    },
    oversized: prepareOversized(health.oversized),
    oversizedTotal: health.oversized[0]?.total ?? 0,
    queue: queueView(health, asOfUs),
    lastProblem,
    evaluators: evaluatorViews(health.verdicts),
    isWorkspaceEmpty:
      feeds === null &&
      health.unassignedSpans === 0 &&
      health.queue.length + health.failures.length === 0,
  };
}

function titleOf(feeds: FeedsView | null, unassigned: number, asOfUs: number): string {
  const spans =
    unassigned === 0
      ? "every span has its case"
      : `${formatCounted(unassigned, "span has", "spans have")} no case`;
  if (feeds === null) return `No contact has a case yet; ${spans}`;
  const silent = feeds.feeds.filter(({ state }) => state.tone === "warn");
  const names = silent.map(({ channel }) => channelWords[channel]).join(", ");
  const isAre = silent.length === 1 ? "channel has" : "channels have";
  if (silent.length > 0) {
    return `${formatCount(silent.length)} ${isAre} fallen silent: ${names}; ${spans}`;
  }
  const arriving = feeds.feeds.filter(({ state }) => state.tone === "pass").length;
  if (arriving === feeds.feeds.length) return `All channels are arriving; ${spans}`;
  if (!feeds.hasEnded) {
    const all = formatCounted(feeds.feeds.length, "channel");
    return `${formatCount(arriving)} of ${all} still ${arriving === 1 ? "arrives" : "arrive"}; ${spans}`;
  }
  return `The newest contact is ${formatDuration(asOfUs - feeds.newestUs)} old; ${spans}`;
}

function unassignedView(group: UnassignedGroup): UnassignedView {
  const { hasSession, torn, channel, spans, traces, exampleTraceIds } = group;
  const key = `${channel} ${String(hasSession)} ${String(torn)}`;
  const words =
    torn !== null
      ? {
          why: `The trace names several ${torn}, and these spans name no case.`,
          remedy: "Set case_id on these spans themselves, or give each case a trace of its own.",
        }
      : hasSession
        ? {
            why: "Neither the trace nor another trace of the same session names one case.",
            remedy: "Set case_id on the root span, or on any span of the session.",
          }
        : {
            why: "Nothing in the trace names a case, and no session ties it to another trace.",
            remedy: "Set case_id on the root span, or name its attribute among the aliases.",
          };
  return { key, channel, ...words, spans, traces, exampleTraceIds };
}

function sourceViews(sources: readonly SourceCount[]): SourceView[] {
  const fields = [...new Set(sources.map(({ field }) => field))];
  return fields.map((field) => {
    const here = sources.filter((source) => source.field === field);
    const total = sumOf(here.map(({ spans }) => spans));
    const shares = here
      .map(({ from, spans }) => ({
        words: from === null ? "nobody said" : identitySourceWords[from],
        spans,
        percent: shareOf(spans, total),
      }))
      .sort((left, right) => right.spans - left.spans);
    return { field: identityFieldWords[field], shares };
  });
}

const stageWords = {
  trace: "traces to be assigned",
  case: "cases to be derived",
  customer: "customers to be linked",
  rules: "cases to be judged by changed rules",
} as const;

const sendersMax = 8;

const failedWords = {
  trace: { noun: "Trace", href: traceHref },
  case: { noun: "Case", href: caseHref },
  customer: { noun: "Customer", href: customerHref },
  rules: { noun: "Case", href: caseHref },
} as const;

function failureView({ stage, id, hasPage, failure }: QueueFailure): FailureView {
  const { noun, href } = failedWords[stage];
  return { label: `${noun} ${id}`, href: hasPage ? href(id) : null, failure };
}

function queueView({ queue, senders, failures }: DataHealth, asOfUs: number): QueueView {
  const ageOf = (oldestUs: number) => formatDuration(Math.max(0, asOfUs - oldestUs));
  const shown = senders.some(({ sender }) => sender !== "") ? senders.slice(0, sendersMax) : [];
  const further = shown.length === 0 ? [] : senders.slice(sendersMax);
  return {
    depth: sumOf(queue.map(({ depth }) => depth)),
    stages: queue.map(({ stage, depth }) => ({ label: stageWords[stage], depth })),
    age: queue.length === 0 ? null : ageOf(Math.min(...queue.map(({ oldestUs }) => oldestUs))),
    senders: shown.map(({ sender, depth, oldestUs }) => ({
      token: sender,
      depth,
      age: ageOf(oldestUs),
    })),
    furtherSenders:
      further.length === 0
        ? null
        : {
            count: further.length,
            depth: sumOf(further.map(({ depth }) => depth)),
            age: ageOf(Math.min(...further.map(({ oldestUs }) => oldestUs))),
          },
    failures: failures.map(failureView),
    failed: failures[0]?.total ?? 0,
  };
}

function evaluatorViews(verdicts: readonly VerdictCount[]): EvaluatorView[] {
  const keyOf = ({ evaluator, version }: VerdictCount) =>
    `${evaluator} ${version === null ? "imported" : `v${String(version)}`}`;
  return [...new Set(verdicts.map(keyOf))].map((key) => {
    const here = verdicts.filter((verdict) => keyOf(verdict) === key);
    const counted = (status: VerdictCount["status"]) =>
      sumOf(here.filter((verdict) => verdict.status === status).map(({ count }) => count));
    const scored = counted("scored");
    const unscored = counted("not-scorable");
    const evaluator = here[0]?.evaluator ?? "";
    return {
      key,
      evaluator,
      version: key.slice(evaluator.length + 1),
      total: sumOf(here.map(({ count }) => count)),
      scored,
      unscored,
      notApplicable: counted("not-applicable"),
      unscoredShare: shareOf(unscored, scored + unscored),
      reasons: here
        .filter(({ status }) => status === "not-scorable")
        .sort((left, right) => right.count - left.count)
        .slice(0, reasonsMax),
    };
  });
}

function shareOf(count: number, whole: number): string {
  if (whole < percentFrom) return `${formatCount(count)} of ${formatCount(whole)}`;
  const percent = (count / whole) * 100;
  if (count > 0 && percent < 1) return "under 1%";
  return `${String(count < whole ? Math.min(99, Math.round(percent)) : 100)}%`;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
