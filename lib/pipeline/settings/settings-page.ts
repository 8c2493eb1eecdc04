import type { Settings } from "@/lib/domain/settings/settings";
import type { ContactsOfDay, OriginalsState } from "@/lib/domain/settings/retention";
import type {
  CaselessSpans,
  SettingsSuggestions,
  UnreadWords,
} from "@/lib/domain/settings/settings-suggestions";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { readContactsByDay } from "@/lib/store/erasure/purge";
import { countSealed } from "@/lib/store/spans/sealed-originals";
import { createOriginals } from "../originals/create-originals";
import { dataFolder, workspacePath } from "../worker/data-folder";
import { readSettingsOrDefault } from "./read-settings-or-default";
import { suggestCaseKeys, suggestSettings } from "./suggest-settings";
import type { SpansOf } from "@/lib/store/spans/wordless-spans";
import { suggestUnread } from "./suggest-words";
import { withReader } from "../worker/with-reader";

export type SettingsPage = {
  readonly settings: Settings;
  /** Why the stored settings could not be read; `settings` are then the defaults. */
  readonly problem: string | null;
  readonly suggestions: SettingsSuggestions;
  readonly contactsByDay: readonly ContactsOfDay[];
  readonly originals: OriginalsState;
};

/** Loads the Settings page of a workspace. */
export function readSettingsPage(workspace: WorkspaceName): Promise<SettingsPage> {
  return withReader(workspacePath(workspace), async (db) => {
    const { settings, problem } = await readSettingsOrDefault(db);
    return {
      settings,
      problem,
      suggestions: await suggestSettings(db, settings),
      contactsByDay: await readContactsByDay(db),
      originals: {
        ...(await countSealed(db)),
        problem:
          settings.retention.originalDays === null ? null : createOriginals(dataFolder()).problem(),
      },
    };
  });
}

/** The settings in force, or the defaults if those cannot be read. */
export function readCurrentSettings(workspace: WorkspaceName): Promise<Settings> {
  return withReader(
    workspacePath(workspace),
    async (db) => (await readSettingsOrDefault(db)).settings,
  );
}

/** What could be read as the case of a workspace's spans that have none; null: each has one. */
export function readCaselessSpans(workspace: WorkspaceName): Promise<CaselessSpans | null> {
  return withReader(workspacePath(workspace), async (db) =>
    suggestCaseKeys(db, (await readSettingsOrDefault(db)).settings),
  );
}

/** Text under keys that nothing reads, and roles that nobody knows. @param of which spans; absent: a sample of all */
export function readUnreadWords(workspace: WorkspaceName, of: SpansOf = {}): Promise<UnreadWords> {
  return withReader(workspacePath(workspace), async (db) =>
    suggestUnread(db, (await readSettingsOrDefault(db)).settings, of),
  );
}
