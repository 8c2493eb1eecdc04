import { expect, it } from "vitest";
import type { FindingLink } from "@/lib/analytics/findings/finding-model";
import type { EndsModel } from "@/lib/pages/overview/overview-model";
import { prepareAsks } from "./prepare-asks";

const late: FindingLink = {
  ...{
    id: "sla-by-type/outage",
    words: "Outage cases end in time less often",
    basis: "",
    size: "",
  },
  ...{ href: "/sla?period=30d", certainty: "certain" },
  ...{ ask: "Staff outage cases for their target, or change it", alertHref: "/alerts" },
};
const watched: FindingLink = { ...late, id: "sla-past", certainty: "likely" };

const ladder = {
  ...{ segments: [], label: "", before: null, leftOut: [] },
  frame: {
    title: "",
    subtitle: "",
    label: "",
    note: "",
    links: [],
    table: { columns: [], rows: [] },
  },
};
const lookedFine = { title: "", subtitle: "", columns: [], rows: [], note: "", links: [] };
const known = { kind: "known", ladder, lookedFine, change: null } as const;
const unknown = {
  kind: "unknown",
  evidence: {
    ...{ title: "What would show how cases end", note: "" },
    rows: [
      {
        words: "Rated by the customer",
        count: "3",
        href: null,
        how: "Set csat.score on any span.",
      },
    ],
  },
} as const;
const asksFor = (items: readonly FindingLink[], ends: EndsModel) =>
  prepareAsks({ lead: "", items, note: "" }, ends);

it("asks for the decision of each certain finding, with the page that shows it, and for none of the others", () => {
  expect(asksFor([late, watched], known)).toEqual([
    {
      words: `${late.ask}.`,
      page: { name: "SLA", href: "/sla?period=30d" },
    },
  ]);
  expect(asksFor([watched], known)).toEqual([]);
});

it("asks first for what says how cases end, where it is not known", () => {
  expect(asksFor([late], unknown).map(({ words }) => words)).toEqual([
    expect.stringMatching(/: 3\)\..* csat\.score /u),
    `${late.ask}.`,
  ]);
});

it("names no page that is not in the navigation", () => {
  const [ask] = asksFor([{ ...late, href: "/reports/1" }], known);
  expect(ask?.page).toBeNull();
});
