import type { Role } from "@/lib/domain/people/permission";
import type { ViewPath } from "@/lib/domain/settings/saved-view";

/** A saved view as a page offers it. */
export type SavedViewLine = {
  readonly id: number;
  readonly name: string;
  readonly search: string;
  /** The page with its filters. */
  readonly href: string;
  readonly isOwn: boolean;
  readonly isShared: boolean;
  /** Who sees it and whose it is: "Yours, shared", "Shared by Ann Berg". */
  readonly words: string;
  readonly defaultFor: readonly Role[];
  /** Whether the viewer may rename it, share it or take it away. */
  readonly isChangeable: boolean;
};

/** The saved views of a page for one viewer. */
export type SavedViewsModel = {
  readonly path: ViewPath;
  /** One's own first, each group by name. */
  readonly lines: readonly SavedViewLine[];
  readonly choosesDefaults: boolean;
  /** What the viewer's role begins with on this page; null: with the page as it comes. */
  readonly begins: {
    readonly name: string;
    readonly search: string;
    /** "supervisors" */
    readonly roleWords: string;
  } | null;
};
