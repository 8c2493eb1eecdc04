import type { ChartCell } from "@/lib/analytics/charts/chart-model";
import { MISSING } from "@/lib/analytics/facets/case-facets";
import { filterName } from "@/lib/analytics/facets/child-traits";
import type { LeakKind, PiiInstant, PiiTally } from "@/lib/analytics/pii/tally-pii";
import { counted } from "@/lib/analytics/words/overview-links";
import { sensitivityOf } from "@/lib/domain/privacy/personal-values";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { formatCounted, formatInstant } from "@/lib/format/format";
import { piiKindLabel, placeLabels } from "@/lib/format/pii-words";
import { channelWords } from "@/lib/format/wording";
import type { PiiTable } from "./pii-model";
import type { PiiQuery } from "./url";
import { leaked, valuesHref } from "./values-href";

const kindsMost = 30;

/** Where values leaked, by type, place, and tool or attribute. */
export function kindsTable(query: PiiQuery, kinds: readonly LeakKind[]): PiiTable {
  const hidden = kinds.slice(kindsMost);
  const rest = hidden.reduce((sum, { values }) => sum + values, 0);
  return {
    title: "Where values arrived readable",
    isMatrix: false,
    subtitle:
      "Critical ones first, then the most frequent. Since and last: when the first and the latest arrived.",
    table: {
      columns: [
        { words: "Type", isNumber: false },
        { words: "Place", isNumber: false },
        { words: "Tool or attribute", isNumber: false },
        { words: "Values", isNumber: true },
        { words: "Since", isNumber: false },
        { words: "Last", isNumber: false },
      ],
      rows: kinds.slice(0, kindsMost).map((kind) => kindRow(query, kind)),
    },
    note:
      hidden.length === 0
        ? ""
        : `${formatCounted(hidden.length, "further row")} with ${formatCounted(rest, "value")} not shown: all values are in the CSV above.`,
  };
}

function kindRow(query: PiiQuery, kind: LeakKind): readonly ChartCell[] {
  const { type, place, source, values, first, last } = kind;
  const traits = { ...leaked, kindOf: type, place, source: filterName(source) };
  const sensitivity = sensitivityOf(type) === "critical" ? ", critical" : "";
  return [
    { words: `${piiKindLabel(type)}${sensitivity}` },
    { words: placeLabels[place] },
    { words: source === MISSING ? "–" : source },
    counted(values, valuesHref(query, traits)),
    { words: instantWords(first) },
    { words: instantWords(last) },
  ];
}

/** "12 Aug 2026, release 2026.16". */
export function instantWords({ atUs, release }: PiiInstant): string {
  const day = formatInstant(atUs, "day");
  return release === null ? day : `${day}, release ${release}`;
}

/** Leaked values by type and channel. */
export function channelTable(query: PiiQuery, { byChannel, byType, all }: PiiTally): PiiTable {
  const types = [...byType].filter(([, counts]) => counts.leaked > 0).map(([type]) => type);
  const countOf = (type: (typeof types)[number], channel: Channel) =>
    byChannel.get(type)?.get(channel) ?? 0;
  const sumOn = (channel: Channel) => types.reduce((sum, type) => sum + countOf(type, channel), 0);
  const shown = channels.filter((channel) => sumOn(channel) > 0);
  const sums: readonly ChartCell[] = [
    { words: "All types" },
    ...shown.map((channel) => counted(sumOn(channel), valuesHref(query, leaked, channel))),
    counted(all.leaked, valuesHref(query, leaked)),
  ];
  return {
    title: "By type and channel",
    isMatrix: true,
    subtitle: "Values that arrived readable, each once for every kind of place in its case.",
    table: {
      columns: [
        { words: "Type", isNumber: false },
        ...shown.map((channel) => ({ words: channelWords[channel], isNumber: true })),
        { words: "All channels", isNumber: true },
      ],
      rows: [
        ...types.map((type): readonly ChartCell[] => [
          { words: piiKindLabel(type) },
          ...shown.map((channel) =>
            counted(
              countOf(type, channel),
              valuesHref(query, { ...leaked, kindOf: type }, channel),
            ),
          ),
          counted(byType.get(type)?.leaked ?? 0, valuesHref(query, { ...leaked, kindOf: type })),
        ]),
        ...(types.length > 1 ? [sums] : []),
      ],
    },
    note: "",
  };
}
