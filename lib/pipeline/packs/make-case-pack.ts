import { isInScope, type Viewer } from "@/lib/domain/people/permission";
import { casePackHtml } from "@/lib/pages/disclosures/pack/case-pack-html";
import type { AppliedDisclosure } from "@/lib/pages/disclosures/pack/pack-finding";
import { sealPack } from "@/lib/pages/disclosures/pack/pack-seal";
import { prepareCasePack } from "@/lib/pages/disclosures/pack/prepare-case-pack";
import { readCaseAudit } from "@/lib/store/access/read-audit-about";
import { readCase } from "@/lib/store/cases/read-case";
import type { Database } from "@/lib/store/port";
import { withReader } from "../worker/with-reader";
import {
  packAudit,
  packMaking,
  readNamedRules,
  readPeople,
  type MadePack,
  type PackRequest,
} from "./pack-parts";
import { isApplied, readApplied } from "./read-applied";
import { sha256 } from "@/lib/store/sha256";

/** Audit rows that a pack quotes. */
const auditMax = 500;

/**
 * Makes the evidence pack of a case. What the viewer may not see is not in it.
 * @returns null where there is no such case, or the viewer may not see it
 */
export async function makeCasePack(request: PackRequest, caseId: string): Promise<MadePack | null> {
  const { workspace, viewer, access } = request;
  const personOf = await readPeople(access);
  const read = await withReader(workspace.path, (db) => readSource(db, viewer, caseId));
  if (read === null) return null;
  const named = { workspace: workspace.name, caseId };
  const facts = prepareCasePack({
    ...read,
    making: packMaking(request, personOf),
    audit: await packAudit(request, personOf, (withheld) =>
      readCaseAudit(access, named, auditMax, withheld),
    ),
    personOf,
  });
  return sealPack(casePackHtml(facts), facts, sha256);
}

async function readSource(
  db: Database,
  { scope, actor }: Pick<Viewer, "scope" | "actor">,
  caseId: string,
) {
  const stored = await readCase(db, caseId);
  if (stored?.knowledge == null || !isInScope(scope, stored.row)) return null;
  const { derived, row, knowledge } = stored;
  const { disclosures } = knowledge;
  const applied: AppliedDisclosure[] = [];
  for (const [at, disclosure] of disclosures.filter(isApplied).entries()) {
    applied.push(await readApplied(db, disclosure, row.disclosureRows[at], actor));
  }
  return { derived, disclosures, applied, rules: await readNamedRules(db, disclosures) };
}
