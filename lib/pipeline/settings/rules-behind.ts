import { isDatabaseThere } from "@/lib/store/location";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import type { RulesBehind } from "@/lib/domain/settings/rules-behind";
import { readCasesBehind } from "@/lib/store/cases/enqueue-older-versions";
import { readAdoptedIntents } from "@/lib/store/decisions/adopted-intents";
import { readSettings } from "@/lib/store/decisions/decisions";
import { derivationVersion } from "../derive/derivation-version";
import { withReader } from "../worker/with-reader";

/**
 * Loads what lists findings, and says how many cases a published change of rules has not reached. It is asked before
 * and afterwards, because cases are judged meanwhile: what is loaded with null holds no findings of former rules
 * beside those of new ones.
 * @param seen the workspace, and what the viewer may see of it
 * @param load called again where rules were published and reached every case meanwhile
 */
export async function loadWithRulesBehind<Loaded extends object>(
  { path, scope }: SeenWorkspace,
  load: () => Promise<Loaded>,
): Promise<Loaded & { readonly behind: RulesBehind | null }> {
  for (;;) {
    const before = await readState({ path, scope });
    const loaded = await load();
    if (before.behind !== null) return { ...loaded, behind: before.behind };
    const after = await readState({ path, scope });
    if (after.behind !== null || after.version === before.version) {
      return { ...loaded, behind: after.behind };
    }
  }
}

/** The version of the settings in force, and the cases that it has not reached; null where there is none. */
async function readState({
  path,
  scope,
}: SeenWorkspace): Promise<{ version: string | null; behind: RulesBehind | null }> {
  // Before anything was ingested there is no file.
  if (!isDatabaseThere(path)) return { version: null, behind: null };
  return withReader(path, async (db) => {
    const settings = await readSettings(db);
    const intents = await readAdoptedIntents(db);
    const version = derivationVersion(settings, intents?.version ?? null);
    const behind = await readCasesBehind(db, version);
    if (behind === null) return { version, behind: null };
    const { sinceUs, ...cases } = behind;
    return { version, behind: { sinceUs, cases: scope === null ? cases : null } };
  });
}
