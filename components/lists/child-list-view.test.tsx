import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { everyCase } from "@/lib/analytics/filter/cases-query";
import { childListCodecs, type ChildListQuery } from "@/lib/analytics/filter/child-list-query";
import { ChildListView } from "./child-list-view";

function emptyList(query: ChildListQuery): string {
  const model = {
    ...{ query, asOfUs: 1_767_600_000_000_000, period: "all time", newestUs: null },
    ...{ evaluators: [], title: "0 disclosures", filters: [], columns: [], items: [] },
    ...{ total: 0, pageSize: 50 },
  };
  return renderToStaticMarkup(<ChildListView model={model} behind={null} dropped={[]} />);
}

const { defaultValue } = childListCodecs.disclosures;
const all = { ...defaultValue, cases: everyCase };

it("leads from an empty list to where there is more, never to itself", () => {
  const whole = emptyList(all);
  expect(whole).toContain("No case has any disclosures");
  expect(whole).toContain('href="/cases?period=all"');
  expect(whole).not.toContain('href="/lists/disclosures?period=all"');
  for (const query of [{ ...all, on: "voice" } as const, defaultValue]) {
    const filtered = emptyList(query);
    expect(filtered).toContain("No disclosures match");
    expect(filtered).toContain('href="/lists/disclosures?period=all"');
  }
});
