import type { DerivedCase } from "@/lib/domain/case/case";

/** The result of a case's first contact, where AI alone served it and passed it to nobody. */
export type FirstContact = {
  /** When it ended; null where there was no contact or a person took part in it. */
  readonly containedUs: number | null;
  /** When the second contact began, on whichever channel; null where there is none. */
  readonly secondContactUs: number | null;
};

/** Computes it from a case's contacts. */
export function firstContact({ interactions }: Pick<DerivedCase, "interactions">): FirstContact {
  const [first, second] = interactions.filter((interaction) => interaction.isTouchpoint);
  const isContained =
    first !== undefined &&
    !first.isTransferred &&
    first.agentKinds.length > 0 &&
    first.agentKinds.every((kind) => kind === "ai");
  return {
    containedUs: isContained ? first.endUs : null,
    secondContactUs: second?.startUs ?? null,
  };
}
