import type { BarModel, BarRow, ChartCell } from "@/lib/analytics/charts/chart-model";
import { shownReleases } from "@/lib/analytics/charts/shown-releases";
import { MISSING } from "@/lib/analytics/facets/case-facets";
import type { LeakKind, PiiTally, ReleaseTally } from "@/lib/analytics/pii/tally-pii";
import { counted, listHref } from "@/lib/analytics/words/overview-links";
import { sensitivityOf } from "@/lib/domain/privacy/personal-values";
import { formatCount, formatCounted, formatInstant } from "@/lib/format/format";
import { piiKindLabel, placeLabels } from "@/lib/format/pii-words";
import type { PiiQuery } from "./url";
import { leaked, valuesHref } from "./values-href";

type NamedRelease = ReleaseTally & { readonly release: string };

/** Readable values per case of each release, in order of the releases. @returns null where none is named */
export function releasePanel(query: PiiQuery, { releases, kinds }: PiiTally): BarModel | null {
  const { shown, leftOut } = shownReleases(releases, query.cases.facets.release);
  if (shown.length === 0) return null;
  const without = releases.find(({ release }) => release === null);
  const title = titleOf(shown);
  const rows = shown.map((each) => barOf(query, each));
  return {
    rows,
    frame: {
      title,
      subtitle:
        "Values that arrived readable, per case that the release served, in order of the releases.",
      label: `${title}: ${rows.map(({ subject, shown: words }) => `${subject.words} ${words}`).join(", ")}.`,
      links: [],
      note: [
        leftOut,
        without === undefined || without.all.leaked === 0
          ? ""
          : `${formatCounted(without.all.leaked, "value")} came from contacts that name no release.`,
      ]
        .filter((words) => words !== "")
        .join(" "),
      table: {
        columns: [
          { words: "Release", isNumber: false },
          { words: "First value", isNumber: false },
          { words: "Cases", isNumber: true },
          { words: "Readable", isNumber: true },
          { words: "Critical", isNumber: true },
          { words: "Redacted by the sender", isNumber: true },
          { words: "Leaks first seen", isNumber: false },
        ],
        rows: shown.map((each) => releaseRow(query, each, kinds)),
      },
    },
  };
}

function perCase({ all, cases }: ReleaseTally): number {
  return cases === 0 ? 0 : all.leaked / cases;
}

const words = (rate: number) => rate.toFixed(1);

function titleOf(shown: readonly NamedRelease[]): string {
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || first === last) return "By release";
  return `By release: ${words(perCase(first))} readable values per case on ${first.release}, ${words(perCase(last))} on ${last.release}`;
}

function barOf(query: PiiQuery, tally: NamedRelease): BarRow {
  const { release, all, critical, cases } = tally;
  const severe = critical.leaked === 0 ? "" : `, ${formatCount(critical.leaked)} critical`;
  return {
    key: release,
    subject: { channels: [], words: release },
    amount: perCase(tally),
    shown: words(perCase(tally)),
    basis: `${formatCounted(all.leaked, "value")} in ${formatCounted(cases, "case")}${severe}`,
    href: all.leaked === 0 ? null : valuesHref(query, { ...leaked, sent: release }),
  };
}

function releaseRow(
  query: PiiQuery,
  { release, firstUs, all, critical, cases }: NamedRelease,
  kinds: readonly LeakKind[],
): readonly ChartCell[] {
  return [
    { words: release },
    { words: firstUs === null ? "–" : formatInstant(firstUs, "day") },
    counted(cases, listHref(query.cases, { facets: { release: [release] } })),
    counted(all.leaked, valuesHref(query, { ...leaked, sent: release })),
    counted(
      critical.leaked,
      valuesHref(query, { ...leaked, sensitivity: "critical", sent: release }),
    ),
    counted(all.redacted, valuesHref(query, { arrived: "redacted", sent: release })),
    { words: firstSeenWords(kinds, release) || "–" },
  ];
}

/** The leaks that no contact had before: "card number in tool arguments of find_customer and 2 more". */
function firstSeenWords(kinds: readonly LeakKind[], release: string): string {
  const fresh = kinds.filter(({ first }) => first.release === release);
  const [worst] = fresh;
  if (worst === undefined) return "";
  const source = worst.source === MISSING ? "" : ` of ${worst.source}`;
  const severe = sensitivityOf(worst.type) === "critical" ? " (critical)" : "";
  const more = fresh.length > 1 ? ` and ${formatCount(fresh.length - 1)} more` : "";
  return `${piiKindLabel(worst.type)}${severe} in ${placeLabels[worst.place]}${source}${more}`;
}
