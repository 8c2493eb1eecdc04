import { comparedMin } from "@/lib/stats/compare-with-rest";
import { newcombeDifference, type Proportion } from "@/lib/stats/proportions/newcombe-difference";

/** How a topic's share of all customers changed; `none`: no clear change. */
export type Growth = {
  readonly change: "new" | "growing" | "shrinking" | "none";
  /** Customers with a case of it, of all, in the newest four weeks and in the twelve before. */
  readonly recent: Proportion;
  readonly before: Proportion;
};

/** A case with its topic. */
export type OpenedCase = {
  /** A number of the customer. */
  readonly customer: number;
  /** Position of its topic; null: none. */
  readonly topic: number | null;
  /** Microseconds since 1970. */
  readonly openedUs: number;
};

const dayUs = 86_400_000_000;
/** Of readings of data that do not change, this share shows a topic that does. */
const chanceMost = 0.01;
const recentUs = 28 * dayUs;
const beforeUs = 84 * dayUs;

/**
 * Whether topics grow: by their share of the customers who were in touch in the newest four weeks against the twelve
 * weeks before, each customer once. All topics that can be compared share one level (Bonferroni).
 * @param topics how many there are @param newestUs the end of the newest four weeks
 * @returns by topic; null: too few customers to compare
 */
export function findGrowth(
  cases: readonly OpenedCase[],
  topics: number,
  newestUs: number,
): readonly (Growth | null)[] {
  const [recent, before] = [createCount(topics), createCount(topics)];
  for (const each of cases) {
    const agoUs = newestUs - each.openedUs;
    if (agoUs >= 0 && agoUs < recentUs) recent.add(each);
    else if (agoUs >= recentUs && agoUs < recentUs + beforeUs) before.add(each);
  }
  const pairs = Array.from({ length: topics }, (_, topic) => ({
    recent: recent.of(topic),
    before: before.of(topic),
  }));
  const level = 1 - chanceMost / Math.max(1, pairs.filter(isComparable).length);
  return pairs.map((pair) => (isComparable(pair) ? growthOf(pair, level) : null));
}

/** Counts customers, of all and of each topic. */
function createCount(topics: number) {
  const all = new Set<number>();
  const byTopic = Array.from({ length: topics }, () => new Set<number>());
  return {
    add: ({ customer, topic }: OpenedCase) => {
      all.add(customer);
      if (topic !== null) byTopic[topic]?.add(customer);
    },
    of: (topic: number): Proportion => ({ hits: byTopic[topic]?.size ?? 0, of: all.size }),
  };
}

type Pair = Pick<Growth, "recent" | "before">;

function isComparable({ recent, before }: Pair): boolean {
  return Math.min(recent.of, before.of, recent.hits + before.hits) >= comparedMin;
}

function growthOf(pair: Pair, level: number): Growth {
  const difference = newcombeDifference(pair.recent, pair.before, level);
  const [low, high] = difference?.interval ?? [0, 0];
  if (high < 0) return { ...pair, change: "shrinking" };
  if (low <= 0) return { ...pair, change: "none" };
  return { ...pair, change: pair.before.hits === 0 ? "new" : "growing" };
}
