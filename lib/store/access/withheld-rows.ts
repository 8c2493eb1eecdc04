import type { WorkspaceName } from "@/lib/domain/workspace";

/** What an audit's reader may not see yet: what others than `viewer` decided on some findings. */
export type WithheldFromReader = {
  /** Public id. */
  readonly viewer: string;
  readonly findings: readonly {
    readonly workspace: WorkspaceName;
    readonly caseId: string;
    readonly rule: string;
  }[];
};

/** Nothing is withheld: for the machine's own commands. */
export const nothingWithheld: WithheldFromReader = { viewer: "", findings: [] };

/** The parameters of `isShownSql`. */
export function withheldParameters({ viewer, findings }: WithheldFromReader): {
  readonly viewer: string;
  readonly withheld: string;
} {
  const named = findings.map(({ workspace, caseId, rule }) => [workspace, caseId, rule]);
  return { viewer, withheld: JSON.stringify(named) };
}

/** SQL: whether a row of the audit is none of those decisions, nor an attempt at one that was not kept. */
export const isShownSql = `(CASE WHEN actor = @viewer OR coalesce(json_valid(after), 0) = 0 THEN true
  WHEN action = 'finding-reviewed' THEN NOT coalesce((workspace, target, after ->> '$.rule') IN
    (SELECT value ->> '$[0]', value ->> '$[1]', value ->> '$[2]' FROM json_each(@withheld)), false)
  WHEN action = 'not-kept' AND after ->> '$.was' = 'finding-reviewed' THEN NOT coalesce(
    (workspace, target) IN (SELECT value ->> '$[0]', value ->> '$[1]' FROM json_each(@withheld)), false)
  ELSE true END)`;
