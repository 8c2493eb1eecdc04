import "server-only";
import { isDomainError } from "@/lib/domain/domain-error";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { workspaceReader } from "./workspace-reader";

/** A workspace's display zone; the default where its settings are invalid. @param path its file */
export async function loadDisplayZone(path: string): Promise<string> {
  const reader = workspaceReader(path);
  return reader === null ? defaultSettings.displayTimeZone : readDisplayZone(reader);
}

/** The same of a workspace that is open. */
export async function readDisplayZone(db: Database): Promise<string> {
  return (await readShownSettings(db)).displayTimeZone;
}

type ShownSetting =
  | "displayTimeZone"
  | "costRates"
  | "caseTypes"
  | "disclosureRules"
  | "repeatWindowDays"
  | "openIn"
  | "persona";

/** A workspace's display settings; the defaults where the stored ones are invalid. */
export async function readShownSettings(db: Database): Promise<Pick<Settings, ShownSetting>> {
  try {
    return await readSettings(db);
  } catch (error) {
    if (!isDomainError(error) || error.code !== "invalid-input") throw error;
    return defaultSettings;
  }
}
