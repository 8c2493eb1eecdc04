import { beforeAll, describe, expect, it } from "vitest";
import type { Findings } from "@/lib/analytics/findings/finding";
import { defaultOverviewQuery, type OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { loadHandoffsPage } from "@/lib/pages/handoffs/load";
import { handoffsCodec } from "@/lib/pages/handoffs/url";
import { loadJourneysPage } from "@/lib/pages/journeys/load";
import { journeysCodec } from "@/lib/pages/journeys/url";
import { loadPersonaPage } from "@/lib/pages/persona/load";
import { personaCodec } from "@/lib/pages/persona/url";
import { loadSlaPage } from "@/lib/pages/sla/load";
import { slaCodec } from "@/lib/pages/sla/url";
import { rawParams } from "@/lib/format/address/raw-params";
import { demoSeed, demoWorkspace, type DemoWorkspace } from "@/lib/testing/demo-workspace";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { findingHref } from "./href";
import { loadFindings, loadTopFindings } from "./load";
import { notCertain } from "@/lib/analytics/findings/rates-apart";
import { ledeWords } from "@/lib/pages/handoffs/words";
import { apartFromOthers, shareAgainst } from "@/lib/pages/sla/words/tables";
import { leadWords } from "./words/page";

const { endUs } = demoSeed;
const { cases } = defaultOverviewQuery;
const always: OverviewQuery = { ...defaultOverviewQuery, cases: { ...cases, period: "all" } };

const sharesWithRanges = /^\d+ of \d+, \d+–\d+%(?:, few)?, against \d+ of \d+, \d+–\d+%/u;
const changeWithRange = /^\+\d\.\d\d, \+\d\.\d\d to \+\d\.\d\d, in \d+ cases$/u;

let workspace: DemoWorkspace | null = null;
let findings: Findings = { ranked: [], compared: 0, areEndsKnown: true };

beforeAll(async () => {
  workspace = await demoWorkspace();
  findings = await loadFindings(workspace.seen, always, endUs);
});

function seen() {
  if (workspace === null) throw new Error("The demo is not open.");
  return workspace.seen;
}

describe("loadFindings", () => {
  it("finds the demo's late outages, the facts lost between AI agents, the contacts of cases from the app, the returns after chat, and the voice off its contract, for certain", () => {
    const certain = findings.ranked.filter(({ certainty }) => certainty === "certain");
    expect(certain.map(({ id }) => id).toSorted()).toEqual([
      ...["contacts-by-first/in_app", "context-by-direction/ai>ai"],
      ...["persona/voice", "returns-by-first/chat", "sla-by-type/outage"],
    ]);
    expect(findings.ranked.find(({ id }) => id === "context-by-pair/chat>voice")).toMatchObject({
      certainty: "likely",
    });
    expect(findings.compared).toBeGreaterThan(80);
    for (const { perMonth } of findings.ranked) expect(perMonth).toBeGreaterThan(0);
  });

  it("reads on each finding's page as on the Overview", async () => {
    const shown = await loadTopFindings(seen(), always, endUs);
    expect(shown.lead).toBe(leadWords.certain);
    for (const { id, basis } of shown.items) {
      expect(basis).toMatch(id.startsWith("contacts") ? changeWithRange : sharesWithRanges);
    }
    expect(shown.items.map(({ id, words, size }) => [id, words, size])).toEqual([
      [
        "context-by-direction/ai>ai",
        expect.stringMatching(/AI agent .*another, /u),
        expect.stringMatching(/ cases a month$/u),
      ],
      [
        "sla-by-type/outage",
        expect.stringMatching(/^Outage .*: 41% against 66% /u),
        "about 7 cases a month",
      ],
      [
        "contacts-by-first/in_app",
        expect.stringMatching(/ start in the app /u),
        expect.stringMatching(/^about \d+ contacts a month$/u),
      ],
    ]);
    const paramsOf = (href: string) => rawParams(new URL(href, "http://localhost").search);
    const search = (at: number) => paramsOf(shown.items[at]?.href ?? "");
    const sla = await loadSlaPage(seen(), slaCodec.parse(search(1)).query, endUs);
    expect(sla.breakdowns[0]?.frame.title).toBe(
      `${apartFromOthers("Outage", "below")}${shareAgainst("41%", "66%")}`,
    );
    const outage = sla.breakdowns[0]?.rows.find(({ key }) => key === "outage");
    expect(outage?.shown).toBe("41%");
    expect(shown.items[1]?.basis.startsWith(`${outage?.basis ?? "none"}, against `)).toBe(true);
    const journeysQuery = journeysCodec.parse(search(2)).query;
    const journeys = await loadJourneysPage(seen(), journeysQuery, endUs);
    expect(journeys.adjusted.frame.title).toMatch(/ start in the app /u);
    const voice = findings.ranked.find(({ topic }) => topic === "persona");
    const personaParams = paramsOf(voice === undefined ? "" : findingHref(voice, always));
    const persona = personaCodec.parse(personaParams).query;
    const personaPage = await loadPersonaPage(seen(), persona, endUs, new Map());
    expect(personaPage.lede.lead).toMatch(/^Voice .*more formal/u);
    const handoffs = await loadHandoffsPage(seen(), handoffsCodec.parse(search(0)).query, endUs);
    expect(handoffs.directions.frame.title).toMatch(
      new RegExp(`^AI → AI keeps ${ledeWords.clearlyLess} `, "u"),
    );
    expect(handoffs.lede.rest).toContain(
      ledeWords.keepsLess("", ledeWords.less, 30, 56, notCertain),
    );
  });

  it("gives every finding a page with the filters that it was found under", () => {
    const query = { ...always, cases: { ...always.cases, period: "30d" } } as const;
    for (const finding of findings.ranked) {
      expect(findingHref(finding, query)).toMatch(/^\/[a-z]+.*period=30d/u);
    }
  });

  it("finds nothing in an empty workspace, and says so", async () => {
    await withTestWorkspace(async ({ folder }) => {
      const empty = { path: locationIn(folder, "main"), scope: null };
      expect(await loadFindings(empty, always, endUs)).toEqual({
        ...{ ranked: [], compared: 0 },
        areEndsKnown: true,
      });
      const shown = await loadTopFindings(empty, always, endUs);
      expect(shown).toEqual({
        lead: leadWords.few,
        items: [],
        note: "",
      });
    });
  });
});
