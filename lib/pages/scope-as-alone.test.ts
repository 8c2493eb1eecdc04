import fc from "fast-check";
import { expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case/case";
import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { channels } from "@/lib/domain/trace/channel";
import { everyCase, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import { listedThings, childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { noFacets } from "@/lib/analytics/facets/registry";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import {
  dayUs,
  derivedCase,
  derivedInteraction,
  derivedMessage,
  firstUs,
  score,
} from "@/lib/testing/derived-case";
import { storeCases } from "@/lib/testing/memory-store";
import { runs } from "@/lib/testing/runs";
import { rounded } from "@/lib/testing/cases/table-steps";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { loadCaseNeighbours } from "./case/load-neighbours";
import { loadCasesPage } from "./cases/load";
import { casesCsv } from "./cases/load-csv";
import { defaultCompareQuery } from "./compare/url";
import { loadComparePage } from "./compare/load";
import { loadCustomerPage } from "./customer/load";
import { defaultHandoffsQuery } from "./handoffs/url";
import { loadHandoffsPage } from "./handoffs/load";
import { defaultJourneysQuery } from "./journeys/url";
import { loadJourneysPage } from "./journeys/load";
import { loadChildList, childListCsv } from "./lists/load";
import { readsAll } from "@/lib/testing/reads-all";
import { loadFigures } from "./metrics/load";
import { loadTopFindings } from "./findings/load";
import { loadOverviewPage } from "./overview/load";
import { personaCodec } from "./persona/url";
import { loadPersonaPage } from "./persona/load";
import { slaCsv } from "./sla/load-csv";
import { loadSlaPage } from "./sla/load";

const asOfUs = firstUs + 60 * dayUs;
const regions = ["EU", "US", "APAC"];
const teams = ["Care", "Loss", "Billing"];

const contacts = fc.array(
  fc.record({
    channel: fc.constantFrom(...channels),
    agentKinds: fc.constantFrom(["ai"] as const, ["human"] as const, ["ai", "human"] as const),
    initiator: fc.constantFrom("customer", "agent", "unknown"),
    prompt: fc.constantFrom(null, "core@v1", "core@v2", "core@v3"),
    release: fc.constantFrom(null, "r1", "r2", "r3"),
    team: fc.constantFrom(null, ...teams),
    day: fc.nat({ max: 40 }),
  }),
  { maxLength: 4 },
);

/** Any case; what stands beside its words is drawn freely. */
const drawn = fc.record({
  region: fc.constantFrom(null, ...regions),
  teams: fc.subarray(teams),
  customer: fc.nat({ max: 6 }),
  caseType: fc.constantFrom(null, "billing", "outage", "delivery"),
  intent: fc.constantFrom(null, "refund", "where_is_it"),
  risk: fc.constantFrom(null, "low", "high"),
  contacts,
  closedAfter: fc.option(fc.nat({ max: 20 })),
  evidence: fc.constantFrom("none", "verified", "confirmed"),
  csat: fc.option(fc.integer({ min: 1, max: 5 })),
  evaluators: fc.subarray(["conversation_resolution", "repeat_information", "tone"]),
  value: fc.constantFrom(0.1, 0.5, 0.9),
  word: fc.constantFrom("parcel", "refund", "outage"),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

function caseOf(told: Drawn, index: number): DerivedCase {
  const { customer, closedAfter, evidence, word, value, evaluators, ...rest } = told;
  const days = rest.contacts.map(({ day }) => day).sort((one, other) => one - other);
  const atUs = (ordinal: number) => firstUs + (days[ordinal] ?? 0) * dayUs;
  const last = Math.max(0, days.length - 1);
  const { region, teams: served, caseType, intent, risk, csat } = rest;
  return derivedCase({
    ...{ region, teams: served, caseType, intent, risk, csat },
    caseId: `C-${String(index)}`,
    customerId: customer === 0 ? null : `u-${String(customer)}`,
    messages: rest.contacts.flatMap((_, ordinal) => [
      derivedMessage({ ordinal, interaction: ordinal, text: `My ${word}.`, atUs: atUs(ordinal) }),
    ]),
    interactions: rest.contacts.map(({ prompt, release, day: _, ...contact }, ordinal) =>
      derivedInteraction({
        ...{ ...contact, ordinal, startUs: atUs(ordinal), endUs: atUs(ordinal) + 60_000_000 },
        promptVersions: prompt === null ? [] : [prompt],
        releases: release === null ? [] : [release],
      }),
    ),
    releases: [...new Set(rest.contacts.flatMap(({ release }) => release ?? []))],
    scores: evaluators.map((name) => score(name, value)),
    ...{ openedUs: atUs(0), lastContactUs: atUs(last) },
    closing:
      closedAfter === null ? null : { atUs: atUs(last) + closedAfter * dayUs, from: "event" },
    closure: { method: "agent_resolve", evidence, because: "Said so.", quotes: [] },
  });
}

const scopes: fc.Arbitrary<Scope> = fc.record({
  regions: fc.subarray(regions, { maxLength: 2 }),
  teams: fc.subarray(teams, { maxLength: 2 }),
});

const byCase = { ...everyCase, sort: "case", direction: "asc" } as const;
const queries: readonly CasesQuery[] = [
  byCase,
  { ...byCase, period: "30d", sort: "last_contact" },
  { ...byCase, text: "parcel" },
  { ...byCase, facets: { ...noFacets, channel: ["chat", "voice"], region: ["EU", "US"] } },
  { ...byCase, facets: { ...noFacets, score: ["tone:none"], team: ["Care", "Loss"] } },
];

/** All that pages, lists and files say of a workspace. */
async function readAllPages(seen: SeenWorkspace): Promise<unknown> {
  const answers: unknown[] = [];
  for (const cases of queries) {
    const compared = { cases, compare: "previous" } as const;
    answers.push(
      await loadCasesPage(seen, cases, asOfUs),
      await textOf(casesCsv(seen, cases, asOfUs)),
      await loadCaseNeighbours(seen, cases, "C-3", asOfUs),
      await loadOverviewPage(seen, { ...defaultOverviewQuery, ...compared }, asOfUs),
      await loadTopFindings(seen, { ...defaultOverviewQuery, ...compared }, asOfUs),
      await loadJourneysPage(seen, { ...defaultJourneysQuery, ...compared }, asOfUs),
      await loadHandoffsPage(seen, { ...defaultHandoffsQuery, ...compared }, asOfUs),
      await loadComparePage(seen, { ...defaultCompareQuery, cases, by: "release" }, asOfUs, null),
      await loadComparePage(seen, { ...defaultCompareQuery, cases, by: "prompt" }, asOfUs, null),
      await loadPersonaPage(seen, { ...personaCodec.defaultValue, cases }, asOfUs, new Map()),
      await loadSlaPage(seen, cases, asOfUs),
      await textOf(slaCsv(seen, cases, asOfUs)),
      await loadFigures(seen, cases, asOfUs),
    );
    for (const thing of listedThings) {
      const query = { ...childListCodecs[thing].defaultValue, cases };
      answers.push(await loadChildList(seen, query, asOfUs));
      answers.push(await textOf(childListCsv(seen, query, asOfUs, readsAll)));
    }
  }
  answers.push(await loadCustomerPage(seen, "u-1", asOfUs));
  return rounded(answers, ["evaluators", "isWorkspaceEmpty"]);
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}

it("tells an account what a workspace of the cases within its scope tells one that sees all", async () => {
  await fc.assert(
    fc.asyncProperty(
      ...([fc.array(drawn, { minLength: 4, maxLength: 14 }), scopes] as const),
      async (all, scope) => {
        const cases = all.map(caseOf);
        const limited = await withTestWorkspace(async ({ folder, db }) => {
          await storeCases(db, cases);
          const path = locationIn(folder, "main");
          await loadCasesPage({ path, scope: null }, byCase, asOfUs);
          return readAllPages({ path, scope });
        });
        const alone = await withTestWorkspace(async ({ folder, db }) => {
          await storeCases(
            db,
            cases.filter((each) => isInScope(scope, each)),
          );
          return readAllPages({ path: locationIn(folder, "main"), scope: null });
        });
        expect(limited).toEqual(alone);
      },
    ),
    // Each run takes a second: a smaller example would take minutes.
    { numRuns: runs(8), endOnFailure: true },
  );
});
