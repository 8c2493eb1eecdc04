import { existsSync } from "node:fs";
import type { Scope } from "@/lib/domain/people/permission";
import type { RulesBehind } from "@/lib/domain/settings/rules-behind";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { readCasesBehind } from "@/lib/store/cases/enqueue-older-versions";
import { readAdoptedIntents } from "@/lib/store/decisions/adopted-intents";
import { readSettings } from "@/lib/store/decisions/decisions";
import { derivationVersion } from "../derive/derivation-version";
import { workspacePath } from "../worker/data-folder";
import { withReader } from "../worker/with-reader";

/**
 * How many cases a published change of rules has not reached; while there are some, lists of findings are of both.
 * @param scope what the viewer may see
 * @returns null where there is none
 */
export async function readRulesBehind(
  workspace: WorkspaceName,
  scope: Scope | null,
): Promise<RulesBehind | null> {
  const path = workspacePath(workspace);
  // Before anything was ingested there is no file.
  if (!existsSync(path)) return null;
  return withReader(path, async (db) => {
    const settings = await readSettings(db);
    const intents = await readAdoptedIntents(db);
    const version = derivationVersion(settings, intents?.version ?? null);
    const behind = await readCasesBehind(db, version);
    if (behind === null) return null;
    const { sinceUs, ...cases } = behind;
    return { sinceUs, cases: scope === null ? cases : null };
  });
}
