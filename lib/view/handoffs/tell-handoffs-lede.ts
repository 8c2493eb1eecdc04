import type { HandoffTally } from "@/lib/rollup/handoffs/tally-handoffs";
import { levelOfEach } from "@/lib/stats/level-of-each";
import { formatCount } from "../format";
import type { Lede } from "../finding-model";
import { directionOf } from "../share-words";
import { pairWords } from "./pair-words";
import { clusteredDifference, clusteredRange, clusteredShare, isRated } from "./kept-words";

type LedeFacts = Pick<HandoffTally, "all" | "pairs">;

/** How much of what was known gets across, and where clearly the least. */
export function tellHandoffsLede({ all, pairs }: LedeFacts): Lede {
  const { kept, handoffs } = all;
  if (handoffs === 0) return { lead: "No case of this period has a handoff.", rest: "" };
  if (kept.of === 0) {
    return { lead: "After no handoff did anything matter that was known before.", rest: "" };
  }
  const lead = `${clusteredShare(kept)} of what was known and mattered got across (${clusteredRange(kept)}).`;
  const rated = pairs.filter((pair) => isRated(pair));
  const level = levelOfEach(rated.length);
  const worse = rated.filter((pair) => {
    const difference = clusteredDifference(pair.kept, without(kept, pair.kept), level);
    return difference !== null && directionOf(difference) === "down";
  });
  const [worst] = worse.toSorted(
    (one, two) => one.kept.hits / one.kept.of - two.kept.hits / two.kept.of,
  );
  if (worst === undefined)
    return { lead, rest: "No frequent pair of channels loses clearly more than the others." };
  const { hits, of } = worst.kept;
  return {
    lead,
    rest: `${pairWords(worst)} keeps clearly less than the others: ${formatCount(hits)} of ${formatCount(of)} facts.`,
  };
}

/** The sums of all the others. What a case has of both stays with them: their range is wider for it. */
function without(all: HandoffTally["all"]["kept"], own: HandoffTally["all"]["kept"]) {
  return {
    hits: all.hits - own.hits,
    of: all.of - own.of,
    hitsSquared: Math.max(0, all.hitsSquared - own.hitsSquared),
    product: Math.max(0, all.product - own.product),
    ofSquared: Math.max(0, all.ofSquared - own.ofSquared),
  };
}
