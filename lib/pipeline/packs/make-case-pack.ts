import { workspaceRules } from "@/lib/disclosures/rules";
import type { CaseDisclosure, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import { auditActions, type AuditRow } from "@/lib/domain/people/audit";
import { isInScope, may, roleNames, type Viewer } from "@/lib/domain/people/permission";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { isoInstant } from "@/lib/format/format";
import { casePackHtml } from "@/lib/pages/disclosures/pack/pack-html";
import type { PackAudit, PackAuditRow, PackPerson } from "@/lib/pages/disclosures/pack/pack-model";
import { sealPack } from "@/lib/pages/disclosures/pack/pack-seal";
import type { RuleOfPack } from "@/lib/pages/disclosures/pack/pack-rules";
import {
  prepareCasePack,
  type AppliedDisclosure,
} from "@/lib/pages/disclosures/pack/prepare-case-pack";
import { readAccounts } from "@/lib/store/access/accounts";
import { readCaseAudit } from "@/lib/store/access/read-case-audit";
import type { AuditCheck } from "@/lib/store/access/verify-audit";
import { readCase } from "@/lib/store/cases/read-case";
import type { Database } from "@/lib/store/database";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readReviews } from "@/lib/store/decisions/disclosure-reviews";
import { readRuleVersions } from "@/lib/store/decisions/rule-versions";
import { withReader } from "../worker/with-reader";
import { sha256 } from "./sha256";

/** Who makes a pack of what. */
export type PackRequest = {
  readonly workspace: { readonly name: WorkspaceName; readonly path: string };
  readonly viewer: Pick<Viewer, "actor" | "role" | "scope" | "isDemo">;
  /** The store of accounts and the audit, and what verifying the audit's chain gave. */
  readonly access: Database;
  readonly check: AuditCheck;
  /** IANA name of the zone of the printed times. */
  readonly timeZone: string;
  /** Microseconds since 1970. */
  readonly nowUs: number;
};

/** A self-contained HTML file, and the checksum that the audit has to keep. */
export type MadePack = { readonly file: string; readonly checksum: string };

/** Audit rows that a pack quotes. */
const auditMax = 500;

/**
 * Makes the evidence pack of a case. What the viewer may not see is not in it.
 * @returns null where there is no such case, or the viewer may not see it
 */
export async function makeCasePack(request: PackRequest, caseId: string): Promise<MadePack | null> {
  const { workspace, viewer, access, timeZone, nowUs } = request;
  const personOf = await peopleOf(access);
  const read = await withReader(workspace.path, (db) => readSource(db, viewer.scope, caseId));
  if (read === null) return null;
  const facts = prepareCasePack({
    ...read,
    making: {
      madeAt: isoInstant(nowUs) ?? "",
      madeBy: personOf(viewer.actor),
      workspace: workspace.name,
      timeZone,
    },
    audit: await auditOf(request, caseId, personOf),
    personOf,
  });
  return sealPack(casePackHtml(facts), facts, sha256);
}

async function readSource(db: Database, scope: Viewer["scope"], caseId: string) {
  const stored = await readCase(db, caseId);
  if (stored?.knowledge == null || !isInScope(scope, stored.row)) return null;
  const { derived, row, knowledge } = stored;
  const { disclosures } = knowledge;
  const applied: AppliedDisclosure[] = [];
  for (const [at, disclosure] of disclosures.filter(isApplied).entries()) {
    const anchored = row.disclosureRows[at];
    const reviews = anchored === undefined ? [] : await readReviews(db, anchored);
    applied.push({ ...disclosure, reviews, review: anchored?.review ?? "open" });
  }
  return { derived, disclosures, applied, rules: await readRules(db, disclosures) };
}

function isApplied(
  disclosure: CaseDisclosure,
): disclosure is CaseDisclosure & { readonly status: RequiredStatus } {
  return disclosure.status !== "not_required";
}

/** The versions that findings name, whichever is in force by now. */
async function readRules(
  db: Database,
  disclosures: readonly CaseDisclosure[],
): Promise<readonly RuleOfPack[]> {
  const present = workspaceRules((await readSettings(db)).disclosureRules);
  const named = new Map(
    disclosures.map(({ rule, version }) => [`${rule} ${String(version)}`, { rule, version }]),
  );
  const rules: RuleOfPack[] = [];
  for (const { rule: id, version } of named.values()) {
    const now = present.find(({ rule }) => rule.id === id);
    const shipped = now?.shipped ?? null;
    const kept = (await readRuleVersions(db, id)).map((each) => ({ ...each, shipped }));
    const first = shipped === null ? [] : [{ rule: shipped, published: null, shipped }];
    const all = [...(now === undefined ? [] : [now]), ...kept, ...first];
    const text = all.find(({ rule }) => rule.version === version) ?? null;
    rules.push({ rule: id, version, text });
  }
  return rules;
}

async function auditOf(
  { access, check, viewer, workspace }: PackRequest,
  caseId: string,
  personOf: (actor: string) => PackPerson,
): Promise<PackAudit> {
  const { head, rows, faults } = check;
  const all = { head, rows, isUnbroken: faults.length === 0 };
  if (!may(viewer, "read-audit")) return { ...all, extract: null, leftOut: 0 };
  const about = await readCaseAudit(access, { workspace: workspace.name, caseId }, auditMax);
  const extract = about.rows.map((row): PackAuditRow => ({
    ...row,
    at: isoInstant(row.atUs) ?? "",
    by: personOf(row.actor),
    words: wordsOf(row),
  }));
  return { ...all, extract, leftOut: about.leftOut };
}

function wordsOf({ action }: AuditRow): string {
  return new Map<string, string>(Object.entries(auditActions)).get(action) ?? action;
}

/** People by their role and public id; names stay here. */
async function peopleOf(access: Database): Promise<(actor: string) => PackPerson> {
  const accounts = await readAccounts(access);
  const roleOf = new Map(accounts.map(({ publicId, role }) => [publicId, roleNames[role]]));
  return (actor) => ({ id: actor, words: `${roleOf.get(actor) ?? otherOf(actor)} ${actor}` });
}

function otherOf(actor: string): string {
  return actor.startsWith("cli-") ? "command line" : "visitor of the demo";
}
