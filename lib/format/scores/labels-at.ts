import type { LabelPlace } from "@/lib/domain/quality/label";
import type { AttachedLabel, LabelTarget, LabelView } from "./label-view";

/** The labels on a target. Overlapping quotes are the same promise or fact. */
export function labelsAt(
  attached: readonly AttachedLabel[],
  { place, evaluator }: LabelTarget,
): LabelView[] {
  return attached
    .filter((each) => each.evaluator === evaluator && isSame(each.place, place))
    .map(({ label }) => label);
}

function isSame(one: LabelPlace, other: LabelPlace): boolean {
  switch (one.kind) {
    case "case":
      return other.kind === "case";
    case "span":
      return other.kind === "span" && other.span === one.span;
    case "promise":
      return other.kind === "promise" && overlaps(one, other);
    case "fact":
      return other.kind === "fact" && other.handoff === one.handoff && overlaps(one, other);
    case "interaction":
    case "handoff":
    case "message":
      return other.kind === one.kind && other.ordinal === one.ordinal;
  }
}

type Words = { readonly message: number; readonly start: number; readonly end: number };

function overlaps(one: Words, other: Words): boolean {
  return one.message === other.message && one.start < other.end && other.start < one.end;
}
