import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { CohortHealth } from "@/lib/domain/gate/cohort-health";
import { paginate } from "@/lib/format/address/paginate";
import { prepareCohort, type CohortFacts } from "@/lib/pages/cohorts/prepare-cohort";
import { CohortView } from "./cohort-view";

const health: CohortHealth = {
  ...{ items: 2, crossChannel: 1, scope: "cross_channel", inScope: 1 },
  effective: {
    ...{ items: 1, clusters: 1, largestCluster: 1, designEffect: 1 },
    ...{ correlation: 0.2, measuredOn: null },
  },
  power: { power: 0.8, bar: null, paired: { drop: null, fixed: 0.03, measuredOn: null } },
  strata: [
    { stratum: "outage", items: 1, crossChannel: 0, cases: 7 },
    { stratum: null, items: 1, crossChannel: 1, cases: null },
  ],
  production: {
    ...{ days: 30, cases: 10, missingShare: 0.3 },
    missing: [{ stratum: "billing", cases: 3 }],
  },
  duplicates: [],
  withoutExpected: ["made"],
};
const made: CohortItem = {
  ...{ id: "made", cluster: "customer-9", channels: ["chat", "voice"], expected: null },
  ...{ stratum: null, source: "C 4377", situation: "Paid twice" },
  opening: [{ channel: "chat", text: "My name is [NAME_1].\n<b>Refund!</b>" }],
  persona: { name: "Dana", fields: { age: "41" } },
  scenario: { name: "refund", fields: {} },
};
const imported: CohortItem = {
  ...{ id: "imported", cluster: null, channels: ["sms"], expected: "told by when" },
  ...{ stratum: "outage", source: "import" },
};
const facts: CohortFacts = {
  ...{ name: "golden-200", frozen: null, health, draw: null, items: [made, imported] },
  pagination: paginate({ page: 1, pageSize: 50, total: 2 }, () => "/cohorts/1"),
};
const markup = (given: CohortFacts) =>
  renderToStaticMarkup(<CohortView model={prepareCohort(given)} dropped={[]} crumbs="Cohorts" />);

describe("a cohort's page", () => {
  it("shows what is replayed of each case, where it came from and what it lacks", () => {
    const html = markup(facts);
    expect(html).toContain('href="/cases/C%204377"');
    expect(html).toContain("&lt;b&gt;Refund!&lt;/b&gt;");
    expect(html).toContain("told by when");
    expect(html).toContain("No expected outcome");
    expect(html).toContain("Nothing is kept");
    for (const words of ["Dana", "41", "refund", "Paid twice", "customer-9", "a file"]) {
      expect(html).toContain(words);
    }
    expect(html).toContain("billing (missing)");
    expect(html).toContain("not yet: ");
  });

  it("shows the case types with most cases, and counts the others", () => {
    const strata = Array.from({ length: 60 }, (_, at) => ({
      ...{ stratum: `type ${String(at)}`, items: at + 1, crossChannel: 0, cases: null },
    }));
    const { strata: table } = prepareCohort({
      ...facts,
      health: { ...health, items: 1_830, strata, production: null },
    });
    expect(table?.rows).toHaveLength(25);
    expect(table?.rows[0]?.words).toBe("type 59");
    expect(table?.subtitle).toBe("60 case types");
    expect(table?.note).toContain("35 further case types");
  });

  it("shows the hash of a frozen one, and how it was drawn", () => {
    const sha256 = "4be1".padEnd(64, "0");
    const html = markup({
      ...facts,
      frozen: { version: 3, sha256, atUs: 1_767_600_000_000_000 },
      draw: {
        request: {
          ...{ method: "stratified", size: 200, seed: 7, by: ["intent"], crossChannelShare: null },
        },
        by: ["intent"],
        ...{ population: 10, crossChannelPopulation: 4, openedUs: null },
        ...{ crossChannel: 1, crossChannelWish: null },
      },
    });
    expect(html).toContain("as version 3");
    expect(html).toContain(sha256);
    expect(html).toContain("in proportion to intent, with the seed 7");
  });

  it("shows nothing of an empty one but that it is", () => {
    const empty: CohortHealth = {
      ...{ ...health, items: 0, crossChannel: 0, inScope: 0, strata: [] },
      ...{ production: null, withoutExpected: [] },
    };
    const html = markup({ ...facts, health: empty, items: [] });
    expect(html).toContain("No cases yet.");
    expect(html).not.toContain("<h2");
  });
});
