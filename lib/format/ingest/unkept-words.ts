import { formatCount } from "../format";

/** What of an ingest was not stored; each part where there is any. */
export function unkeptWords({
  differing,
  erased,
  expired,
}: {
  readonly differing: number;
  readonly erased: number;
  readonly expired: number;
}): string[] {
  return [
    ...(differing > 0 ? [differingWords(differing)] : []),
    ...(erased > 0 ? [`${formatCount(erased)} of an erased customer, not stored`] : []),
    ...(expired > 0 ? [`${formatCount(expired)} older than the retention, not stored`] : []),
  ];
}

function differingWords(count: number): string {
  return count === 1
    ? "1 differs from what is stored under its ids; the stored one stands"
    : `${formatCount(count)} differ from what is stored under their ids; the stored ones stand`;
}
