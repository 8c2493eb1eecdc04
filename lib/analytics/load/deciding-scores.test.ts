import { beforeAll, describe, expect, it } from "vitest";
import { evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";
import { customerSentiment } from "@/lib/evaluators/customer-sentiment/customer-sentiment";
import type { Figure } from "../metrics/figure";
import { statement } from "@/lib/store/port";
import { demoSeed, demoWorkspace } from "@/lib/testing/demo-workspace";
import type { DecidingScore, ListedCase } from "../words/case-list-item";
import { everyCase, withToggled, type CasesQuery } from "../filter/cases-query";
import { childListCodecs } from "../filter/child-list-query";
import type { ChildItem } from "@/lib/pages/lists/child-list-model";
import { casesCsv } from "@/lib/pages/cases/load-csv";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { loadFigures } from "@/lib/pages/metrics/load";
import { loadChildList, childListCsv } from "@/lib/pages/lists/load";
import { readsAll } from "@/lib/testing/reads-all";

const { endUs } = demoSeed;
/** The scores of repeat_information by handoff. */
const handoffScores = `SELECT c.case_id AS caseId, s.value FROM scores s JOIN cases c ON c.id = s.case_key
  WHERE s.evaluator = 'repeat_information' AND s.target_kind = 'handoff' AND s.status = 'scored'`;
const ofMetric = (id: string): CasesQuery => ({
  ...everyCase,
  metric: { id, subset: "numerator" },
});
const queries: Readonly<Record<string, CasesQuery>> = {
  likely: ofMetric("likely_resolution_share"),
  again: ofMetric("repeat_information_case_rate"),
  bad: withToggled(everyCase, "score", "customer_sentiment:bad"),
  both: withToggled(ofMetric("repeat_information_case_rate"), "score", "tone:none"),
  plain: ofMetric("case_resolution_rate"),
};

type Read = {
  readonly headings: readonly string[];
  readonly rows: readonly ListedCase[];
  readonly csv: readonly string[];
};
const read = new Map<string, Read>();

/** What the evaluator of it gave the demo's handoffs, and what the metric makes of them. */
const repetition = { scores: [] as readonly number[], cases: [] as readonly string[] };
const figures = new Map<string, Figure>();

const contactMetrics = ["groundedness", "tone_match", "transfer_rate"] as const;
type ReadContacts = {
  readonly columns: readonly string[];
  readonly items: readonly ChildItem[];
  readonly csv: readonly string[];
};
const contacts = new Map<string, ReadContacts>();

async function linesOf(parts: AsyncGenerator<string>): Promise<readonly string[]> {
  let text = "";
  for await (const part of parts) text += part;
  return text.trimEnd().split("\r\n");
}

beforeAll(async () => {
  const { seen, db } = await demoWorkspace();
  const stored = await db.read((connection) =>
    statement<[], { readonly caseId: string; readonly value: number }>(
      connection,
      handoffScores,
    ).all(),
  );
  repetition.scores = stored.map(({ value }) => value);
  repetition.cases = stored.filter(({ value }) => value >= 0.5).map(({ caseId }) => caseId);
  for (const [metric, figure] of await loadFigures(seen, everyCase, endUs)) {
    figures.set(metric, figure);
  }
  for (const [name, query] of Object.entries(queries)) {
    const plain = { ...query, columns: [] };
    const model = await loadCasesPage(seen, plain, endUs);
    const csv = await linesOf(casesCsv(seen, plain, endUs));
    read.set(name, { headings: model.decidedBy, rows: model.rows, csv });
  }
  for (const id of contactMetrics) {
    const metric = { id, subset: "numerator" } as const;
    const query = { ...childListCodecs.contacts.defaultValue, metric };
    const { columns, items } = await loadChildList(seen, query, endUs);
    contacts.set(id, {
      columns,
      items,
      csv: await linesOf(childListCsv(seen, query, endUs, readsAll)),
    });
  }
});

const scoresOf = (name: string) =>
  (read.get(name)?.rows ?? []).map(({ deciding }) => deciding[0]?.value ?? NaN);

function bandOf({ evaluator, value }: DecidingScore) {
  const entry = evaluatorEntry(evaluator);
  return entry === null ? null : readScore(entry, value).band;
}

describe("on the demo's data", () => {
  it("a list that a metric opens shows the score it goes by: the last contact's, or the worst", () => {
    expect(read.get("likely")?.headings).toEqual(["Contact resolved, last contact"]);
    expect(scoresOf("likely").length).toBeGreaterThan(10);
    for (const value of scoresOf("likely")) expect(value).toBeGreaterThanOrEqual(0.5);
    const again = read.get("again");
    expect(again?.headings).toEqual(["Asked again, worst"]);
    expect(again?.rows.length).toBeGreaterThan(10);
    for (const { deciding } of again?.rows ?? []) {
      const [score] = deciding;
      expect(score === null || score === undefined ? null : bandOf(score)).toBe("bad");
    }
  });

  it("counts as asked again what the evaluator of it scored so, and knows of no other", () => {
    const { scores, cases } = repetition;
    const hits = scores.filter((value) => value === 1).length;
    expect(hits).toBeGreaterThan(10);
    expect(figures.get("repeat_information_rate")).toMatchObject({ hits, of: scores.length });
    const unasked = scores.filter((value) => value === 0.5).length;
    expect(figures.get("said_again_rate")).toMatchObject({ hits: unasked, of: scores.length });
    const listed = read.get("again")?.rows.map(({ caseId }) => caseId) ?? [];
    expect(cases).toEqual(expect.arrayContaining(listed));
  });

  it("so does one that a score was chosen for, and of what was never scored it says so", () => {
    expect(read.get("bad")?.headings).toEqual(["Customer frustrated, worst"]);
    expect(read.get("bad")?.rows.length).toBeGreaterThan(10);
    for (const { deciding } of read.get("bad")?.rows ?? []) {
      const [score] = deciding;
      expect(score === null || score === undefined ? null : bandOf(score)).toBe("bad");
      expect(score?.version).toBe(customerSentiment.version);
    }
    const both = read.get("both");
    expect(both?.headings).toEqual([...["Asked again, worst", "Agent polite, worst"]]);
    for (const { deciding } of both?.rows ?? []) expect(deciding[1]).toBeNull();
    expect(read.get("plain")?.headings).toEqual([]);
  });

  it("its file has the same scores, with the version of the evaluator that gave each", () => {
    for (const [name, { headings, rows, csv }] of read) {
      const heads = headings.flatMap((words) => [`"${words}"`, `"${words}: version"`]);
      expect(csv[0], name).toBe(["Case", ...heads].join(","));
      expect(csv.slice(1, rows.length + 1), name).toEqual(
        rows.map(({ caseId, deciding }) =>
          [caseId, ...deciding.flatMap((each) => [each?.value, each?.version])].join(","),
        ),
      );
    }
  });

  it("a list of contacts shows the scores by which each is in it, or else whether it looks resolved", () => {
    const grounded = contacts.get("groundedness");
    expect(grounded?.columns).toContain("Grounded, worst answer");
    expect(scoresIn("groundedness", "groundedness").length).toBeGreaterThan(10);
    for (const value of scoresIn("groundedness", "groundedness")) {
      expect(value).toBeGreaterThanOrEqual(0.6);
    }
    const polite = contacts.get("tone_match");
    expect(polite?.columns).toEqual(
      expect.arrayContaining(["Customer frustrated", "Agent polite"]),
    );
    for (const item of polite?.items ?? []) {
      const [mood, tone] = decidingOf(item);
      expect(mood?.evaluator, item.id).toBe("customer_sentiment");
      expect(mood === null || mood === undefined ? null : bandOf(mood), item.id).toBe("bad");
      expect(tone === null || tone === undefined ? null : bandOf(tone), item.id).toBe("good");
    }
    expect(contacts.get("transfer_rate")?.columns).toContain("Contact resolved");
  });

  it("the file of such a list has them too, each with its version", () => {
    for (const [id, { items, csv }] of contacts) {
      const names = cellsOf(csv[0]);
      const at = names.findIndex((name) => name.endsWith(": version"));
      expect(names[at], id).toBe(`${names[at - 1] ?? ""}: version`);
      for (const [place, item] of items.slice(0, 20).entries()) {
        const [first] = decidingOf(item);
        const cells = cellsOf(csv[place + 1]).slice(at - 1, at + 1);
        expect(cells, `${id}: ${item.id}`).toEqual([
          ...[String(first?.value ?? ""), String(first?.version ?? "")],
        ]);
      }
    }
  });
});

/** The cells of a line of CSV without quotes inside them. */
function cellsOf(line = ""): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
}

function decidingOf({ cells }: ChildItem): readonly (DecidingScore | null)[] {
  return cells.flatMap(({ score }) => (score === undefined ? [] : [score]));
}

function scoresIn(metric: string, evaluator: string): readonly number[] {
  return (contacts.get(metric)?.items ?? []).flatMap((item) =>
    decidingOf(item).flatMap((score) => (score?.evaluator === evaluator ? [score.value] : [])),
  );
}
