import { DomainError } from "@/lib/domain/domain-error";
import {
  isViewSeen,
  mayChangeView,
  type SavedView,
  type ViewChanger,
} from "@/lib/domain/settings/saved-view";
import type { ChangeAnswer, ViewChange } from "@/lib/domain/settings/workspace-change";
import {
  chooseDefaultView,
  findOwnView,
  readSavedView,
  removeView,
  saveView,
} from "@/lib/store/decisions/saved-views";
import type { CaseChangeContext } from "./apply-case-change";
import { maskSearch } from "./mask-search";

type ChangeOf<Kind> = Extract<ViewChange, { readonly kind: Kind }>;

type Appliers = {
  readonly [Kind in ViewChange["kind"]]: (
    context: CaseChangeContext,
    change: ChangeOf<Kind>,
  ) => Promise<ChangeAnswer>;
};

/**
 * The changes that a page may make to saved views, one transaction each.
 * @throws DomainError with a sentence for the user
 */
export const viewChangeAppliers: Appliers = {
  "view-saved": async ({ db, nowUs, mask }, { view: { name, path, search, isShared }, by }) => {
    const view = {
      ...{ path, name: mask(name), search: maskSearch(search, mask) },
      ...{ owner: by.actor, isShared },
    };
    const replaced = await findOwnView(db, view);
    if (replaced !== null) {
      requireChange(replaced, by);
      if (replaced.defaultFor.length > 0 && !isShared) throw refused(beginsSentence);
    }
    return { id: await saveView(db, view, nowUs) };
  },
  "view-removed": async ({ db }, { id, by }) => {
    requireChange(await requireView(db, id, by), by);
    await removeView(db, id);
    return { id: null };
  },
  "default-view-chosen": async ({ db }, { path, role, view: id, by }) => {
    const view = id === null ? null : await requireView(db, id, by);
    if (view !== null && view.path !== path) throw refused("This view is of another page.");
    if (view?.isShared === false) {
      throw refused("Only its owner sees this view; share it before a role begins with it.");
    }
    await chooseDefaultView(db, { path, role, view: id });
    return { id: null };
  },
};

const beginsSentence =
  "A role begins with this view, so it stays shared: let the role begin with another one first.";

/** A view that the user may not see is treated as missing. */
async function requireView(
  db: CaseChangeContext["db"],
  id: number,
  by: ViewChanger,
): Promise<SavedView> {
  const view = await readSavedView(db, id);
  if (view !== null && isViewSeen(view, by.actor)) return view;
  throw new DomainError("not-found", "This view was removed already; reload the page.");
}

function requireChange(view: SavedView, by: ViewChanger): void {
  if (mayChangeView(view, by)) return;
  throw new DomainError(
    "not-allowed",
    view.defaultFor.length > 0
      ? "A role begins with this view: an engineer or an admin may change it. Save yours under another name."
      : "This view is somebody else’s: its owner, an engineer or an admin may change it.",
  );
}

function refused(sentence: string): DomainError {
  return new DomainError("invalid-input", sentence);
}
