import type { Override } from "@/lib/domain/case/override";
import type { AdoptedIntents } from "@/lib/domain/case/intent-model";
import type { Settings } from "@/lib/domain/settings/settings";
import { readAdoptedIntents } from "@/lib/store/decisions/adopted-intents";
import type { Database } from "@/lib/store/port";
import { readOverrides, readSettings } from "@/lib/store/decisions/decisions";
import { readMergeRevision } from "@/lib/store/cases/merges";
import { derivationVersion } from "./derivation-version";

/** The inputs of derivation apart from spans. */
export type DerivationContext = {
  readonly settings: Settings;
  /** The active intent model; null: intents are not inferred. */
  readonly intents: AdoptedIntents | null;
  readonly overrides: readonly Override[];
  /** Revision of the last merge included in `overrides` and the CRM records. */
  readonly mergeRevision: number;
  /** Version of the code and settings, written with each row. */
  readonly version: string;
};

/** Reads the current context. A later decision enqueues what it affects again. */
export async function readDerivationContext(db: Database): Promise<DerivationContext> {
  const mergeRevision = await readMergeRevision(db);
  const settings = await readSettings(db);
  const overrides = await readOverrides(db);
  const intents = await readAdoptedIntents(db);
  const version = derivationVersion(settings, intents?.version ?? null);
  return { settings, intents, overrides, mergeRevision, version };
}
