import type { DerivedCase } from "@/lib/domain/case/case";
import type { GateInput } from "@/lib/domain/gate/gate-input";
import type { GateLabel } from "@/lib/domain/gate/run";
import type { PlacedLabel } from "@/lib/domain/quality/agreement";
import { truthOfLabel } from "@/lib/domain/quality/label";
import { groupBy } from "@/lib/format/group-by";
import type { GateEvaluator } from "./outcome-of-case";

/** A case of production with people's labels of one evaluator's scores. */
export type LabelledCase = {
  readonly derived: Pick<DerivedCase, "openedUs" | "scores">;
  readonly placed: readonly PlacedLabel[];
};

/**
 * People's labels of an evaluator's scores as the gate's: one for each labelled score, by the majority of those who
 * labelled it, beside what the evaluator says of it now, else what it said then. A label's id names no case, because a
 * verdict outlives what is erased.
 */
export function labelsOfCases(
  cases: readonly LabelledCase[],
  evaluator: Pick<GateEvaluator, "name" | "direction">,
): Pick<GateInput, "labels" | "labelSource"> {
  const labels: GateLabel[] = [];
  const openedUs: number[] = [];
  let disputed = 0;
  let incomparable = 0;
  for (const { derived, placed } of cases) {
    for (const ofScore of groupBy(placed, scoreOf).values()) {
      const found = labelOf(ofScore, derived, evaluator);
      if (found === "disputed") disputed += 1;
      else if (found === "incomparable") incomparable += 1;
      else {
        labels.push(found);
        openedUs.push(...(derived.openedUs === null ? [] : [derived.openedUs]));
      }
    }
  }
  const days = openedUs.sort((a, b) => a - b);
  const [first] = days;
  const last = days.at(-1);
  const period: [number, number] | null =
    first === undefined || last === undefined ? null : [first, last];
  return {
    labels: labels.sort((a, b) => (a.id < b.id ? -1 : 1)),
    labelSource: { openedUs: period, disputed, incomparable },
  };
}

/** What tells a case's labelled scores apart; a label whose score is gone is on its own. */
function scoreOf({ place, label }: PlacedLabel): string {
  return place === null ? String(label.id) : JSON.stringify(place);
}

function labelOf(
  placed: readonly PlacedLabel[],
  derived: LabelledCase["derived"],
  { name, direction = "higher-is-better" }: Pick<GateEvaluator, "name" | "direction">,
): GateLabel | "disputed" | "incomparable" {
  const [first] = placed;
  const truths = placed.flatMap(({ label }) => truthOfLabel(label) ?? []);
  const said = placed.map(answered).find((answer) => answer !== null);
  if (first === undefined || truths.length === 0 || said === undefined) return "incomparable";
  if (!isOfOutcome(first, derived, name)) return "incomparable";
  const yes = truths.filter(Boolean).length;
  if (2 * yes === truths.length) return "disputed";
  const isYes = 2 * yes > truths.length;
  const isTurned = direction === "lower-is-better";
  return {
    id: `label-${String(Math.min(...placed.map(({ label }) => label.id))).padStart(8, "0")}`,
    resolved: isYes !== isTurned,
    score: isTurned ? 1 - said.value : said.value,
    evaluator: name,
    version: String(said.version),
  };
}

/** What the evaluator says of the score's place now; where it says nothing, what it said when the label was given. */
function answered({ label, place, now }: PlacedLabel) {
  if (place === null) return null;
  const { version, value } =
    now !== null && now.value !== null ? now : { ...label.said, version: label.version };
  return value === null || value < 0 || value > 1 ? null : { version, value };
}

/**
 * Whether the labelled score is one that could be a replay's outcome: of a contact or a case. Of handoffs the worst
 * decides, so that a label of one measures the error only where there is no other.
 */
function isOfOutcome(
  { place }: PlacedLabel,
  { scores }: LabelledCase["derived"],
  evaluator: string,
): boolean {
  if (place?.kind === "interaction" || place?.kind === "case") return true;
  const handoffs = scores.filter(
    (score) => score.evaluator === evaluator && score.target.kind === "handoff",
  );
  return place?.kind === "handoff" && handoffs.length === 1;
}
