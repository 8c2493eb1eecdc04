import type { KindReading } from "./read/read-kind";
import { anyKind } from "./rules";

/** Whether a convention's key applies to a span: keys that are everyday words apply only to recognised spans. */
export function countsHere(boundTo: string | null, { kind, rule }: KindReading): boolean {
  if (boundTo === null) return true;
  return boundTo === anyKind ? kind !== "other" : boundTo === rule?.convention;
}
