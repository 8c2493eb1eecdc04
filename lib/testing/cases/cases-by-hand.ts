import { risks } from "@/lib/domain/trace/identity";
import fc from "fast-check";
import { closureEvidences, handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { outcomes } from "@/lib/domain/case/outcome";
import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";
import { intentValues } from "@/lib/analytics/facets/case-facets";
import { facetNames, type FacetName } from "@/lib/analytics/facets/registry";
import { badness, worstOf } from "@/lib/analytics/rows/worst-scores";
import type { CaseFilter } from "@/lib/analytics/select/select-cases";
import { hashOf } from "@/lib/analytics/case-table/hash-of";
import type { CaseOrder } from "@/lib/analytics/select/sort-cases";
import { facetValuesByHand, type CasesAsOf } from "./facet-values-by-hand";

const offered: Readonly<Record<FacetName, readonly string[]>> = {
  channel: channels,
  outcome: outcomes,
  first: ["", "chat", "voice"],
  path: ["", "chat", "chat>voice", "voice>chat"],
  switch: ["chat>voice", "voice>email"],
  handoff: handoffKinds,
  evidence: closureEvidences,
  type: ["", "outage", "refund", "where_is_it"],
  intent: intentValues,
  agents: ["ai", "human", "both", "unknown"],
  risk: ["low", "high", "unknown"],
  score: ["repeat_information:bad", "repeat_information:none", "conversation_resolution:middling"],
  release: ["", "r1"],
  region: ["", "EU"],
  team: ["", "Care"],
  agent: ["", "agent-1"],
  rating: ["good", "poor", "none"],
  last: ["fine", "failed", "unscored"],
  prompt: ["", "helper@v1"],
  firstPrompt: ["", "helper@v1"],
  firstRelease: ["", "r1"],
  pause: ["", "waiting on customer"],
  disclosure: ["own-rule:missing", "recording-notice-all-party:some_channels"],
  failedStep: ["tool", "llm"],
  failedTool: ["order_lookup"],
  failedModel: ["m-1"],
  failedPrompt: ["helper@v1"],
  error: ["", "HTTP 503"],
  latency: ["over-10s", "unknown"],
};
const chosen = (facet: FacetName) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<readonly string[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...offered[facet]], { minLength: 1 }) },
  );
/** Arbitrary filters of the cases of `caseTableRows`. */
export const filters: fc.Arbitrary<CaseFilter> = fc.record({
  facets: fc.record({
    channel: chosen("channel"),
    outcome: chosen("outcome"),
    first: chosen("first"),
    path: chosen("path"),
    switch: chosen("switch"),
    handoff: chosen("handoff"),
    evidence: chosen("evidence"),
    type: chosen("type"),
    intent: chosen("intent"),
    agents: chosen("agents"),
    risk: chosen("risk"),
    score: chosen("score"),
    release: chosen("release"),
    region: chosen("region"),
    team: chosen("team"),
    agent: chosen("agent"),
    rating: chosen("rating"),
    last: chosen("last"),
    prompt: chosen("prompt"),
    firstPrompt: chosen("firstPrompt"),
    firstRelease: chosen("firstRelease"),
    pause: chosen("pause"),
    disclosure: chosen("disclosure"),
    failedStep: chosen("failedStep"),
    failedTool: chosen("failedTool"),
    failedModel: chosen("failedModel"),
    failedPrompt: chosen("failedPrompt"),
    error: chosen("error"),
    latency: chosen("latency"),
  }),
  period: fc.option(
    fc.record({ fromUs: fc.integer({ min: 0, max: 6 }), toUs: fc.integer({ min: 5, max: 13 }) }),
    { freq: 2 },
  ),
  matches: fc.option(
    fc
      .array(fc.integer({ min: 0, max: 1 }), { minLength: 64, maxLength: 64 })
      .map((each) => Uint8Array.from(each)),
    { freq: 2 },
  ),
  metric: fc.constant(null),
});
/** Arbitrary orders, with ranks of ids for keys below 64. */
export const orders: fc.Arbitrary<CaseOrder> = fc.record({
  by: fc.constantFrom(
    "last_contact",
    "opened",
    "touchpoints",
    "handoffs",
    "messages",
    "worst_score",
    "outcome",
    "type",
    "risk",
    "csat",
    "case",
  ),
  direction: fc.constantFrom("asc", "desc"),
  outcomes: fc.shuffledSubarray([...outcomes], { minLength: outcomes.length }),
  ranks: fc
    .shuffledSubarray([...Array(64).keys()], { minLength: 64 })
    .map((each) => Uint32Array.from(each)),
});

/** The facets that a case fails; "else" for its period or words. */
export function failing(
  row: CaseTableRow,
  filter: CaseFilter,
  state: CasesAsOf,
): readonly string[] {
  const { period, matches, facets } = filter;
  const isOutside =
    (matches !== null && matches[row.key] !== 1) ||
    (period !== null &&
      !(row.openedUs !== null && row.openedUs >= period.fromUs && row.openedUs < period.toUs));
  const failed = facetNames.filter(
    (facet) =>
      facets[facet].length > 0 &&
      !facetValuesByHand(facet, row, state).some((value) => facets[facet].includes(value)),
  );
  return isOutside ? ["else", ...failed] : failed;
}

/** The counts of a facet by value, in order of values. */
export function countByHand(facet: FacetName, filter: CaseFilter, state: CasesAsOf) {
  const counts = new Map<string, number>();
  for (const row of state.cases) {
    if (failing(row, filter, state).some((failed) => failed !== facet)) continue;
    for (const value of facetValuesByHand(facet, row, state)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].sort();
}

/** The latest contact first, then whatever the ids say. */
function compareEqual(one: CaseTableRow, other: CaseTableRow): number {
  const [left, right] = [one.lastContactUs ?? -1, other.lastContactUs ?? -1];
  return right - left || hashOf(one.caseId) - hashOf(other.caseId);
}

/** The keys of some cases in an order. */
export function sortByHand(
  cases: readonly CaseTableRow[],
  order: CaseOrder,
  state: CasesAsOf,
): number[] {
  const sign = order.direction === "asc" ? 1 : -1;
  const types = ["billing", "outage", "refund", "where_is_it"];
  const valueOf = (row: CaseTableRow): number | null => {
    const worst = worstOf(row.worstScores);
    const about = row.caseType ?? row.intent ?? row.inferredIntent;
    switch (order.by) {
      case "last_contact":
        return row.lastContactUs;
      case "opened":
        return row.openedUs;
      case "worst_score":
        return worst === null ? null : -badness(worst);
      case "outcome":
        return order.outcomes.findIndex(
          (each) => facetValuesByHand("outcome", row, state)[0] === each,
        );
      case "type":
        return about === null ? null : types.indexOf(about);
      case "risk":
        return row.risk === null ? null : risks.indexOf(row.risk);
      case "handoffs": {
        const known = row.handoffRows.flatMap(({ context }) => context ?? []);
        const kept = known.filter((each) => each === 1).length;
        return known.length === 0 ? null : Math.fround(kept / known.length);
      }
      case "case":
        return order.ranks?.[row.key] ?? null;
      default:
        return row[order.by];
    }
  };
  return [...cases]
    .sort((one, other) => {
      const [left, right] = [valueOf(one), valueOf(other)];
      if (left === null || right === null) {
        return Number(left === null) - Number(right === null) || compareEqual(one, other);
      }
      return sign * (left - right) || compareEqual(one, other);
    })
    .map(({ key }) => key);
}
