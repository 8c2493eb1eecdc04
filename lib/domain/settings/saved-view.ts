import type { Role } from "../people/permission";

/** Pages whose filters can be saved. */
export const viewPaths = [
  "/overview",
  "/cases",
  "/journeys",
  "/handoffs",
  "/persona",
  "/disclosures",
  "/pii",
  "/compare",
  "/sla",
  "/insights",
] as const;
export type ViewPath = (typeof viewPaths)[number];

/** A page's filters saved under a name. */
export type SavedView = {
  readonly id: number;
  readonly name: string;
  /** The page: "/cases". */
  readonly path: string;
  /** Its query string without "?" and defaults; "" is the page without filters. */
  readonly search: string;
  /** Public id of its author; null for one saved before authors were recorded, which belongs to everybody. */
  readonly owner: string | null;
  /** Whether all users of the workspace see it, or only its owner. */
  readonly isShared: boolean;
  /** The roles whose default on the page it is. */
  readonly defaultFor: readonly Role[];
};

export type DefaultView = Pick<SavedView, "path" | "name" | "search">;

export type ViewChanger = {
  readonly actor: string;
  /** Whether they may set roles' defaults. */
  readonly choosesDefaults: boolean;
};

export const savedViewNameMax = 80;
export const savedViewSearchMax = 2000;

/** Whether a user sees a view: a private one only its owner. */
export function isViewSeen(view: Pick<SavedView, "owner" | "isShared">, actor: string): boolean {
  return view.isShared || isOwnView(view, actor);
}

/** Whether a user owns a view; one without an owner is everybody's. */
export function isOwnView({ owner }: Pick<SavedView, "owner">, actor: string): boolean {
  return owner === null || owner === actor;
}

/**
 * Whether a user may change or remove a visible view: its owner, and users who set defaults; a role's default only
 * the latter.
 */
export function mayChangeView(
  view: Pick<SavedView, "owner" | "isShared" | "defaultFor">,
  { actor, choosesDefaults }: ViewChanger,
): boolean {
  if (!isViewSeen(view, actor)) return false;
  return choosesDefaults || (isOwnView(view, actor) && view.defaultFor.length === 0);
}
