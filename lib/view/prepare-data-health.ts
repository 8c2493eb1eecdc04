import type {
  DataHealth,
  SourceCount,
  UnassignedGroup,
  VerdictCount,
} from "@/lib/domain/data-health";
import type {
  DataHealthModel,
  EvaluatorView,
  FeedView,
  ProblemView,
  QueueView,
  SourceView,
  UnassignedView,
} from "./data-health-model";
import { feedState } from "./feed-state";
import { formatCount, formatCounted, formatDuration, formatInstant } from "./format";
import { channelWords, findingWords, identityFieldWords, identitySourceWords } from "./wording";

const usPerDay = 86_400_000_000;
const reasonsMax = 5;
/** Fewer than these are told as a fraction. */
const percentFrom = 10;

/**
 * Lays out whether the data is complete.
 * @param days how many days of contacts are shown
 * @param asOfUs the instant of reading, microseconds since 1970
 * @param lastProblem what last went wrong since the server started, or null
 */
export function prepareDataHealth(
  health: DataHealth,
  days: number,
  asOfUs: number,
  lastProblem: ProblemView | null,
): DataHealthModel {
  const lasts = health.feeds.map(({ lastUs }) => lastUs);
  const newestUs = lasts.length === 0 ? null : Math.max(...lasts);
  const feeds = newestUs === null ? [] : feedViews(health, newestUs, days);
  return {
    title: titleOf(feeds, health.unassignedSpans),
    asOfUs,
    newestUs,
    days,
    feeds,
    unassignedSpans: health.unassignedSpans,
    unassigned: health.unassigned.map(unassignedView),
    sources: sourceViews(health.sources),
    findings: health.findings.map(({ code, count, exampleTraceId }) => ({
      label: findingWords[code],
      count,
      exampleTraceId,
    })),
    queue: queueView(health, asOfUs),
    lastProblem,
    evaluators: evaluatorViews(health.verdicts),
    isWorkspaceEmpty:
      newestUs === null && health.unassignedSpans === 0 && health.queue.length === 0,
  };
}

function titleOf(feeds: readonly FeedView[], unassigned: number): string {
  const silent = feeds.filter(({ state }) => state.tone === "warn");
  const names = silent.map(({ channel }) => channelWords[channel]).join(", ");
  const channelsNow =
    silent.length === 0
      ? "All channels are arriving"
      : `${formatCounted(silent.length, "channel has", "channels have")} fallen silent: ${names}`;
  const spans =
    unassigned === 0
      ? "every span has its case"
      : `${formatCounted(unassigned, "span has", "spans have")} no case`;
  return feeds.length === 0 ? `No contact has a case yet; ${spans}` : `${channelsNow}; ${spans}`;
}

function feedViews({ feeds }: DataHealth, newestUs: number, days: number): FeedView[] {
  const lastDay = Math.floor(newestUs / usPerDay);
  const shown = Array.from({ length: days }, (_, at) => lastDay - days + 1 + at);
  const busiest = Math.max(1, ...feeds.flatMap(({ byDay }) => [...byDay.values()]));
  return feeds.map(({ channel, lastUs, byDay }) => {
    const counts = shown.map((day) => ({ day, count: byDay.get(day) ?? 0 }));
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const firstUs = (shown[0] ?? lastDay) * usPerDay;
    return {
      channel,
      lastUs,
      total,
      days: counts.map(({ day, count }) => ({
        label: `${formatInstant(day * usPerDay, "day")}: ${formatCounted(count, "contact")}`,
        count,
        height: count / busiest,
      })),
      state: feedState({ contacts: total, firstUs, lastUs }, newestUs),
    };
  });
}

function unassignedView(group: UnassignedGroup): UnassignedView {
  const { hasSession, isTorn, channel, spans, traces, exampleTraceId } = group;
  const key = `${channel} ${String(hasSession)} ${String(isTorn)}`;
  const words = isTorn
    ? {
        why: "The trace names several cases, and these spans name none.",
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
  return { key, channel, ...words, spans, traces, exampleTraceId };
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
} as const;

function queueView({ queue }: DataHealth, asOfUs: number): QueueView {
  const oldestUs = Math.min(...queue.map((stage) => stage.oldestUs));
  return {
    depth: sumOf(queue.map(({ depth }) => depth)),
    stages: queue.map(({ stage, depth }) => ({ label: stageWords[stage], depth })),
    age: queue.length === 0 ? null : formatDuration(Math.max(0, asOfUs - oldestUs)),
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

function shareOf(part: number, whole: number): string {
  if (whole < percentFrom) return `${formatCount(part)} of ${formatCount(whole)}`;
  const percent = (part / whole) * 100;
  if (part > 0 && percent < 1) return "under 1%";
  return `${String(part < whole ? Math.min(99, Math.round(percent)) : 100)}%`;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
