import type { ChartCell, PlainTable } from "@/lib/analytics/charts/chart-model";
import { casesHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { CountedTopic, CountedTopics } from "@/lib/analytics/insights/topics/count-topics";
import type { Growth } from "@/lib/analytics/insights/topics/find-growth";
import type { Figure } from "@/lib/analytics/metrics/figure";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import { figureWords } from "@/lib/analytics/words/metric-words";
import { formatCount } from "@/lib/format/format";
import { percent } from "@/lib/format/share-words";
import * as said from "./words/topics";

const { columns } = said.topicTable;

/** More are in a table of their own. */
const shownMost = 12;

/** The topics as two tables: the first of them, and all others; null: there are none. */
export function prepareTopics(
  query: CasesQuery,
  found: CountedTopics,
): { readonly topics: PlainTable | null; readonly moreTopics: PlainTable | null } {
  const { topics } = found;
  const [first, others] = [topics.slice(0, shownMost), topics.slice(shownMost)];
  const tableOf = (some: readonly CountedTopic[], title: string, note: string): PlainTable => {
    const figures = figuresOf(found);
    return {
      ...{ title, note },
      subtitle: said.topicTable.subtitle,
      columns: [
        { words: columns.topic, isNumber: false },
        ...figures.map(({ words, isWide }) => ({ words, isWide, isNumber: true })),
      ],
      rows: some.map((topic) => ({
        channel: null,
        words: topicWords(topic),
        cells: figures.map(({ cell }) => cell(topic, query)),
      })),
    };
  };
  return {
    topics: first.length === 0 ? null : tableOf(first, titleOf(topics), noteOf(found)),
    moreTopics: others.length === 0 ? null : tableOf(others, said.smallerTopics(others.length), ""),
  };
}

/** A column of figures. */
type TopicFigure = {
  readonly words: string;
  readonly isWide: boolean;
  readonly cell: (topic: CountedTopic, query: CasesQuery) => ChartCell;
};

/** Resolution is left out where the data can't say how cases end: it would be silence, counted. */
function figuresOf({ areEndsKnown }: CountedTopics): readonly TopicFigure[] {
  const resolved: TopicFigure = {
    ...{ words: columns.resolved, isWide: false },
    cell: (topic) => figureCell("case_resolution_rate", topic.resolved),
  };
  return [
    {
      ...{ words: columns.cases, isWide: false },
      cell: ({ cases, name }, query) => ({
        words: formatCount(cases),
        href: topicHref(query, name),
      }),
    },
    ...(areEndsKnown ? [resolved] : []),
    {
      ...{ words: columns.contacts, isWide: true },
      cell: ({ contacts }) => figureCell("touchpoints_per_case", contacts),
    },
    {
      ...{ words: columns.customers, isWide: true },
      cell: ({ growth }) => ({ words: growthWords(growth) }),
    },
  ];
}

/** A topic's phrases, the first as its name: "Late fee, paid on time, app was down". */
export function topicWords({ name, also }: Pick<CountedTopic, "name" | "also">): string {
  return [capitalised(name), ...also.slice(0, alsoShown)].join(", ");
}

const alsoShown = 3;

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The completed cases of a topic, on the Cases page. */
function topicHref(query: CasesQuery, topic: string): string {
  return casesHref({ ...query, insight: { of: "topic", topic } });
}

function figureCell(id: string, figure: Figure | null): ChartCell {
  const metric = findMetric(id);
  if (metric === null || figure === null) return { words: "–" };
  const { value, interval } = figureWords(metric, figure);
  return { words: interval === "" || interval === value ? value : `${value} (${interval})` };
}

function titleOf(topics: readonly CountedTopic[]): string {
  const count = said.topicCount(topics.length);
  const on = (change: Growth["change"]) =>
    topics
      .filter(({ growth }) => growth?.change === change)
      .map(({ name }) => said.quotedTopic(name));
  const [fresh, growing] = [on("new"), on("growing")];
  if (fresh.length > 0) return `${count}; ${said.newTopics(fresh.join(", "))}`;
  if (growing.length > 0) return `${count}; ${said.growingTopics(growing.join(", "))}`;
  return topics.some(({ growth }) => growth !== null)
    ? `${count}; ${said.topicTable.noneGrows}`
    : `${count}; ${said.topicTable.tooFew}`;
}

function growthWords(growth: Growth | null): string {
  if (growth === null) return "–";
  const share = ({ hits, of }: Growth["recent"]) => percent(hits / of, of);
  const move = `${share(growth.before)} → ${share(growth.recent)}`;
  return growth.change === "none" ? move : said.growthWords(growth.change, move);
}

function noteOf({ of, without, areEndsKnown }: CountedTopics): string {
  const parts = [
    [without["no-topic"], said.topicTable.noPhrase],
    [without["no-words"], said.topicTable.noWords],
    [without["other-language"], said.topicTable.otherLanguage],
  ] as const;
  const reasons = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatCount(count)} ${words}`);
  const none = without["no-topic"] + without["no-words"] + without["other-language"];
  return [
    said.withoutTopic(of, none, reasons.join(", ")),
    ...(areEndsKnown ? [] : [said.topicTable.endsUnknown]),
    said.topicTable.lastColumn,
  ].join(" ");
}
