import type { PreviewProgress, SettingsEffect } from "@/lib/domain/settings/settings-effect";
import type { Settings } from "@/lib/domain/settings/settings";

/** Requests to the preview thread: first the preview, and a comparison once it was saved. */
export type PreviewRequest =
  | {
      readonly type: "preview";
      readonly path: string;
      readonly folder: string;
      readonly settings: Settings;
    }
  /** Compares the workspace itself with the copy made before. */
  | { readonly type: "compare" };

export type PreviewReply =
  | { readonly type: "progress"; readonly progress: PreviewProgress }
  | { readonly type: "effect"; readonly effect: SettingsEffect }
  | { readonly type: "failed"; readonly message: string };
