import type { Dispute } from "@/lib/domain/quality/comparison";

/** Sorts scores by their largest contradiction: a difference across 0.5. */
export function rankDisputes(disputes: readonly Dispute[], most: number): readonly Dispute[] {
  const ranked = disputes
    .filter(({ ours, theirs }) => ours >= 0.5 !== theirs >= 0.5)
    .toSorted((a, b) => distance(b) - distance(a) || compareText(disputeKey(a), disputeKey(b)));
  const ofPlace = new Map<string, Dispute>();
  for (const dispute of ranked) {
    const place = disputeKey(dispute);
    if (!ofPlace.has(place)) ofPlace.set(place, dispute);
  }
  return [...ofPlace.values()].slice(0, most);
}

function distance({ ours, theirs }: Dispute): number {
  return Math.abs(ours - theirs);
}

function disputeKey({ caseId, kind, ordinal }: Dispute): string {
  return JSON.stringify([caseId, kind, ordinal]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
