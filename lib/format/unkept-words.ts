import { formatCount } from "./format";

/** What of an ingest was not stored, of which nothing is said; each part where there is any. */
export function unkeptWords({
  erased,
  expired,
}: {
  readonly erased: number;
  readonly expired: number;
}): string[] {
  return [
    ...(erased > 0 ? [`${formatCount(erased)} of an erased customer, not stored`] : []),
    ...(expired > 0 ? [`${formatCount(expired)} older than the retention, not stored`] : []),
  ];
}
