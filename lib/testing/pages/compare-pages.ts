import { expect } from "vitest";
import { casesCodec, withToggled, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { childListCodecs, listedThings } from "@/lib/analytics/filter/child-list-query";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import { certainties, type FindingTopic } from "@/lib/analytics/findings/finding";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { loadHandoffsPage } from "@/lib/pages/handoffs/load";
import { defaultHandoffsQuery } from "@/lib/pages/handoffs/url";
import { loadJourneysPage } from "@/lib/pages/journeys/load";
import { defaultJourneysQuery } from "@/lib/pages/journeys/url";
import { loadLivePage } from "@/lib/pages/live/load";
import { liveCodec } from "@/lib/pages/live/url";
import { loadOverviewPage } from "@/lib/pages/overview/load";
import { loadSlaPage } from "@/lib/pages/sla/load";
import { loadFindings } from "@/lib/pages/findings/load";

const { cases } = defaultOverviewQuery;
export const filters: Readonly<Record<string, CasesQuery>> = {
  "the last 90 days": cases,
  "any time": { ...cases, period: "all" },
  "those that start in chat": withToggled(cases, "first", "chat"),
  "the month before": { ...cases, period: "last-month" },
  "outages of any time": withToggled({ ...cases, period: "all" }, "type", "outage"),
  "days of one's own": { ...cases, period: { from: "2026-09-01", to: "2026-10-15" } },
};
const resolved = ["resolved_verified", "resolved_confirmed", "closed_likely"] as const;
const number = (words: string | undefined) =>
  Number(/[\d,]+/u.exec(words ?? "")?.[0].replaceAll(",", "") ?? 0);

/** Holds each pair of pages that say the same against each other. */
export async function comparePages(seen: SeenWorkspace, filter: CasesQuery, nowUs: number) {
  const query = { cases: filter, compare: "previous" } as const;
  const total = async (of: CasesQuery) => (await loadCasesPage(seen, of, nowUs)).total;
  const overview = await loadOverviewPage(seen, query, nowUs);
  const { ranked } = await loadFindings(seen, query, nowUs);
  const journeys = await loadJourneysPage(seen, { ...defaultJourneysQuery, ...query }, nowUs);
  const handoffs = await loadHandoffsPage(seen, { ...defaultHandoffsQuery, ...query }, nowUs);
  const sla = await loadSlaPage(seen, filter, nowUs);

  // Each figure opens a list that reads all of its address.
  for (const { id, href } of overview.figures) {
    const [page = "", search = ""] = (href ?? "").split("?");
    const thing = listedThings.find((each) => page === `/lists/${each}`);
    const codec = thing === undefined ? casesCodec : childListCodecs[thing];
    expect(codec.parse(rawParams(search)).dropped, id).toEqual([]);
  }

  // The same comparison.
  const found = (topic: FindingTopic) => {
    const own = ranked.filter((each) => each.topic === topic).map(({ certainty }) => certainty);
    return certainties.find((each) => own.includes(each)) ?? "open";
  };
  const said = (words: string | undefined, isLess: RegExp) => {
    if (words === undefined || !isLess.test(words)) return "open";
    return words.includes("not certain yet") ? "likely" : "certain";
  };
  const resolvedLess = (title: string | undefined) => said(title, /less often/u);
  const keptLess = (title: string | undefined) => said(title, /keeps (?:clearly )?less/u);
  const isEndKnown = overview.ends.kind === "known";
  if (isEndKnown) {
    expect(resolvedLess(overview.byChannel.frame.title)).toBe(found("resolution-by-first"));
    expect(resolvedLess(journeys.variants.title)).toBe(found("resolution-by-path"));
    expect(said(journeys.lede.rest, /resolved least often/u)).toBe(found("resolution-by-move"));
  } else {
    expect(said(overview.byChannel.frame.title, /come back more often/u)).toBe(
      found("returns-by-first"),
    );
  }
  expect(said(journeys.adjusted.frame.title, /take more contacts than/u)).toBe(
    found("contacts-by-first"),
  );
  expect(resolvedLess(sla.breakdowns[0]?.frame.title)).toBe(found("sla-by-type"));
  expect(resolvedLess(sla.breakdowns[1]?.frame.title)).toBe(found("sla-by-first"));
  expect(keptLess(handoffs.lede.rest)).toBe(found("context-by-pair"));
  expect(keptLess(handoffs.teams.frame.title)).toBe(found("context-by-team"));
  expect(keptLess(handoffs.directions.frame.title)).toBe(found("context-by-direction"));
  expect(keptLess(handoffs.kinds.frame.title)).toBe(found("context-by-kind"));
  expect(keptLess(handoffs.releases.frame.title)).toBe(found("context-by-release"));

  // The same outcome.
  const judged = overview.figures.find(({ id }) => id === "case_resolution_rate");
  const [hits = 0, of = 0] = (judged?.basis.match(/[\d,]+(?= of|\b case)/gu) ?? []).map(number);
  const unresolved = overview.cost.links.find(({ words }) => words.startsWith("All "));
  expect(number(unresolved?.words)).toBe(of - hits);
  expect(unresolved !== undefined || !isEndKnown || of === hits).toBe(true);
  if (unresolved !== undefined) {
    const { search } = new URL(unresolved.href, "http://localhost");
    expect(await total(casesCodec.parse(rawParams(search)).query)).toBe(of - hits);
  }

  // The same clock.
  const late: CasesQuery = { ...filter, metric: { id: "sla_overdue", subset: "numerator" } };
  const overdue = /^\d/u.test(sla.lede.lead) ? number(sla.lede.lead) : 0;
  expect(await total(late)).toBe(overdue);
  expect(await total({ ...late, facets: { ...filter.facets, outcome: [...resolved] } })).toBe(0);
  const viewer = { actor: "p-1", names: new Map<string, string>(), acts: [] };
  const everything = { ...liveCodec.defaultValue, isLong: true };
  const live = await loadLivePage(seen, everything, viewer, nowUs);
  const left = new Map(live.rows.map((row) => [row.caseId, row.left?.label ?? ""]));
  for (const { caseId, leftWords } of sla.urgent.rows) {
    const words = left.get(caseId) ?? "";
    if (/business|ran out/u.test(words)) expect(words).toBe(leftWords);
  }
}
