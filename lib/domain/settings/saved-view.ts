import type { Role } from "../people/permission";

/** The pages whose filters can be kept under a name. */
export const viewPaths = [
  "/overview",
  "/cases",
  "/journeys",
  "/handoffs",
  "/persona",
  "/compare",
  "/sla",
] as const;
export type ViewPath = (typeof viewPaths)[number];

/** A page with its filters, under a name that a person gave it. */
export type SavedView = {
  readonly id: number;
  readonly name: string;
  /** The page: "/cases". */
  readonly path: string;
  /** Its query string without "?", defaults left out; "" is the page as it comes. */
  readonly search: string;
  /** Public id of whoever saved it; null: saved before owners were kept, so everybody's. */
  readonly owner: string | null;
  /** Whether everybody who uses the workspace sees it, or its owner alone. */
  readonly isShared: boolean;
  /** The roles that begin with it on its page. */
  readonly defaultFor: readonly Role[];
};

/** What a role begins with on a page. */
export type DefaultView = Pick<SavedView, "path" | "name" | "search">;

/** Who changes a view. */
export type ViewChanger = {
  /** Public id. */
  readonly actor: string;
  /** Whether they may say what a role begins with. */
  readonly choosesDefaults: boolean;
};

export const savedViewNameMax = 80;
export const savedViewSearchMax = 2000;

/** Whether somebody sees a view: a private one is its owner's alone. */
export function isViewSeen(view: Pick<SavedView, "owner" | "isShared">, actor: string): boolean {
  return view.isShared || isOwnView(view, actor);
}

/** Whether a view is somebody's to change; one without an owner is everybody's. */
export function isOwnView({ owner }: Pick<SavedView, "owner">, actor: string): boolean {
  return owner === null || owner === actor;
}

/**
 * Whether somebody may change or remove a view that they see: its owner may, and whoever chooses defaults;
 * what a role begins with only the latter, as it changes the page of others.
 */
export function mayChangeView(
  view: Pick<SavedView, "owner" | "isShared" | "defaultFor">,
  { actor, choosesDefaults }: ViewChanger,
): boolean {
  if (!isViewSeen(view, actor)) return false;
  return choosesDefaults || (isOwnView(view, actor) && view.defaultFor.length === 0);
}
