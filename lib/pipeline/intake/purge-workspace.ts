import type { Doer } from "@/lib/domain/people/audit";
import { retentionCutoffUs, type Retention } from "@/lib/domain/settings/retention";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { recordAudit } from "@/lib/store/access/append-audit";
import { purgeAudit } from "@/lib/store/access/purge-audit";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import {
  endRetention,
  planPurge,
  purgeBefore,
  type OnRemoved,
  type Purged,
} from "@/lib/store/erasure/purge";
import { accessPath } from "../worker/data-folder";

export { planPurge };
export type { Purged };

export type PurgeRequest = {
  readonly workspace: WorkspaceName;
  readonly retention: Retention;
  /** The instant from which the retention counts back, microseconds since 1970. */
  readonly nowUs: number;
  readonly doer: Doer;
  readonly onRemoved?: OnRemoved;
};

/** What a purge removed; of the audit rows, null: for good. */
export type PurgeReport = { readonly contacts: Purged | null; readonly auditRows: number | null };

const patienceMs = 10_000;

/**
 * Removes what is older than a workspace's retention, and from "main" the beginning of the audit. Cases follow when the
 * queue is settled, bytes in the file with `sweepRemoved`.
 */
export async function purgeWorkspace(
  db: Database,
  { workspace, retention, nowUs, doer, onRemoved }: PurgeRequest,
): Promise<PurgeReport> {
  const { contactDays, auditDays } = retention;
  const access = await openWriter(accessPath(), patienceMs, "access");
  try {
    let contacts: Purged | null = null;
    if (contactDays === null) await endRetention(db);
    else {
      const cutoffUs = retentionCutoffUs(nowUs, contactDays);
      const before = await planPurge(db, cutoffUs);
      const entry = { ...doer, workspace, target: null, after: { cutoffUs } };
      if (before.spans + before.records > 0) {
        await recordAudit(access, { ...entry, action: "data-purged", before }, nowUs);
      }
      contacts = await purgeBefore(db, cutoffUs, nowUs, onRemoved);
    }
    if (workspace !== "main" || auditDays === null) return { contacts, auditRows: null };
    const auditRows = await purgeAudit(access, retentionCutoffUs(nowUs, auditDays), doer, nowUs);
    if (auditRows > 0) await access.rewrite();
    return { contacts, auditRows };
  } finally {
    await access.close();
  }
}
