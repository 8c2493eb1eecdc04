import { expect } from "vitest";
import { casesCodec, everyCase } from "@/lib/analytics/filter/cases-query";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { loadCasePage } from "@/lib/pages/case/load";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { loadCustomerPage } from "@/lib/pages/customer/load";
import { loadHandoffsPage } from "@/lib/pages/handoffs/load";
import { defaultHandoffsQuery } from "@/lib/pages/handoffs/url";
import { loadJourneysPage } from "@/lib/pages/journeys/load";
import { defaultJourneysQuery } from "@/lib/pages/journeys/url";
import { loadLivePage } from "@/lib/pages/live/load";
import { liveCodec, type LiveQuery } from "@/lib/pages/live/url";
import { loadPersonaPage } from "@/lib/pages/persona/load";
import { personaCodec } from "@/lib/pages/persona/url";
import { loadSlaPage } from "@/lib/pages/sla/load";
import { loadFindings } from "@/lib/pages/findings/load";

const always = everyCase;
export const casesMax = 12;
const noNames = new Map<string, string>();

async function readLive(seen: SeenWorkspace, query: LiveQuery, nowUs: number) {
  const viewer = { actor: "p-1", names: noNames, acts: [] };
  return loadLivePage(seen, query, viewer, nowUs);
}

/** Holds the clock of the most urgent cases on SLA, Case and Live against each other. @returns how many on all */
export async function compareClocks(seen: SeenWorkspace, nowUs: number): Promise<number> {
  const { urgent } = await loadSlaPage(seen, always, nowUs);
  const live = new Map<string, string>();
  for (let page = 1; ; page += 1) {
    const query = { ...liveCodec.defaultValue, list: "sla", page } as const;
    const { rows, pagination } = await readLive(seen, query, nowUs);
    for (const { caseId, sentence, left } of rows) {
      // The time of a row is that of its first reason.
      if (/^[^;]+; SLA (?:ends|missed)/u.test(sentence)) live.set(caseId, left?.label ?? "");
    }
    if (page * pagination.pageSize >= pagination.total) break;
  }
  for (const { caseId, leftWords, stateWords, dueUs } of urgent.rows) {
    const page = await loadCasePage(seen, caseId, defaultCaseQuery, nowUs);
    const late = stateWords.startsWith("Overdue") ? leftWords : null;
    expect(page?.timeline.sla, caseId).toMatchObject({ dueUs, overWords: late });
    if (live.has(caseId)) expect(live.get(caseId), caseId).toBe(leftWords);
  }
  return urgent.rows.filter(({ caseId }) => live.has(caseId)).length;
}

/** Holds each promise that Live calls overdue against the list of Handoffs. @returns how many */
export async function comparePromises(seen: SeenWorkspace, nowUs: number): Promise<number> {
  const handoffs = { ...defaultHandoffsQuery, cases: always };
  const onHandoffs = new Map<string, string>();
  for (let page = 1; ; page += 1) {
    const { promises } = await loadHandoffsPage(seen, { ...handoffs, page }, nowUs);
    const { lines, pagination } = promises.list;
    for (const { href, state } of lines) onHandoffs.set(href, state.label);
    if (page * pagination.pageSize >= pagination.total) break;
  }
  let count = 0;
  for (let page = 1; ; page += 1) {
    const query = { ...liveCodec.defaultValue, list: "promises", page } as const;
    const { rows, pagination } = await readLive(seen, query, nowUs);
    for (const { href, state } of rows.flatMap(({ promises }) => promises)) {
      expect(onHandoffs.get(href), href).toBe(state.label);
      count += 1;
    }
    if (page * pagination.pageSize >= pagination.total) break;
  }
  return count;
}

/** Holds a customer's cases on the Customer page against the list and each one's own page. @returns how many */
export async function compareCustomers(seen: SeenWorkspace, nowUs: number): Promise<number> {
  const { query } = casesCodec.parse({ sort: "touchpoints" });
  const { rows } = await loadCasesPage(seen, { ...query, period: "all" }, nowUs);
  let count = 0;
  for (const { caseId } of rows.slice(0, casesMax)) {
    const page = await loadCasePage(seen, caseId, defaultCaseQuery, nowUs);
    if (page?.customerId == null) continue;
    const customer = await loadCustomerPage(seen, page.customerId, nowUs);
    const own = customer?.cases.find((each) => each.caseId === caseId);
    const { outcome, journey, openedUs } = page;
    expect(own, caseId).toMatchObject({ outcome, journey, openedUs });
    count += 1;
  }
  return count;
}

/** Every case of the list has a place on Journeys: with a contact, or left out by number. */
export async function compareCounts(seen: SeenWorkspace, nowUs: number): Promise<number> {
  const { total } = await loadCasesPage(seen, always, nowUs);
  const { flow } = await loadJourneysPage(seen, { ...defaultJourneysQuery, cases: always }, nowUs);
  const numberIn = (pattern: RegExp, words: string) =>
    Number((pattern.exec(words)?.[1] ?? "0").replaceAll(",", ""));
  const withContact = numberIn(/^([\d,]+) case/u, flow.frame.subtitle);
  const without = numberIn(/([\d,]+) cases? without a contact/u, flow.frame.note);
  expect(withContact + without).toBe(total);
  return total;
}

/** A change of persona among the findings is the one that Persona leads with. */
export async function comparePersona(seen: SeenWorkspace, nowUs: number): Promise<number> {
  const query = {
    ...defaultOverviewQuery,
    cases: { ...defaultOverviewQuery.cases, period: "all" },
  } as const;
  const { ranked } = await loadFindings(seen, query, nowUs);
  const found = ranked.filter(({ topic }) => topic === "persona");
  const persona = { ...personaCodec.defaultValue, ...query };
  const { lede } = await loadPersonaPage(seen, persona, nowUs, noNames);
  expect(/ has grown | have grown /u.test(lede.lead)).toBe(found.length > 0);
  return found.length;
}
