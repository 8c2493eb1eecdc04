import { may, type Role, type Viewer } from "@/lib/domain/people/permission";
import {
  isOwnView,
  mayChangeView,
  type SavedView,
  type ViewPath,
} from "@/lib/domain/settings/saved-view";
import type { SavedViewLine, SavedViewsModel } from "./saved-views-model";
import type { RawSearchParams } from "../address/raw-params";

/** The plural of each role: "supervisors". */
const roleHolders: Readonly<Record<Role, string>> = {
  cx: "CX leads",
  supervisor: "supervisors",
  engineer: "engineers",
  compliance: "compliance reviewers",
  admin: "admins",
};

/**
 * Prepares a page's saved views for one viewer.
 * @param views those that the viewer sees, by name
 * @param names account names by public id; a missing one is a visitor of the demo
 */
export function prepareSavedViews(
  path: ViewPath,
  views: readonly SavedView[],
  viewer: Pick<Viewer, "actor" | "role" | "scope" | "isDemo">,
  names: ReadonlyMap<string, string>,
): SavedViewsModel {
  const by = { actor: viewer.actor, choosesDefaults: may(viewer, "default-views") };
  const lines = views.map((view): SavedViewLine => {
    const isOwn = view.owner === viewer.actor;
    return {
      ...{ id: view.id, name: view.name, search: view.search, isOwn, isShared: view.isShared },
      href: view.search === "" ? path : `${path}?${view.search}`,
      words: isOwn ? (view.isShared ? "Yours, shared" : "Yours alone") : ownerWords(view, names),
      defaultFor: view.defaultFor,
      isChangeable: mayChangeView(view, by),
    };
  });
  const begins = views.find((view) => view.search !== "" && view.defaultFor.includes(viewer.role));
  return {
    path,
    lines: [...lines.filter(({ isOwn }) => isOwn), ...lines.filter(({ isOwn }) => !isOwn)],
    choosesDefaults: by.choosesDefaults,
    begins:
      begins === undefined
        ? null
        : { name: begins.name, search: begins.search, roleWords: roleHolders[viewer.role] },
  };
}

function ownerWords(view: SavedView, names: ReadonlyMap<string, string>): string {
  if (isOwnView(view, "")) return "Shared, without an owner";
  return `Shared by ${names.get(view.owner ?? "") ?? "a visitor of the demo"}`;
}

/** The saved view whose address was opened, ignored parameters included; null: none. */
export function openedView(
  { lines }: Pick<SavedViewsModel, "lines">,
  raw: RawSearchParams,
): SavedViewLine | null {
  const opened = Object.entries(raw).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  if (opened.length === 0) return null;
  const requested = sortedPairs(opened);
  return (
    lines.find(({ search }) => sortedPairs([...new URLSearchParams(search)]) === requested) ?? null
  );
}

function sortedPairs(pairs: readonly (readonly (string | undefined)[])[]): string {
  return JSON.stringify(pairs.map((pair) => JSON.stringify(pair)).sort());
}
