import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { beforeAll, describe, expect, it } from "vitest";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import { withToggled } from "@/lib/analytics/filter/cases-query";
import { formatInstant, isoDay } from "@/lib/format/format";
import { defaultOverviewQuery, type OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { rawParams } from "@/lib/format/address/raw-params";
import { childListCsv, loadChildList } from "@/lib/pages/lists/load";
import { readsAll } from "@/lib/testing/reads-all";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { loadPersonaPage } from "./load";

const { endUs } = demoSeed;

const { cases } = defaultOverviewQuery;
const filters: Readonly<Record<string, OverviewQuery["cases"]>> = {
  "90 days": cases,
  "all there is": { ...cases, period: "all" },
  "those that went on by phone": withToggled(cases, "channel", "voice"),
  "refunds of 30 days": { ...withToggled(cases, "type", "refund"), period: "30d" },
  "those of AI and people": withToggled(cases, "agents", "both"),
};

type Counted = {
  readonly name: string;
  readonly bar: number;
  readonly row: number;
  readonly listed: number;
  readonly lines: number;
};
const counted: Counted[] = [];
/** Formality on the phone: cells of the page's table, and of the lineage's. */
const voice = { status: "", weeks: [] as string[][], lineage: [] as string[][] };

beforeAll(async () => {
  const { seen } = await demoWorkspace();
  const all = { ...defaultOverviewQuery, attribute: "formality" as const };
  const { drift, lineage } = await loadPersonaPage(seen, all, endUs, new Map());
  const chart = drift.charts.find(({ channel }) => channel === "voice");
  voice.status = chart?.status.label ?? "";
  voice.weeks = (chart?.table.rows ?? []).map((cells) => cells.map(({ words }) => words));
  voice.lineage = lineage.frame.table.rows.map((cells) => cells.map(({ words }) => words));
  for (const [name, narrowed] of Object.entries(filters)) {
    const query = { ...defaultOverviewQuery, cases: narrowed, attribute: null };
    const { lineage } = await loadPersonaPage(seen, query, endUs, new Map());
    const rows = new Map(
      lineage.frame.table.rows.map((cells) => [cells.at(-1)?.href, cells.at(-1)?.words]),
    );
    const bars = lineage.templates.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.bars));
    for (const { title, href } of bars) {
      const { pathname, search } = new URL(href, "http://localhost");
      expect(pathname).toBe("/lists/contacts");
      const { query: list, dropped } = childListCodecs.contacts.parse(rawParams(search));
      expect(dropped).toEqual([]);
      let lines = -1;
      for await (const part of childListCsv(seen, list, endUs, readsAll))
        lines += part.split("\r\n").length - 1;
      counted.push({
        name: `${title} of ${name}`,
        bar: Number(/: ([\d,]+) contact/u.exec(title)?.[1]?.replaceAll(",", "")),
        row: Number(rows.get(href)?.replaceAll(",", "")),
        listed: (await loadChildList(seen, list, endUs)).total,
        lines,
      });
    }
  }
});

describe("on the demo's data", () => {
  it("each bar of the lineage is the contacts in the list it opens and in its file, under five filters", () => {
    expect(counted.length).toBeGreaterThan(25);
    for (const { name, bar, row, listed, lines } of counted) {
      expect({ bar, row, lines }, name).toEqual({ bar: listed, row: listed, lines: listed });
      expect(listed, name).toBeGreaterThan(0);
    }
  });

  it("voice's alarm begins in the week in which it first ran the version that made it formal", () => {
    const dayOf = (words = "") => Date.parse(`${words.split(",")[0] ?? ""} UTC`) * 1000;
    const starts = voice.weeks.map(([week]) => dayOf(week));
    const outside = voice.weeks.findIndex((cells) => cells.includes("outside"));
    const first = voice.lineage.find(
      ([version, channel]) => version === "support-core v8" && channel === "Voice",
    );
    const heard = dayOf(first?.[2]);
    expect(heard).toBeGreaterThanOrEqual(starts[outside] ?? NaN);
    expect(heard).toBeLessThan(starts[outside + 1] ?? NaN);
    expect(voice.weeks[outside]?.at(-1)).toContain("support-core v8");
    const last = formatInstant((starts[outside + 1] ?? NaN) - 1, "dayOfYear");
    expect(voice.status).toBe(`alarm, outside since the week to ${last}`);
  });

  it("knows nothing that happened after the period", async () => {
    const { seen } = await demoWorkspace();
    const leadOf = async (period: OverviewQuery["cases"]["period"]) => {
      const query = { ...defaultOverviewQuery, cases: { ...cases, period }, attribute: null };
      const { lede, drift } = await loadPersonaPage(seen, query, endUs, new Map());
      return [lede.lead, drift.charts.some(({ status }) => status.label.startsWith("alarm"))];
    };
    expect(await leadOf("all")).toEqual([expect.stringContaining("more formal"), true]);
    for (const fromUs of [Date.parse("2020-05-01") * 1000, endUs - 200 * dayUs]) {
      const period = { from: isoDay(fromUs), to: isoDay(fromUs + 30 * dayUs) };
      expect(await leadOf(period)).toEqual([expect.stringContaining("too early to tell"), false]);
    }
  });
});
