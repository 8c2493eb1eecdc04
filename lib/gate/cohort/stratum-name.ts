import type { CohortCandidate, CohortDraw, StratumDimension } from "@/lib/domain/gate/cohort-draw";
import { cutText } from "@/lib/format/cut-text";
import { isCrossChannel } from "../score-items";

type Traits = Pick<CohortCandidate, StratumDimension | "channels">;

const words: Readonly<Record<StratumDimension, (traits: Traits) => string>> = {
  intent: ({ intent }) => intent ?? "intent not known",
  channelPath: ({ channelPath }) =>
    channelPath === "" ? "no contact" : channelPath.replaceAll(">", " > "),
  risk: ({ risk }) => (risk === null ? "risk not stated" : `${risk} risk`),
};

/** More than this of an intent or a path is cut, so that the name stays a name. */
const partMax = 60;

/** What cases of one stratum share, as it is stored with a cohort's item: "refund, chat > voice, high risk". */
export function stratumName(traits: Traits, by: readonly StratumDimension[]): string {
  return nameOf(traits, by, words);
}

/** The stratum of the cases whose own paths are too rare: "refund, other path, high risk". */
export function pooledName(traits: Traits, by: readonly StratumDimension[]): string {
  const channelPath = () => (isCrossChannel(traits) ? "other path" : "other channel");
  return nameOf(traits, by, { ...words, channelPath });
}

/** Tells of any case which stratum of a draw it is of, whether the draw has that stratum or not. */
export function stratumIn({
  by,
  strata,
}: Pick<CohortDraw, "by" | "strata">): (traits: Traits) => string {
  const names = new Set(strata.map(({ stratum }) => stratum));
  return (traits) => {
    const name = stratumName(traits, by);
    return names.has(name) ? name : pooledName(traits, by);
  };
}

function nameOf(traits: Traits, by: readonly StratumDimension[], wordsOf: typeof words): string {
  return by
    .map((dimension) => cutText(wordsOf[dimension](traits), partMax))
    .join(", ")
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
