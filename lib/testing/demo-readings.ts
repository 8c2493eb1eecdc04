import type { DerivedCase, Verdict } from "@/lib/domain/case/case";

const minuteUs = 60_000_000;

/** An evaluator's values in a case. */
export function valuesOf(derived: DerivedCase, name: string): readonly number[] {
  return derived.scores.flatMap(({ evaluator, verdict }) =>
    evaluator === name && verdict.status === "scored" ? [verdict.value] : [],
  );
}

/** The verdict on the handoff packet of the contact that began at an instant (µs since 1970). */
export function packetVerdict(
  derived: DerivedCase | undefined,
  startUs: number,
): Verdict | undefined {
  const from = contactAt(derived, startUs);
  const handoff = derived?.handoffs.find(
    ({ kind, fromInteraction }) => kind === "ai-to-human" && fromInteraction === from?.ordinal,
  );
  const score = derived?.scores.find(
    ({ evaluator, target }) =>
      evaluator === "handoff_packet" &&
      target.kind === "handoff" &&
      target.ordinal === handoff?.ordinal,
  );
  return score?.verdict;
}

/** An evaluator's value of the contact that began at an instant (µs since 1970). */
export function contactValue(
  derived: DerivedCase | undefined,
  startUs: number,
  name: string,
): number | undefined {
  const ordinal = contactAt(derived, startUs)?.ordinal;
  const score = derived?.scores.find(
    ({ evaluator, target }) =>
      evaluator === name && target.kind === "interaction" && target.ordinal === ordinal,
  );
  return score?.verdict.status === "scored" ? score.verdict.value : undefined;
}

function contactAt(derived: DerivedCase | undefined, startUs: number) {
  return derived?.interactions.find((each) => Math.abs(each.startUs - startUs) < minuteUs);
}

/** Mean touchpoints per case. */
export function touches(cases: readonly DerivedCase[] | undefined): number {
  const counts = (cases ?? []).map(
    ({ interactions }) => interactions.filter(({ isTouchpoint }) => isTouchpoint).length,
  );
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

/** The upper median; NaN for none. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
