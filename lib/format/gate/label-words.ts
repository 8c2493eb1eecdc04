import { gateLimits } from "@/lib/domain/gate/gate-limits";
import type { GateFigures, ProofFigures } from "@/lib/domain/gate/verdict";
import { formatCount, formatCounted, isoDay } from "../format";
import { joinedByAnd } from "../join-words";

/** "12 resolved and 43 not resolved are lacking"; null: there are enough of both. */
export function lackingLabels({
  sensitivity,
  specificity,
}: Pick<ProofFigures, "sensitivity" | "specificity">): string | null {
  const kinds = [
    { lacking: gateLimits.labels - sensitivity.of, name: "resolved" },
    { lacking: gateLimits.labels - specificity.of, name: "not resolved" },
  ].filter(({ lacking }) => lacking > 0);
  if (kinds.length === 0) return null;
  const total = kinds.reduce((sum, { lacking }) => sum + lacking, 0);
  const each = kinds.map(({ lacking, name }) => `${formatCount(lacking)} ${name}`);
  return `${joinedByAnd(each)} ${total === 1 ? "is" : "are"} lacking`;
}

/** Where the labels are from that the evaluator's error is measured on, how many, and which do not count. */
export function labelRemark({
  metric,
  proof,
}: Pick<GateFigures, "metric" | "proof">): string | null {
  const { labelSource, foreignLabels, sensitivity, specificity } = proof;
  const used = sensitivity.of + specificity.of;
  const foreign =
    foreignLabels === 0
      ? []
      : [`${formatCount(foreignLabels)} of another evaluator or version than what scored the runs`];
  if (labelSource === null) {
    return foreign.length === 0 ? null : `Labels that do not count: ${foreign.join("")}.`;
  }
  const { openedUs, disputed, incomparable } = labelSource;
  const left = [
    ...foreign,
    ...(disputed === 0 ? [] : [`${formatCount(disputed)} on which people disagree`]),
    ...(incomparable === 0
      ? []
      : [`${formatCount(incomparable)} that say neither yes nor no of a score that is there`]),
  ];
  const besides = left.length === 0 ? "" : ` Left out: ${joinedByAnd(left)}.`;
  if (openedUs === null) {
    return `Labels that people give on pages of this workspace to ${metric} count for the proof; there are none that can be used yet.${besides}`;
  }
  const [first, last] = openedUs.map(isoDay);
  const days =
    first === last ? `opened on ${first ?? ""}` : `opened ${first ?? ""} to ${last ?? ""}`;
  return `The evaluator's error is measured on ${formatCounted(used, "label")} that people gave on pages of this workspace, on cases ${days}: conversations of production that somebody chose, and not replays, on which it may err otherwise.${besides}`;
}
