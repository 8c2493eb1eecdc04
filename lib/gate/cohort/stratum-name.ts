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

/** The same for cases that have the same names, whole and pooled: naming each of 100,000 cases takes a second. */
export function traitsKey({ intent, channelPath, risk, channels }: Traits): string {
  const side = isCrossChannel({ channels }) ? "crossing" : "single";
  return [intent ?? "\u0001", channelPath, risk ?? "", side].join("\u0000");
}

/** Tells of any case which stratum of a draw it is of, whether the draw has that stratum or not. */
export function stratumIn({
  by,
  strata,
}: Pick<CohortDraw, "by" | "strata">): (traits: Traits) => string {
  const names = new Set(strata.map(({ stratum }) => stratum));
  const known = new Map<string, string>();
  return (traits) => {
    const key = traitsKey(traits);
    const before = known.get(key);
    if (before !== undefined) return before;
    const whole = stratumName(traits, by);
    const name = names.has(whole) ? whole : pooledName(traits, by);
    known.set(key, name);
    return name;
  };
}

function nameOf(traits: Traits, by: readonly StratumDimension[], wordsOf: typeof words): string {
  return by
    .map((dimension) => cutText(wordsOf[dimension](traits), partMax))
    .join(", ")
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
