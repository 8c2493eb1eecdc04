import type { CohortDraw, StratumDimension } from "@/lib/domain/gate/cohort-draw";
import { formatCount, formatCounted, formatInstant } from "../format";
import { joinedByAnd } from "../join-words";

const dimensionWords: Readonly<Record<StratumDimension, string>> = {
  intent: "intent",
  channelPath: "channel path",
  risk: "risk",
};

/** How a cohort was drawn, so that it can be drawn again: of what, by what, with which seed. */
export function describeDraw(draw: Omit<CohortDraw, "drawn" | "strata">): string {
  const {
    request,
    by: dimensions,
    population,
    openedUs,
    crossChannel,
    crossChannelWish: wish,
  } = draw;
  const period =
    openedUs === null
      ? ""
      : ` opened from ${formatInstant(openedUs[0], "day")} to ${formatInstant(openedUs[1], "day")}`;
  const by = joinedByAnd(dimensions.map((dimension) => dimensionWords[dimension]));
  const risk =
    request.method === "risk_based"
      ? " A case of high risk counted four times, one of medium risk twice."
      : "";
  return `Drawn at random from ${formatCounted(population, "case")}${period}, in proportion to ${by}, with the seed ${String(request.seed)}.${risk}${wishWords(crossChannel, wish)}`;
}

function wishWords(crossChannel: number, wish: number | null): string {
  if (wish === null) return "";
  const wished = ` ${formatCount(wish)} were to go over two channels or more`;
  if (crossChannel === wish) return `${wished}, and did.`;
  return crossChannel < wish
    ? `${wished}; there were only ${formatCount(crossChannel)}.`
    : `${wished}; for want of others ${formatCount(crossChannel)} did.`;
}
