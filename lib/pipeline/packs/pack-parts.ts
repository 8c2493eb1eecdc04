import { workspaceRules } from "@/lib/disclosures/rules";
import { auditActions, type AuditRow } from "@/lib/domain/people/audit";
import { may, roleNames, type Viewer } from "@/lib/domain/people/permission";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { isoInstant } from "@/lib/format/format";
import type { PersonOf } from "@/lib/pages/disclosures/pack/pack-finding";
import type { PackAudit, PackAuditRow, PackMaking } from "@/lib/pages/disclosures/pack/pack-model";
import type { RuleOfPack } from "@/lib/pages/disclosures/pack/pack-rules";
import { readAccounts } from "@/lib/store/access/accounts";
import type { AuditExtract } from "@/lib/store/access/read-audit-about";
import type { WithheldFromReader } from "@/lib/store/access/withheld-rows";
import type { AuditCheck } from "@/lib/store/access/verify-audit";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readAwaitedBy } from "@/lib/store/decisions/withheld-reviews";
import { withReader } from "../worker/with-reader";
import { readRuleVersions } from "@/lib/store/decisions/rule-versions";

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

/** Where and by whom it is made. */
export function packMaking(request: PackRequest, personOf: PersonOf): PackMaking {
  const { viewer, workspace, timeZone, nowUs } = request;
  return {
    madeAt: isoInstant(nowUs) ?? "",
    madeBy: personOf(viewer.actor),
    ...{ workspace: workspace.name, timeZone },
  };
}

/** The versions of rules that findings name, whichever is in force by now. */
export async function readNamedRules(
  db: Database,
  findings: readonly Pick<RuleOfPack, "rule" | "version">[],
): Promise<readonly RuleOfPack[]> {
  const present = workspaceRules((await readSettings(db)).disclosureRules);
  const named = new Map(
    findings.map(({ rule, version }) => [`${rule} ${String(version)}`, { rule, version }]),
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

/**
 * The state of the audit, and its rows about something; without them where the viewer may not read the audit.
 * @param read the latest of those rows, but for those that are withheld
 */
export async function packAudit(
  { check, viewer, workspace }: PackRequest,
  personOf: PersonOf,
  read: (withheld: WithheldFromReader) => Promise<AuditExtract>,
): Promise<PackAudit> {
  const { head, faults } = check;
  const awaited = await withReader(workspace.path, (db) => readAwaitedBy(db, viewer.actor));
  const isBlind = awaited.length > 0;
  const isUnbroken = faults.length === 0;
  const all = { head, rows: isBlind ? null : check.rows, isUnbroken, isBlind };
  if (!may(viewer, "read-audit")) return { ...all, extract: null, leftOut: 0 };
  const about = await read({
    viewer: viewer.actor,
    findings: awaited.map((finding) => ({ workspace: workspace.name, ...finding })),
  });
  const extract = about.rows.map(({ seq, hash, previousHash, ...row }): PackAuditRow => ({
    ...row,
    place: isBlind ? null : { seq, hash, previousHash },
    at: isoInstant(row.atUs) ?? "",
    by: personOf(row.actor),
    words: wordsOf(row),
  }));
  return { ...all, extract, leftOut: about.leftOut };
}

function wordsOf({ action }: Pick<AuditRow, "action">): string {
  return new Map<string, string>(Object.entries(auditActions)).get(action) ?? action;
}

/** People by their role and public id; names stay here. */
export async function readPeople(access: Database): Promise<PersonOf> {
  const accounts = await readAccounts(access);
  const roleOf = new Map(accounts.map(({ publicId, role }) => [publicId, roleNames[role]]));
  return (actor) => ({ id: actor, words: `${roleOf.get(actor) ?? otherOf(actor)} ${actor}` });
}

function otherOf(actor: string): string {
  return actor.startsWith("cli-") ? "command line" : "visitor of the demo";
}
