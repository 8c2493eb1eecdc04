import "server-only";
import { isDomainError } from "@/lib/domain/domain-error";
import { defaultSettings } from "@/lib/domain/settings";
import { readSettings } from "@/lib/store/decisions";
import { workspaceReader } from "./workspace-reader";

/** The zone in which a workspace's pages write times; ours where its settings cannot be read. @param path its file */
export async function loadDisplayZone(path: string): Promise<string> {
  const reader = workspaceReader(path);
  if (reader === null) return defaultSettings.displayTimeZone;
  try {
    return (await readSettings(reader)).displayTimeZone;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return defaultSettings.displayTimeZone;
  }
}
