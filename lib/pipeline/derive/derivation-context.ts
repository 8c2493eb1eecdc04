import type { Override } from "@/lib/domain/case/override";
import type { AdoptedIntents } from "@/lib/domain/case/intent-model";
import type { Settings } from "@/lib/domain/settings/settings";
import { readAdoptedIntents } from "@/lib/store/decisions/adopted-intents";
import type { Database } from "@/lib/store/database";
import { readOverrides, readSettings } from "@/lib/store/decisions/decisions";
import { readMergeMark } from "@/lib/store/cases/merges";
import { derivationVersion } from "./derivation-version";

/** What derivation depends on beside the spans. */
export type DerivationContext = {
  readonly settings: Settings;
  /** What infers intents that are not declared; null: nothing does. */
  readonly intents: AdoptedIntents | null;
  readonly overrides: readonly Override[];
  /** The last merge that `overrides` and the CRM's records hold. */
  readonly mergeMark: number;
  /** Names the code and settings that rows are made with. */
  readonly version: string;
};

/** Reads it anew. A decision that comes later marks what it moves again. */
export async function readDerivationContext(db: Database): Promise<DerivationContext> {
  const mergeMark = await readMergeMark(db);
  const settings = await readSettings(db);
  const overrides = await readOverrides(db);
  const intents = await readAdoptedIntents(db);
  const version = derivationVersion(settings, intents?.version ?? null);
  return { settings, intents, overrides, mergeMark, version };
}
