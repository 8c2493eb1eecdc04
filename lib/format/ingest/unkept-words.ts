import { formatCount } from "../format";

/** What of an ingest was not stored, or took the place of what was; each part where there is any. */
export function unkeptWords({
  overwritten,
  differing,
  erased,
  expired,
}: {
  readonly overwritten: number;
  readonly differing: number;
  readonly erased: number;
  readonly expired: number;
}): string[] {
  return [
    ...(overwritten > 0 ? [overwrittenWords(overwritten)] : []),
    ...(differing > 0 ? [differingWords(differing)] : []),
    ...(erased > 0 ? [`${formatCount(erased)} of an erased customer, not stored`] : []),
    ...(expired > 0 ? [`${formatCount(expired)} older than the retention, not stored`] : []),
  ];
}

function overwrittenWords(count: number): string {
  return count === 1
    ? "1 of them in place of a stored one that differs"
    : `${formatCount(count)} of them in place of stored ones that differ`;
}

function differingWords(count: number): string {
  return count === 1
    ? "1 differs from what is stored under its ids; the stored one stands"
    : `${formatCount(count)} differ from what is stored under their ids; the stored ones stand`;
}
