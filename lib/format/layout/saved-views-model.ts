import type { Role } from "@/lib/domain/people/permission";
import type { ViewPath } from "@/lib/domain/settings/saved-view";

/** A saved view for a page's menu. */
export type SavedViewLine = {
  readonly id: number;
  readonly name: string;
  readonly search: string;
  /** The page with its filters. */
  readonly href: string;
  readonly isOwn: boolean;
  readonly isShared: boolean;
  /** Visibility and owner: "Yours, shared", "Shared by Ann Berg". */
  readonly words: string;
  readonly defaultFor: readonly Role[];
  /** Whether the viewer may rename, share or remove it. */
  readonly isChangeable: boolean;
};

/** The saved views of a page for one viewer. */
export type SavedViewsModel = {
  readonly path: ViewPath;
  /** One's own first, each group by name. */
  readonly lines: readonly SavedViewLine[];
  readonly choosesDefaults: boolean;
  /** The default view of the viewer's role; null: none. */
  readonly begins: {
    readonly name: string;
    readonly search: string;
    /** "supervisors" */
    readonly roleWords: string;
  } | null;
};
