import { bonferroniLevel } from "@/lib/stats/bonferroni-level";
import {
  certainLevel,
  comparedMin,
  compareShares,
  compareWithLimit,
} from "@/lib/stats/compare-with-rest";
import {
  certainties,
  findingTopics,
  type Certainty,
  type Compared,
  type Finding,
  type FindingMeasure,
  type FindingTopic,
  type RankedFindings,
} from "./finding";

/**
 * Ranks what is worse than what it is compared with: the certain first, then by the cases a month that the difference
 * costs. The one rule for certain is that of each page's breakdowns, `compareWithRest`: Newcombe's interval of the two
 * shares clustered by customer (of a persona, the test of its change) at a level that holds for everything compared, so
 * that data without any difference gives no certain finding in 19 of 20 periods. The order of `compared` doesn't matter.
 * @param months length of the period
 */
export function rankFindings(compared: readonly Compared[], months: number): RankedFindings {
  const fit = compared.filter(isComparable);
  const ofTopic = new Map<FindingTopic, number>();
  for (const { topic } of fit) ofTopic.set(topic, (ofTopic.get(topic) ?? 0) + 1);
  const ranked = fit
    .flatMap((each) => {
      const by = each.isNamed ? worseBy(each) : null;
      if (by === null) return [];
      const among = ofTopic.get(each.topic) ?? 1;
      const id = each.value === "" ? each.topic : `${each.topic}/${each.value.replace("\n", "+")}`;
      const perMonth = (by * each.cases) / months;
      return [{ ...each, id, perMonth, certainty: certaintyOf(each, among) }];
    })
    .sort(
      (one, other) =>
        certainties.indexOf(one.certainty) - certainties.indexOf(other.certainty) ||
        other.perMonth - one.perMonth ||
        (one.id < other.id ? -1 : 1),
    );
  return { ranked, compared: fit.length };
}

/** Cases a month from which something uncertain is worth watching. */
const leastWatched = 1;

/**
 * The findings that come first: the first of each measure, then the rest, so that three of them say three things.
 * What may be chance is named only where nothing else is.
 * @param most the number wanted
 */
export function topFindings(
  { ranked }: Pick<RankedFindings, "ranked">,
  most: number,
): readonly Finding[] {
  const isAnyClear = ranked.some(({ certainty }) => certainty !== "open");
  const shown = ranked
    .filter(({ certainty, perMonth }) =>
      isAnyClear ? certainty !== "open" : perMonth >= leastWatched,
    )
    .filter((each, at, all) => !all.slice(0, at).some((other) => isSameGroup(each, other)));
  const seen = new Set<FindingMeasure>();
  const heads = shown.filter(({ topic }) => {
    const measure = findingTopics[topic];
    if (seen.has(measure)) return false;
    seen.add(measure);
    return true;
  });
  const inTurn = [...heads, ...shown.filter((each) => !heads.includes(each))].slice(0, most);
  return inTurn.toSorted((one, other) => shown.indexOf(one) - shown.indexOf(other));
}

/**
 * Whether two findings are of the same cases under two names, as "starts in chat" and "outage cases that start in chat"
 * are where every case is an outage.
 */
function isSameGroup(one: Finding, other: Finding): boolean {
  if (one.figure.kind !== "share" || other.figure.kind !== "share") return false;
  const [{ own, other: rest }, compared] = [one.figure, other.figure];
  return (
    findingTopics[one.topic] === findingTopics[other.topic] &&
    (["hits", "of"] as const).every(
      (name) => own[name] === compared.own[name] && rest[name] === compared.other[name],
    )
  );
}

/** Whether there are enough of either side, and of both ends: a share that nearly nobody has is mostly silence. */
function isComparable({ figure, cases }: Compared): boolean {
  if (figure.kind === "persona") return true;
  if (figure.kind === "contacts") return cases >= comparedMin;
  const { own, other } = figure;
  const hits = own.hits + other.hits;
  return Math.min(own.of, other.of, hits, own.of + other.of - hits) >= comparedMin;
}

/** How much worse, in cases per case; null: not worse. */
function worseBy({ figure }: Compared): number | null {
  if (figure.kind === "persona") return figure.effect === null ? null : figure.off;
  if (figure.kind === "contacts") {
    const { difference, perCase } = figure;
    return difference.value > 0 ? difference.value / perCase : null;
  }
  const { own, other, worse } = figure;
  const by = other.hits / other.of - own.hits / own.of;
  const signed = worse === "lower" ? by : -by;
  return signed > 0 ? signed : null;
}

/** @param among number of comparisons of its topic */
function certaintyOf({ figure }: Compared, among: number): Certainty {
  if (figure.kind === "persona") {
    return (figure.effect?.chance ?? 1) <= 1 - certainLevel ? "certain" : "likely";
  }
  const { side, isCertain } =
    figure.kind === "contacts"
      ? compareWithLimit(figure.difference, 0, among)
      : compareShares(figure.own, figure.other, bonferroniLevel(among));
  if (side === "none") return "open";
  return isCertain ? "certain" : "likely";
}
