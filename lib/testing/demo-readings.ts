import type { DerivedCase, Verdict } from "@/lib/domain/case/case";

const minuteUs = 60_000_000;

/** The values that an evaluator gave a case. */
export function valuesOf(derived: DerivedCase, name: string): readonly number[] {
  return derived.scores.flatMap(({ evaluator, verdict }) =>
    evaluator === name && verdict.status === "scored" ? [verdict.value] : [],
  );
}

/** What is said of the packet that an AI agent gave in the contact that began at an instant (µs since 1970). */
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

/** The value that an evaluator gave the contact that began at an instant (µs since 1970). */
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

/** Touchpoints a case, on average. */
export function touches(cases: readonly DerivedCase[] | undefined): number {
  const counts = (cases ?? []).map(
    ({ interactions }) => interactions.filter(({ isTouchpoint }) => isTouchpoint).length,
  );
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

/** The upper of the middle values; NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
