import { DomainError } from "@/lib/domain/domain-error";
import { cohortSizeMax } from "@/lib/domain/gate/cohort-change";
import type { CohortOrigin, CohortVersion } from "@/lib/domain/gate/stored-cohort";
import { formatCounted } from "@/lib/format/format";
import { freezeCohort } from "@/lib/gate/cohort/freeze-cohort";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { writeCohort } from "@/lib/store/gate/cohorts";
import { maskSearch } from "../changes/mask-search";
import { createPreparation } from "../intake/preparation";
import { sha256 } from "@/lib/store/sha256";
import { itemsOfCases } from "./items-of-cases";

/**
 * Makes a cohort, or its next version, of stored cases.
 * @param nowUs microseconds since 1970
 * @throws DomainError for no cases, too many, or ones that are not stored
 */
export async function makeCohort(
  db: Database,
  given: {
    readonly name: string;
    readonly caseIds: readonly string[];
    readonly origin: CohortOrigin;
  },
  nowUs: number,
): Promise<CohortVersion> {
  const { name, caseIds, origin } = given;
  if (caseIds.length > cohortSizeMax) {
    throw new DomainError(
      "invalid-input",
      `A cohort has at most ${formatCounted(cohortSizeMax, "case")}, and these are ${formatCounted(caseIds.length, "case")}; draw some with --sample.`,
    );
  }
  const { masker } = createPreparation(await readSettings(db));
  const mask = (text: string) => masker.text.mask(text).text;
  const kept = "search" in origin ? { ...origin, search: maskSearch(origin.search, mask) } : origin;
  return db.write(async (connection) => {
    const made = await itemsOfCases(connection, caseIds);
    const stored = new Set(made.map(({ source }) => source));
    const gone = caseIds.filter((id) => !stored.has(id));
    if (gone.length > 0) {
      throw new DomainError(
        "not-found",
        `There is no case ${gone.slice(0, 5).join(", ")}; nothing was made.`,
      );
    }
    const { items, sha256: hash } = freezeCohort(name, 1, made, sha256);
    return writeCohort(
      connection,
      { name, items, sha256: hash, origin: kept, createdBy: null },
      nowUs,
    );
  });
}
