import type { Override } from "@/lib/domain/override";
import type { Settings } from "@/lib/domain/settings";
import type { Database } from "@/lib/store/database";
import { readOverrides, readSettings } from "@/lib/store/decisions";
import { derivationVersion } from "./derivation-version";

/** What derivation depends on beside the spans. */
export type DerivationContext = {
  readonly settings: Settings;
  readonly overrides: readonly Override[];
  /** Names the code and settings that rows are made with. */
  readonly version: string;
};

export async function readDerivationContext(db: Database): Promise<DerivationContext> {
  const settings = await readSettings(db);
  return { settings, overrides: await readOverrides(db), version: derivationVersion(settings) };
}
