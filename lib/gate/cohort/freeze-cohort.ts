import { DomainError } from "@/lib/domain/domain-error";
import { cohortSchema, type CohortItem, type FrozenCohort } from "@/lib/domain/gate/cohort";
import { hashCohort } from "../gate-hashes";
import { canonicalItems } from "./canonical-items";

/**
 * Freezes a cohort: its items in canonical form and their hash. The order of items, and of fields and channels in an
 * item, is no part of it; neither are name and version.
 * @param version from 1
 * @param sha256 of a text's UTF-8 bytes, hexadecimal
 * @throws DomainError without items, with two of one id, or with what a cohort's file could not hold
 */
export function freezeCohort(
  name: string,
  version: number,
  items: readonly CohortItem[],
  sha256: (text: string) => string,
): FrozenCohort {
  if (items.length === 0) {
    throw new DomainError("invalid-input", "The cohort has no cases; add some before freezing it.");
  }
  const canonical = canonicalItems(items);
  const twice = canonical.find(({ id }, at) => canonical[at + 1]?.id === id);
  if (twice !== undefined) {
    throw new DomainError(
      "invalid-input",
      `The cohort has ${twice.id} more than once; take out all but one.`,
    );
  }
  const parsed = cohortSchema.safeParse({ name, items: canonical });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [, at, ...field] = issue?.path ?? [];
    const item = typeof at === "number" ? canonical[at] : undefined;
    const who = item === undefined ? "The cohort's name" : `Case ${item.id}: ${field.join(".")}`;
    throw new DomainError(
      "invalid-input",
      `${who} ${issue?.message ?? "is unreadable"}; change it before freezing.`,
    );
  }
  return { name, version, items: canonical, sha256: hashCohort(canonical, sha256) };
}

/** Items as a cohort's file, JSON Lines, which `readCohort` reads as the same items. */
export function formatCohort(items: readonly CohortItem[]): string {
  return canonicalItems(items)
    .map((item) => `${JSON.stringify(item)}\n`)
    .join("");
}
