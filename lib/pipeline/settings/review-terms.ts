import { workspaceRules } from "@/lib/disclosures/rules";
import { severities } from "@/lib/domain/disclosures/rule";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { readSettings } from "@/lib/store/decisions/decisions";
import { workspacePath } from "../worker/data-folder";
import { withReader } from "../worker/with-reader";

const dayUs = 86_400_000_000;

export type ReviewTerms = {
  /** When a finding is due, microseconds after its contact began; an escalated one is due at once. */
  readonly dueAfterUs: (rule: string, state: string) => number;
  /** Of a rule; higher is worse. */
  readonly severityOf: (rule: string) => number;
};

/** What the order of reviews depends on. A rule that is no longer there counts as one of medium severity. */
export function readReviewTerms(workspace: WorkspaceName): Promise<ReviewTerms> {
  return withReader(workspacePath(workspace), async (db) => {
    const { disclosureRules, reviewDays } = await readSettings(db);
    const known = new Map(
      workspaceRules(disclosureRules).map(({ rule }) => [rule.id, rule.severity]),
    );
    const of = (rule: string) => known.get(rule) ?? "medium";
    return {
      dueAfterUs: (rule, state) => (state === "escalated" ? 0 : reviewDays[of(rule)] * dayUs),
      severityOf: (rule) => severities.length - severities.indexOf(of(rule)),
    };
  });
}
