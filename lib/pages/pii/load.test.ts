import { beforeAll, expect, it } from "vitest";
import { casesCodec } from "@/lib/analytics/filter/cases-query";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { rawParams } from "@/lib/format/address/raw-params";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { childListCsv, loadChildList } from "@/lib/pages/lists/load";
import { readsAll } from "@/lib/testing/reads-all";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { loadPiiPage } from "./load";
import type { PiiModel, PiiTable } from "./pii-model";
import { piiCodec } from "./url";

const asOfUs = demoSeed.endUs + 86_400_000_000;
let seen: SeenWorkspace;

beforeAll(async () => {
  ({ seen } = await demoWorkspace());
}, 400_000);

function pageOf(search: string): Promise<PiiModel> {
  return loadPiiPage(seen, piiCodec.parse(rawParams(search)).query, asOfUs);
}

async function listedAt(href: string) {
  const { query } = childListCodecs.pii.parse(rawParams(href.split("?")[1] ?? ""));
  const { total } = await loadChildList(seen, query, asOfUs);
  let lines = -1;
  for await (const chunk of childListCsv(seen, query, asOfUs, readsAll)) {
    lines += chunk.split("\r\n").length - 1;
  }
  return { total, lines };
}

const number = (words: string) => Number(words.replaceAll(",", ""));

/** The linked counts of a table, with their addresses. */
function countsIn(panel: { readonly table: PiiTable["table"] } | null) {
  return (panel?.table.rows ?? []).flatMap((row) =>
    row.flatMap(({ words, href }) => (href === undefined ? [] : [{ count: number(words), href }])),
  );
}

it("counts in each figure what its list and its CSV have, whatever the filters", async () => {
  for (const search of ["period=all", "period=all&place=customer-message&on=voice"]) {
    const { strip, kinds, byChannel, releases, redacted } = await pageOf(search);
    const [readable] = strip;
    const leaked = number(readable?.value ?? "");
    const linked = countsIn(kinds);
    expect(linked.reduce((sum, { count }) => sum + count, 0)).toBe(leaked);
    expect(countsIn(byChannel).at(-1)?.count).toBe(leaked);
    const figures = strip.flatMap(({ value, href }) =>
      href?.startsWith("/lists/") !== true || value.includes("%")
        ? []
        : [{ count: number(value), href }],
    );
    const byRelease = countsIn(releases?.frame ?? null);
    const ofValues = [...byRelease, ...countsIn(redacted)].filter(({ href }) =>
      href.startsWith("/lists/"),
    );
    for (const { count, href } of [
      ...figures,
      ...ofValues.slice(0, 12),
      ...ofValues.slice(-9),
      ...linked.slice(0, 8),
      ...countsIn(byChannel),
    ]) {
      expect(await listedAt(href)).toEqual({ total: count, lines: count });
    }
  }
});

it("names the worst place first, and since when", async () => {
  const { lede, kinds } = await pageOf("period=all");
  const [first] = kinds?.table.rows ?? [];
  expect(first?.[0]?.words).toBe("card number, critical");
  expect(lede.lead).toMatch(
    /personal values arrived readable in \d+ of 6\d\d cases, \d+ of them critical\.$/u,
  );
  expect(lede.rest).toContain(`since ${first?.[4]?.words ?? "?"}`);
});

it("counts the cases of each release as the list of cases does", async () => {
  const { releases } = await pageOf("period=all&agents=ai");
  const linked = countsIn(releases?.frame ?? null).filter(({ href }) => href.startsWith("/cases"));
  expect(linked.length).toBeGreaterThan(5);
  for (const { count, href } of linked) {
    const { query } = casesCodec.parse(rawParams(href.split("?")[1] ?? ""));
    expect((await loadCasesPage(seen, query, asOfUs)).total).toBe(count);
  }
});

it("prints the detector's recall on generated values beside the figures", async () => {
  const { detector, strip } = await pageOf("");
  expect(strip.at(-1)?.value).toBe(detector.value);
  expect(detector.value).toMatch(/^0\.\d\d$/u);
  expect(detector.basis).toMatch(/^0\.\d\d–\d\.\d\d, 650 generated values, /u);
  expect(detector.table.rows).toHaveLength(13);
});

it("shows nothing of cases that the viewer may not see", async () => {
  const elsewhere = { ...seen, scope: { regions: ["nowhere"], teams: [] } };
  const { query } = piiCodec.parse(rawParams("period=all"));
  const { lede, kinds, byChannel } = await loadPiiPage(elsewhere, query, asOfUs);
  expect(lede.lead).toMatch(/^No personal value/u);
  expect([kinds, byChannel]).toEqual([null, null]);
});
