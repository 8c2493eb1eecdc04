import { describe, expect, it } from "vitest";
import { changedSettings } from "@/lib/domain/settings/changed-settings";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readSavedViews } from "@/lib/store/decisions/saved-views";
import { withOtherWriter } from "@/lib/testing/with-other-writer";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import {
  casesSearch,
  defaultCasesQuery,
  type CasesQuery,
} from "@/lib/analytics/filter/cases-query";
import { applyChange } from "./apply-change";
import { createPreparation } from "../intake/preparation";

const path = "/cases";

describe("a saved view", () => {
  it("is kept with its name and what it searches for masked", async () => {
    const view = await saved("Calls of +44 20 7946 0958", {
      ...defaultCasesQuery,
      text: "anna.berg@example.com +44 20 7946 0958",
      page: 2,
    });
    expect(view?.name).toMatch(/^Calls of <PHONE:[0-9a-f]{16}>$/);
    const search = new URLSearchParams(view?.search);
    expect(search.get("q")).toMatch(/^<EMAIL:[0-9a-f]{16}> <PHONE:[0-9a-f]{16}>$/);
    expect(search.get("page")).toBe("2");
  });

  it("is kept as it is where nothing in it is personal", async () => {
    const query: CasesQuery = {
      ...defaultCasesQuery,
      facets: { ...defaultCasesQuery.facets, outcome: ["open"], channel: ["voice", "sms"] },
      text: "where is my refund?",
      period: { from: "2026-10-01", to: "2026-10-31" },
      peek: "SH-2",
    };
    expect(await saved("October, by phone", query)).toMatchObject({
      name: "October, by phone",
      search: casesSearch(query),
    });
  });
});

describe("two changes of settings in the same moment, on two servers", () => {
  const plan = (members: Partial<Settings>) =>
    ({
      kind: "settings",
      ...changedSettings(defaultSettings, { ...defaultSettings, ...members }),
    }) as const;
  const both = (one: Partial<Settings>, two: Partial<Settings>) =>
    withTestWorkspace(({ db }) =>
      withOtherWriter(db, async (other) => {
        const mask = (text: string) => text;
        const outcomes = await Promise.allSettled([
          applyChange({ db, scope: null, nowUs: 1, mask }, plan(one)),
          applyChange({ db: other, scope: null, nowUs: 1, mask }, plan(two)),
        ]);
        const refusals = outcomes.flatMap((each) =>
          each.status === "rejected" ? [each.reason as unknown] : [],
        );
        return { refusals, settings: await readSettings(db) };
      }),
    );

  it("are both kept where they are of different members", async () => {
    const { refusals, settings } = await both({ repeatWindowDays: 11 }, { durableDays: 12 });
    expect(refusals).toEqual([]);
    expect(settings).toEqual({ ...defaultSettings, repeatWindowDays: 11, durableDays: 12 });
  });

  it("replace only what was read, of the same member", async () => {
    const { refusals, settings } = await both({ durableDays: 11 }, { durableDays: 12 });
    expect(refusals).toMatchObject([{ code: "outdated" }]);
    expect([11, 12]).toContain(settings.durableDays);
  });
});

function saved(name: string, query: CasesQuery) {
  return withTestWorkspace(async ({ db, folder }) => {
    const { masker } = createPreparation(defaultSettings, folder);
    const mask = (text: string) => masker.text.mask(text).text;
    const view = { name, path, search: casesSearch(query), isShared: false };
    const by = { actor: "ann", choosesDefaults: false };
    await applyChange({ db, scope: null, nowUs: 1, mask }, { kind: "view-saved", view, by });
    const [kept] = await readSavedViews(db, path, "ann");
    return kept;
  });
}
