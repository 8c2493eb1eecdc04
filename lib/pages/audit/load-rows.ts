import "server-only";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { readAudit, type AuditFilter } from "@/lib/store/access/read-audit";
import type { Database } from "@/lib/store/port";
import { readAwaitedBy } from "@/lib/store/decisions/withheld-reviews";
import type { AuditRows } from "./audit-model";

/**
 * Reads one page of the audit, newest first.
 * @param workspaces with their databases
 * @param viewer public id
 */
export async function loadAuditRows(
  access: Database,
  workspaces: readonly { readonly name: WorkspaceName; readonly path: string }[],
  viewer: string,
  filter: AuditFilter,
  paging: { readonly page: number; readonly size: number },
): Promise<AuditRows> {
  const awaited = await Promise.all(
    workspaces.map(async ({ name, path }) => {
      const findings = await readAwaitedBy(await readerOrEmpty(path), viewer);
      return findings.map((finding) => ({ workspace: name, ...finding }));
    }),
  );
  const findings = awaited.flat();
  const { rows, total } = await readAudit(access, filter, paging, { viewer, findings });
  const isBlind = findings.length > 0;
  return {
    ...{ total, isBlind },
    rows: rows.map(({ seq, hash: _hash, previousHash: _previous, ...row }) => ({
      ...row,
      seq: isBlind ? null : seq,
    })),
  };
}
