import type { PreviewProgress, SettingsEffect } from "@/lib/domain/settings/settings-effect";
import type { Settings } from "@/lib/domain/settings/settings";

/** What the preview's thread is asked: first for the preview, and once more when it was saved. */
export type PreviewRequest =
  | {
      readonly type: "preview";
      readonly path: string;
      readonly folder: string;
      readonly settings: Settings;
    }
  /** Compares the workspace itself with the copy of before. */
  | { readonly type: "compare" };

export type PreviewReply =
  | { readonly type: "progress"; readonly progress: PreviewProgress }
  | { readonly type: "effect"; readonly effect: SettingsEffect }
  | { readonly type: "failed"; readonly message: string };
