import { bonferroniLevel } from "@/lib/stats/bonferroni-level";
import { comparedMin } from "@/lib/stats/compare-with-rest";
import { effectiveShare } from "@/lib/stats/proportions/clustered-share";
import { newcombeDifference } from "@/lib/stats/proportions/newcombe-difference";
import {
  certainties,
  findingTopics,
  type Certainty,
  type Compared,
  type ComparedShare,
  type Finding,
  type FindingMeasure,
  type FindingTopic,
  type Findings,
} from "./finding";

/**
 * Ranks what is worse than what it is compared with: the certain first, then by the cases a month that the difference
 * costs. The one rule for certain: Newcombe's interval of the two shares clustered by customer (of a persona, the test
 * of its change) at the Bonferroni level of everything compared here, so that data without any difference gives no
 * certain finding in 19 of 20 periods. The order of `compared` doesn't matter.
 * @param months length of the period
 */
export function rankFindings(compared: readonly Compared[], months: number): Findings {
  const fit = compared.filter(isComparable);
  const level = bonferroniLevel(fit.length);
  const ofTopic = new Map<FindingTopic, number>();
  for (const { topic } of fit) ofTopic.set(topic, (ofTopic.get(topic) ?? 0) + 1);
  const ranked = fit
    .flatMap((each) => {
      const by = each.isNamed ? worseBy(each) : null;
      const levels = { level, topicLevel: bonferroniLevel(ofTopic.get(each.topic) ?? 1) };
      if (by === null) return [];
      const id = each.value === "" ? each.topic : `${each.topic}/${each.value.replace("\n", "+")}`;
      const perMonth = (by * each.cases) / months;
      return [{ ...each, id, perMonth, certainty: certaintyOf(each, levels) }];
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
  { ranked }: Pick<Findings, "ranked">,
  most: number,
): readonly Finding[] {
  const isAnyClear = ranked.some(({ certainty }) => certainty !== "open");
  const shown = ranked.filter(({ certainty, perMonth }) =>
    isAnyClear ? certainty !== "open" : perMonth >= leastWatched,
  );
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

/** Whether a finding shows for certain where resolutions are lost. */
export function isCertainOfResolution({ topic, certainty }: Finding): boolean {
  return findingTopics[topic] === "resolution" && certainty === "certain";
}

/** Whether there are enough of either side, and of both ends: a share that nearly nobody has is mostly silence. */
function isComparable({ figure }: Compared): boolean {
  if (figure.kind === "persona") return true;
  const { own, other } = figure;
  const hits = own.hits + other.hits;
  return Math.min(own.of, other.of, hits, own.of + other.of - hits) >= comparedMin;
}

/** How much worse, as a share; null: not worse. */
function worseBy({ figure }: Compared): number | null {
  if (figure.kind === "persona") return figure.effect === null ? null : figure.off;
  const { own, other, worse } = figure;
  const by = other.hits / other.of - own.hits / own.of;
  const signed = worse === "lower" ? by : -by;
  return signed > 0 ? signed : null;
}

/** The levels of everything compared, and of a finding's topic. */
type Levels = { readonly level: number; readonly topicLevel: number };

function certaintyOf({ figure }: Compared, { level, topicLevel }: Levels): Certainty {
  if (figure.kind === "persona") {
    return (figure.effect?.chance ?? 1) <= 1 - level ? "certain" : "likely";
  }
  if (isApart(figure, level)) return "certain";
  return isApart(figure, topicLevel) ? "likely" : "open";
}

function isApart({ own, other }: ComparedShare, level: number): boolean {
  const difference = newcombeDifference(effectiveShare(own), effectiveShare(other), level);
  if (difference === null) return false;
  const [low, high] = difference.interval;
  return low > 0 || high < 0;
}
