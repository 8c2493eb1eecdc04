import type { CohortCandidate, StratumDimension } from "@/lib/domain/gate/cohort-draw";
import { cutText } from "@/lib/format/cut-text";

type Traits = Pick<CohortCandidate, StratumDimension>;

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
  return by
    .map((dimension) => cutText(words[dimension](traits), partMax))
    .join(", ")
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
