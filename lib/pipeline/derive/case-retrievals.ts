import { readContacts } from "@/lib/cases/read-contacts";
import { readRetrievals } from "@/lib/cases/read-retrievals";
import { sortSpans } from "@/lib/cases/sort-spans";
import type { CaseSpan, Retrieval } from "@/lib/domain/case/case";
import type { Settings } from "@/lib/domain/settings/settings";

/** A case's retrievals with their passages; they are read from its spans, since case rows do not store them. */
export function caseRetrievals(
  spans: readonly CaseSpan[],
  settings: Settings,
): readonly Retrieval[] {
  if (!spans.some(({ passages }) => passages.length > 0)) return [];
  return readRetrievals(readContacts(sortSpans(spans), settings));
}
