import type { LabelEffect } from "./compare-labels";

/** Smaller changes are not reported. */
const margin = 0.005;
/** Fewer own labels were found not to help. */
const enoughLabels = 250;

/** The effect of a team's labels on an evaluator as lines of text; last, whether they made it worse. */
export function measureLabelEffects(evaluator: string, effects: readonly LabelEffect[]): string {
  const own = effects.filter(({ on }) => on === "own labels");
  const open = effects.filter(({ on }) => on !== "own labels");
  const lines = effects.map(
    (each) =>
      `  ${each.on}, ${String(each.rows)} rows: ${each.figure} ${show(each.without)} without, ${show(each.with)} with your labels`,
  );
  return [evaluator, ...lines, `  ${ownSentence(own)}`, `  ${openSentence(open)}`].join("\n");
}

function ownSentence(own: readonly LabelEffect[]): string {
  const count = own.reduce((sum, { rows }) => sum + rows, 0);
  if (count === 0)
    return "None of your labels is about this evaluator, or in a form it is fitted to.";
  const few =
    count < enoughLabels
      ? ` ${String(count)} labels are few: help is to be expected from about ${String(enoughLabels)} on.`
      : "";
  if (own.some(isUnknown)) {
    return `Your labels hold too little of one class to be measured.${few}`;
  }
  const isBetter = own.some((each) => changeOf(each) > margin);
  const isWorse = own.some((each) => changeOf(each) < -margin);
  const said = isWorse ? "WORSE" : isBetter ? "better" : "no different";
  return `On your own contacts, each case left out in turn, it is ${said}.${few}`;
}

function openSentence(open: readonly LabelEffect[]): string {
  if (open.length === 0)
    return "Nothing is fitted for it: your labels measure it and change nothing.";
  const worse = open.filter((each) => changeOf(each) < -margin).map(({ on }) => on);
  return worse.length === 0
    ? "On no public set is it worse."
    : `WORSE on the public sets: ${worse.join(", ")}. The shipped weights are safer for contacts unlike yours.`;
}

function isUnknown(effect: LabelEffect): boolean {
  return effect.with === null || effect.without === null;
}

function changeOf({ without, with: after }: LabelEffect): number {
  return without === null || after === null ? 0 : after - without;
}

function show(value: number | null): string {
  return value === null ? "unknown" : value.toFixed(3);
}
