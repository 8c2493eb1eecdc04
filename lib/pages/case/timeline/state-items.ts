import type { DerivedCase } from "@/lib/domain/case/case";
import { evidenceWords } from "@/lib/format/wording";
import type { TimelineState } from "./timeline-model";
import { states } from "../words/timeline";

type StateInput = {
  readonly derived: DerivedCase;
  /** The customer's next contact about the same issue in another case. */
  readonly repeatUs: number | null;
  readonly asOfUs: number;
};

/** The case's states from its opening to `asOf`: open, closed, reopened. */
export function stateItems({ derived, repeatUs, asOfUs }: StateInput): readonly TimelineState[] {
  const { openedUs, closing, reopenedUs } = derived;
  const firstUs = openedUs ?? derived.interactions[0]?.startUs;
  if (firstUs === undefined) return [];
  const changes: Omit<TimelineState, "id" | "toUs">[] = [
    { fromUs: firstUs, words: states.open, tone: "open" },
  ];
  const isReopened = reopenedUs !== null && reopenedUs <= asOfUs;
  const endUs = reopenedUs ?? (closing?.from === "inferred" ? repeatUs : null) ?? Infinity;
  if (closing !== null && closing.atUs <= asOfUs && closing.atUs <= endUs) {
    changes.push({ fromUs: closing.atUs, ...closedWords(derived, isReopened) });
  }
  if (isReopened) {
    changes.push({ fromUs: reopenedUs, words: states.reopened, tone: "fail" });
    const againUs = closedAgain(derived, reopenedUs, asOfUs);
    if (againUs !== null) changes.push({ fromUs: againUs, ...closedWords(derived, false) });
  } else if (repeatUs !== null && repeatUs <= asOfUs) {
    changes.push({ fromUs: repeatUs, words: states.cameBack, tone: "fail" });
  }
  return changes.map((change, at) => ({
    id: `s${at}`,
    ...change,
    toUs: changes[at + 1]?.fromUs ?? null,
  }));
}

/** The last closing after a reopening, if final. */
function closedAgain(
  { caseEvents }: DerivedCase,
  reopenedUs: number,
  asOfUs: number,
): number | null {
  const last = caseEvents.findLast(
    ({ name, atUs }) =>
      (name === "closed" || name === "reopened") && atUs > reopenedUs && atUs <= asOfUs,
  );
  return last?.name === "closed" ? last.atUs : null;
}

function closedWords(
  { closing, closure, mergedInto }: DerivedCase,
  isReopened: boolean,
): Pick<TimelineState, "words" | "tone"> {
  if (mergedInto !== null) return { words: states.merged, tone: "none" };
  if (closing?.from === "inferred") return { words: states.quiet, tone: "none" };
  if (isReopened) return { words: states.didNotHold, tone: "none" };
  const { label, tone } = evidenceWords[closure.evidence];
  return closure.evidence === "none"
    ? { words: states.noEvidence, tone: "none" }
    : { words: states.closed(label.toLowerCase()), tone };
}
