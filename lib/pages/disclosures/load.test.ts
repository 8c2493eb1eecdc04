import { beforeAll, expect, it } from "vitest";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { rawParams } from "@/lib/format/address/raw-params";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { childListCsv, loadChildList } from "@/lib/pages/lists/load";
import { readsAll } from "@/lib/testing/reads-all";
import { addBusinessDays } from "@/lib/stats/time/business-days";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { loadDisclosuresPage } from "./load";
import { loadCoverage } from "./load-coverage";
import { coverageCodec } from "./coverage/url";
import { loadQueue } from "./load-queue";
import { queueCodec } from "./queue/url";
import { disclosuresCodec } from "./url";

const asOfUs = demoSeed.endUs + 86_400_000_000;
let seen: SeenWorkspace;
const nobody = { viewer: "nobody", names: new Map<string, string>() };

beforeAll(async () => {
  ({ seen } = await demoWorkspace());
});

function pageOf(href: string) {
  const { query } = disclosuresCodec.parse(rawParams(href.split("?")[1] ?? ""));
  return loadDisclosuresPage(seen, query, asOfUs, nobody);
}

async function listedAt(href: string) {
  const thing = href.startsWith("/lists/contacts") ? "contacts" : "disclosures";
  const { query } = childListCodecs[thing].parse(rawParams(href.split("?")[1] ?? ""));
  const { total } = await loadChildList(seen, query, asOfUs);
  let lines = -1;
  for await (const chunk of childListCsv(seen, query, asOfUs, readsAll)) {
    lines += chunk.split("\r\n").length - 1;
  }
  return { total, lines };
}

const number = (words: string) => Number(words.replaceAll(",", ""));

it("counts in each figure of the matrix what its list and its CSV have", async () => {
  const { matrix } = await pageOf("/disclosures?period=all");
  expect(matrix.rows.length).toBeGreaterThan(2);
  for (const row of matrix.rows) {
    const { required, given, notGiven, notEvaluable } = row;
    for (const count of [required, given, notGiven, notEvaluable]) {
      const counted = number(count.words);
      if (count.href === null) expect(counted).toBe(0);
      else expect(await listedAt(count.href)).toEqual({ total: counted, lines: counted });
    }
    expect(number(required.words)).toBe(number(given.words) + number(notGiven.words));
    const cells = row.cells.flatMap(({ shown }) => shown ?? []);
    const open = cells.flatMap(({ notes }) => notes.filter((words) => words.endsWith("not given")));
    const sum = open.reduce((all, words) => all + number(words.split(" ")[0] ?? ""), 0);
    expect(sum).toBe(number(notGiven.words));
  }
});

it("names the rules that are on and were required in none of the contacts", async () => {
  const { matrix } = await pageOf("/disclosures?period=all&channel=email");
  const shown = matrix.rows.map(({ name }) => name);
  const [, named = ""] =
    /^Also on, but not required in any of these contacts: ([^.]+)\./.exec(matrix.foot) ?? [];
  expect(named).not.toBe("");
  for (const name of shown) expect(named).not.toContain(name);
  const all = await pageOf("/disclosures?period=all");
  const everywhere = all.matrix.rows.map(({ name }) => name);
  expect(
    everywhere.filter((name) => !shown.includes(name)).every((name) => named.includes(name)),
  ).toBe(true);
});

it("counts by release what the lists and the CSV have, of the chosen rule and channel", async () => {
  for (const search of ["period=all", "period=all&rule=instalment-terms&on=sms"]) {
    const { releases, matrix } = await pageOf(`/disclosures?${search}`);
    const counts = (releases?.frame.table.rows ?? []).map((row) => row.slice(2));
    expect(counts.length).toBeGreaterThan(2);
    for (const { words, href } of counts.flat()) {
      const counted = number(words);
      if (href === undefined) expect(counted).toBe(0);
      else expect(await listedAt(href)).toEqual({ total: counted, lines: counted });
    }
    const given = matrix.rows.reduce((sum, row) => sum + number(row.given.words), 0);
    const named = counts.reduce((sum, [cell]) => sum + number(cell?.words ?? ""), 0);
    expect(named).toBeLessThanOrEqual(given);
  }
});

it("counts received and evaluated contacts by channel and day as their lists and CSV have them", async () => {
  const query = coverageCodec.parse(rawParams("days=91")).query;
  const { channels, byDay, lede } = await loadCoverage(seen, query, asOfUs);
  const total = channels.at(-1)?.counts.map(({ words }) => number(words)) ?? [];
  expect(total[0]).toBeGreaterThan(100);
  expect(total[0]).toBe((total[1] ?? 0) + (total[2] ?? 0) + (total[3] ?? 0));
  expect(total[3]).toBe(total.slice(4).reduce((sum, count) => sum + count, 0));
  const shown = (rows: typeof byDay, at: number) =>
    rows.reduce((sum, { counts }) => sum + number(counts[at]?.words ?? ""), 0);
  expect(byDay).toHaveLength(91);
  for (const at of total.keys()) expect(shown(byDay, at)).toBe(total[at]);
  for (const { counts } of [...channels, ...byDay.slice(0, 5)]) {
    for (const { words, href } of counts.slice(0, 5)) {
      const counted = number(words);
      if (href === null) expect(counted).toBe(0);
      else expect(await listedAt(href)).toEqual({ total: counted, lines: counted });
    }
  }
  expect(lede.lead).toMatch(/in 91 days could/u);
});

it("says of each choice of a filter how many findings it leaves, as its list and its CSV have them", async () => {
  const { list } = await pageOf("/disclosures?period=all&found=not_evaluable&severity=high");
  for (const { choices } of list.filters) {
    for (const { words, href } of choices) {
      const counted = number(/[\d,]+$/u.exec(words)?.[0] ?? "");
      const page = await pageOf(href);
      expect([href, page.list.pagination.total]).toEqual([href, counted]);
      const listed = { total: counted, lines: counted };
      expect([href, await listedAt(page.list.csv.href)]).toEqual([href, listed]);
    }
  }
  const all = await pageOf("/disclosures?period=all&found=not_given");
  const severities = all.list.filters.find(({ label }) => label === "Severity")?.choices ?? [];
  const counts = severities.map(({ words }) => number(/[\d,]+$/u.exec(words)?.[0] ?? ""));
  expect(counts.slice(1).reduce((sum, count) => sum + count, 0)).toBe(counts[0]);
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(2);
});

it("counts the last days of findings to the same day as the period of the page", async () => {
  for (const days of ["7", "30", "90"]) {
    const { period, list } = await pageOf(`/disclosures?period=${days}d`);
    const choices = list.filters.flatMap((filter) => filter.choices);
    const choice = choices.find(({ words }) => words.startsWith(`last ${days} days of data `));
    const [from = "", to = ""] =
      /days=([\d-]+)\.\.([\d-]+)/u.exec(choice?.href ?? "")?.slice(1) ?? [];
    const shown = [period?.fromUs, (period?.toUs ?? 0) - 86_400_000_000];
    expect([Date.parse(from) * 1000, Date.parse(to) * 1000]).toEqual(shown);
  }
});

it("says of each choice of the queue how many findings it leaves", async () => {
  const dueUs = (_rule: string, _state: string, atUs: number) => addBusinessDays(atUs, 60);
  const queueAt = (href: string) => {
    const { query } = queueCodec.parse(rawParams(href.split("?")[1] ?? ""));
    return loadQueue(seen, query, asOfUs, { viewer: "nobody", dueUs, names: new Map() });
  };
  const queue = await queueAt("/disclosures/queue");
  expect(queue.filters.map(({ label }) => label)).toEqual([
    ...["Why it waits", "Due", "Severity", "Rules"],
  ]);
  for (const { choices } of queue.filters) {
    for (const { words, href } of choices) {
      const { pagination } = await queueAt(href);
      expect([href, pagination.total]).toEqual([href, number(/[\d,]+$/u.exec(words)?.[0] ?? "")]);
    }
  }
});

it("finds what was given in chat and missed by SMS in high-risk cases by two presets, with its evidence", async () => {
  const first = await pageOf("/disclosures?period=all");
  const second = await pageOf(first.presets[0]?.href ?? "");
  const third = await pageOf(second.presets[1]?.href ?? "");
  expect(third.presets.map(({ isChosen }) => isChosen)).toEqual([true, true]);
  const terms = third.list.lines.filter(({ rule }) => rule === "Instalment terms");
  expect(terms.length).toBeGreaterThan(0);
  for (const { channel, status, href } of terms) {
    expect([channel, status.name]).toEqual(["sms", "missing"]);
    const { panel } = await pageOf(href);
    expect(panel?.status.label).toBe("not found by rule instalment-terms, not reviewed");
    expect(panel?.searched).toMatch(/^\d+ messages?, /u);
    expect(panel?.turns.length).toBeGreaterThan(0);
    const strip = panel?.strip.rows.find(({ name }) => name === "Instalment terms");
    const tones = panel?.strip.contacts.map((contact, at) => [
      contact.channel,
      strip?.cells[at]?.tone,
    ]);
    expect(tones).toContainEqual(["chat", "pass"]);
    expect(tones).toContainEqual(["sms", "fail"]);
  }
});

it("shows no evidence of a case that the viewer may not see", async () => {
  const { list } = await pageOf("/disclosures?period=all");
  const href = list.lines[0]?.href ?? "";
  const { query } = disclosuresCodec.parse(rawParams(href.split("?")[1] ?? ""));
  const elsewhere = { ...seen, scope: { regions: ["nowhere"], teams: [] } };
  const page = await loadDisclosuresPage(elsewhere, query, asOfUs, nobody);
  expect(page.panel).toBeNull();
  expect(page.list.lines).toEqual([]);
});

it("shows of each finding its evidence, the nearest words or where the search began, and says which", async () => {
  const { list } = await pageOf("/disclosures?period=all&found=missing");
  expect(list.lines.length).toBeGreaterThan(5);
  for (const { words, wordsLabel } of list.lines) {
    expect(words).not.toBe("");
    expect(["Nearest words: ", "Searched: "]).toContain(wordsLabel);
  }
  const given = await pageOf("/disclosures?period=all&found=given");
  expect(new Set(given.list.lines.map(({ wordsLabel }) => wordsLabel))).toEqual(new Set([""]));
});
