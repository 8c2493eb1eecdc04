import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import { childListCodecs, type ChildListQuery } from "@/lib/analytics/filter/child-list-query";
import type { ChildListModel } from "@/lib/pages/lists/child-list-model";
import { ChildListView } from "./child-list-view";

function list(query: ChildListQuery, some: Partial<ChildListModel> = {}): string {
  const model = {
    ...{ query, asOfUs: 1_767_600_000_000_000, period: "all time", newestUs: null },
    ...{ evaluators: [], title: "0 disclosures", filters: [], columns: [], items: [] },
    ...{ total: 0, pageSize: 50, ...some },
  };
  return renderToStaticMarkup(<ChildListView model={model} behind={null} dropped={[]} />);
}

const { defaultValue } = childListCodecs.disclosures;
const all = { ...defaultValue, cases: everyCase };

it("leads from an empty list to where there is more, never to itself", () => {
  const whole = list(all);
  expect(whole).toContain("No case has any");
  expect(whole).toContain('href="/cases?period=all"');
  expect(whole).not.toContain('href="/lists/disclosures?period=all"');
  for (const query of [{ ...all, on: "voice" } as const, defaultValue]) {
    const filtered = list(query);
    expect(filtered).toContain("No disclosures match");
    expect(filtered).toContain('href="/lists/disclosures?period=all"');
  }
});

it("shows masked values as on any other page, in words and in ids", () => {
  const cells = [{ text: "This is <PERSON:0123456789abcdef>." }];
  const items = [{ id: "1", caseId: "of <EMAIL:0123456789abcdef>", href: "/case", cells }];
  const shown = list(all, { columns: ["What was said"], items, total: 1 });
  for (const words of ["name", "email"]) expect(shown).toContain(`[masked </span>${words}`);
  expect(shown).not.toMatch(/&lt;(?:PERSON|EMAIL):/u);
});
