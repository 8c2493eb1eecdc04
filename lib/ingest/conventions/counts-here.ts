import type { KindReading } from "./read/read-kind";
import { anyKind } from "./rules";

/** Whether a convention's key counts on a span: everyday words do only where something recognised the span. */
export function countsHere(boundTo: string | null, { kind, rule }: KindReading): boolean {
  if (boundTo === null) return true;
  return boundTo === anyKind ? kind !== "other" : boundTo === rule?.convention;
}
