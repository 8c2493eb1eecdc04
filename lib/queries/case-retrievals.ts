import { readContacts } from "@/lib/cases/read-contacts";
import { readRetrievals } from "@/lib/cases/read-retrievals";
import { sortSpans } from "@/lib/cases/sort-spans";
import type { Retrieval } from "@/lib/domain/case";
import type { Settings } from "@/lib/domain/settings";
import { readCaseInput } from "@/lib/store/case-input";
import type { Database } from "@/lib/store/database";

/** What was looked up in a stored case: the passages are not stored with it, they stand on its spans. */
export async function loadCaseRetrievals(
  db: Database,
  caseId: string,
  settings: Settings,
): Promise<readonly Retrieval[]> {
  const { spans } = await readCaseInput(db, caseId);
  return readRetrievals(readContacts(sortSpans(spans), settings));
}
