import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { beforeAll, expect, it } from "vitest";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { otlpRequest, type OtlpRequest } from "@/lib/testing/spans/otlp";
import {
  casesCodec,
  casesSearch,
  everyCase,
  withToggled,
} from "@/lib/analytics/filter/cases-query";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { loadPersonaPage } from "@/lib/pages/persona/load";
import { loadChildList } from "@/lib/pages/lists/load";
import { loadSlaPage } from "@/lib/pages/sla/load";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const firstUs = 1_767_600_000_000_000;
const hourUs = 3_600_000_000;
const asOfUs = firstUs + 2 * hourUs;

/** Alike at both ends, and each longer than an address keeps. */
const longNames = ["one", "another"].map(
  (middle) => `waits for ${"a part ".repeat(40)}${middle} ${"from the maker ".repeat(40)}💬`,
);

/** A case of a question and an answer that names everything so. */
function caseOf(name: string, index: number): OtlpRequest {
  const of = { traceId: `c${String(index)}`.padStart(32, "a") };
  const atUs = firstUs + index * 60_000_000;
  return otlpRequest([
    {
      ...{ ...of, spanId: "1".repeat(16), name: "message", startUs: atUs },
      attributes: {
        ...{ case_id: `L-${String(index)}`, channel: "chat", "case.type": name, region: name },
        ...{ "case.event": "sla_paused", "sla.pause_reason": name },
        "sla.due": new Date((firstUs + 48 * hourUs) / 1000).toISOString(),
        ...{ "message.role": "customer", "message.content": "Where is my parcel?" },
      },
    },
    {
      ...{ ...of, spanId: "2".repeat(16), name: "message", startUs: atUs + 20_000_000 },
      attributes: {
        ...{ case_id: `L-${String(index)}`, "agent.kind": "ai", release: name },
        ...{ "gen_ai.prompt.template.name": name, "gen_ai.prompt.template.version": "v7" },
        ...{ "message.role": "agent", "message.content": "It waits for a part." },
      },
    },
  ]);
}

type Opened = { readonly of: string; readonly count: number; readonly listed: number };
const opened: Opened[] = [];
const dropped: string[] = [];

beforeAll(() =>
  withTestWorkspace(
    async ({ folder, ingestRequests, derive }) => {
      const names = [...longNames, longNames[0] ?? ""];
      await ingestRequests(names.map((name, index) => caseOf(name, index)));
      await derive();
      const seen = { path: locationIn(folder, "main"), scope: null };
      const listedOf = async (search: string) => {
        const { query, dropped: left } = casesCodec.parse(rawParams(search));
        dropped.push(...left.map(({ name }) => name));
        return (await loadCasesPage(seen, query, asOfUs)).total;
      };
      const { reasons } = await loadSlaPage(seen, everyCase, asOfUs);
      for (const { amount, href } of reasons?.rows ?? []) {
        const { search } = new URL(href ?? "", "http://localhost");
        opened.push({ of: "reasons", count: amount, listed: await listedOf(search) });
      }
      const { facets } = await loadCasesPage(seen, everyCase, asOfUs);
      for (const facet of ["type", "region", "release", "prompt", "firstPrompt"] as const) {
        for (const { value, count } of facets[facet].options) {
          const search = casesSearch(withToggled(everyCase, facet, value));
          opened.push({ of: facet, count, listed: await listedOf(search) });
        }
      }
      const persona = { ...defaultOverviewQuery, cases: everyCase, attribute: null };
      const { lineage } = await loadPersonaPage(seen, persona, asOfUs, new Map());
      for (const { words, href } of lineage.frame.table.rows.flatMap((cells) => cells.slice(-1))) {
        const { search } = new URL(href ?? "", "http://localhost");
        const { query, dropped: left } = childListCodecs.contacts.parse(rawParams(search));
        dropped.push(...left.map(({ name }) => name));
        const { total } = await loadChildList(seen, query, asOfUs);
        opened.push({ of: "lineage", count: Number(words), listed: total });
      }
    },
    { nowUs: asOfUs },
  ),
);

it("opens what is counted by a name that is longer than an address keeps", () => {
  expect(dropped).toEqual([]);
  for (const of of ["reasons", "type", "region", "release", "prompt", "firstPrompt", "lineage"]) {
    const counts = opened.filter((each) => each.of === of);
    counts.sort((one, other) => other.count - one.count);
    expect(counts, of).toEqual([
      { of, count: 2, listed: 2 },
      { of, count: 1, listed: 1 },
    ]);
  }
});
