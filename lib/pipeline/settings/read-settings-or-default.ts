import { isDomainError } from "@/lib/domain/domain-error";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";

/** @property problem why the stored settings could not be read; `settings` are then the defaults */
type ReadSettings = { readonly settings: Settings; readonly problem: string | null };

/** The settings in force, or the defaults if those cannot be read. */
export async function readSettingsOrDefault(db: Database): Promise<ReadSettings> {
  try {
    return { settings: await readSettings(db), problem: null };
  } catch (error) {
    if (!isDomainError(error) || error.code !== "invalid-input") throw error;
    return { settings: defaultSettings, problem: error.message };
  }
}
