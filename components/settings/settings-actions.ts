import type { PreviewStart, PreviewState } from "@/lib/domain/settings/settings-effect";
import type { Settings } from "@/lib/domain/settings/settings";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

/** Some top-level members of the settings, each complete. */
export type SettingsChange = Partial<Settings>;

/** The server actions of a form whose change is previewed before it is saved. */
export type ChangeActions<Change> = {
  readonly onPreview: (change: Change) => Promise<PreviewStart>;
  readonly onPoll: (id: string) => Promise<PreviewState | null>;
  readonly onCancel: (id: string) => Promise<void>;
  readonly onSave: (change: Change, previewId: string | null) => Promise<MutationOutcome>;
};

/** The server actions of the settings forms. */
export type SettingsActions = ChangeActions<SettingsChange>;
