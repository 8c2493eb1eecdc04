import { selectionMask } from "../../ask/selection-mask";
import type { Snapshot } from "../../ask/snapshot";
import { figuresOf } from "../../ask/count";
import { areEndsKnown, readEndKnown } from "../../outcomes/end-known";
import { listedCases } from "../../counts/case-set";
import type { AmountFigure, Figure, ShareFigure } from "../../metrics/figure";
import { findMetric } from "../../metrics/metrics";
import type { Topic, Topics } from "./find-topics";
import { findGrowth, type Growth, type OpenedCase } from "./find-growth";

/** A topic in the cases of a filter. */
export type CountedTopic = Pick<Topic, "name" | "also"> & {
  readonly cases: number;
  readonly resolved: ShareFigure | null;
  readonly contacts: AmountFigure | null;
  /** Null: too few cases before or since to compare. */
  readonly growth: Growth | null;
};

export type CountedTopics = {
  /** False: the data can't say how cases end. */
  readonly areEndsKnown: boolean;
  /** New and growing ones first, then by cases. */
  readonly topics: readonly CountedTopic[];
  /** Completed cases of the filter that were read. */
  readonly of: number;
  /** Of them, those without a topic, by reason. */
  readonly without: Readonly<Record<"no-topic" | "no-words" | "other-language", number>>;
};

const changes: readonly Growth["change"][] = ["new", "growing", "none", "shrinking"];

/** Counts the topics of a filter's cases; whether one grows is judged whatever the filter's period. */
export function countTopics(snapshot: Snapshot, found: Topics): CountedTopics {
  const { table, about } = snapshot;
  const selected = selectionMask(snapshot);
  const own = found.topics.map(({ cases }) => cases.filter((key) => selected[key] === 1));
  const growths = findGrowth(
    openedOf(snapshot, found),
    found.topics.length,
    about.newestUs ?? about.asOfUs,
  );
  const topics = found.topics.flatMap(({ name, also }, at): CountedTopic[] => {
    const cases = own[at] ?? [];
    if (cases.length === 0) return [];
    const figures = figuresOf(listedCases(table, Uint32Array.from(cases)), metrics);
    return [
      {
        ...{ name, also, cases: cases.length, growth: growths[at] ?? null },
        resolved: shareOf(figures.get("case_resolution_rate")),
        contacts: amountOf(figures.get("touchpoints_per_case")),
      },
    ];
  });
  const without = { "no-topic": 0, "no-words": 0, "other-language": 0 };
  for (const [key, reason] of found.without) without[reason] += selected[key] ?? 0;
  const rank = ({ growth }: CountedTopic) => changes.indexOf(growth?.change ?? "none");
  return {
    areEndsKnown: areEndsKnown(readEndKnown(snapshot)),
    topics: topics.sort((a, b) => rank(a) - rank(b) || b.cases - a.cases),
    of: own.reduce((sum, cases) => sum + cases.length, 0) + sumOf(without),
    without,
  };
}

const metrics = ["case_resolution_rate", "touchpoints_per_case"].flatMap(
  (id) => findMetric(id) ?? [],
);

function shareOf(figure: Figure | undefined): ShareFigure | null {
  return figure?.unit === "share" ? figure : null;
}

function amountOf(figure: Figure | undefined): AmountFigure | null {
  const isAmount = figure !== undefined && figure.unit !== "share" && figure.unit !== "ratio";
  return isAmount ? figure : null;
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** When the read cases of the filter were opened, whatever its period. */
function openedOf({ table, over }: Snapshot, { ofCase, without }: Topics): readonly OpenedCase[] {
  const { openedUs, customer } = table.columns;
  const selected = selectionMask({ table, selection: over(null).selection });
  const read = new Set([...ofCase.keys(), ...without.keys()]);
  return [...read].flatMap((key): OpenedCase[] => {
    if (selected[key] !== 1) return [];
    const topic = ofCase.get(key) ?? null;
    return [{ customer: customer[key] ?? 0, topic, openedUs: openedUs[key] ?? NaN }];
  });
}
