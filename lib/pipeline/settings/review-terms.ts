import { workspaceRules } from "@/lib/disclosures/rules";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { readSettings } from "@/lib/store/decisions/decisions";
import { workspacePath } from "../worker/data-folder";
import { withReader } from "../worker/with-reader";

const dayUs = 86_400_000_000;

/**
 * When findings are due for review: microseconds after their contact began, by the severity of their rule. A rule that
 * is no longer there counts as one of medium severity; an escalated finding is due at once.
 */
export function readDueAfter(
  workspace: WorkspaceName,
): Promise<(rule: string, state: string) => number> {
  return withReader(workspacePath(workspace), async (db) => {
    const { disclosureRules, reviewDays } = await readSettings(db);
    const severities = new Map(
      workspaceRules(disclosureRules).map(({ rule }) => [rule.id, rule.severity]),
    );
    return (rule, state) =>
      state === "escalated" ? 0 : reviewDays[severities.get(rule) ?? "medium"] * dayUs;
  });
}
