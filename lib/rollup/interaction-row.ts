import type { DerivedCase, Interaction } from "@/lib/domain/case";

/** One interaction in one flat row, with what of its case it is joined and filtered by. */
export type InteractionRow = Interaction & {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  readonly intent: string | null;
};

/** Rolls a derived case up into a row for each of its interactions, in order. */
export function interactionRows(derived: DerivedCase): readonly InteractionRow[] {
  const { caseId, customerId, caseType, intent } = derived;
  return derived.interactions.map((interaction) => ({
    ...interaction,
    caseId,
    customerId,
    caseType,
    intent,
  }));
}
