import { maskPersona } from "@/lib/domain/persona-contract";
import type { ChangeAnswer, WorkspaceChange } from "@/lib/domain/workspace-change";
import { writeSettings } from "@/lib/store/decisions";
import { removeView, saveView } from "@/lib/store/saved-views";
import { caseChangeAppliers, type CaseChangeContext } from "./apply-case-change";
import { labelChangeAppliers } from "./apply-label-change";

type ChangeContext = CaseChangeContext;

type ChangeOf<Kind> = Extract<WorkspaceChange, { readonly kind: Kind }>;

/** Each kind's one short transaction. */
const appliers: {
  readonly [Kind in WorkspaceChange["kind"]]: (
    context: ChangeContext,
    change: ChangeOf<Kind>,
  ) => Promise<ChangeAnswer>;
} = {
  ...caseChangeAppliers,
  ...labelChangeAppliers,
  settings: async ({ db, mask }, { settings }) => {
    await writeSettings(db, { ...settings, persona: maskPersona(settings.persona, mask) });
    return { id: null };
  },
  "view-saved": async ({ db, nowUs, mask }, { view: { name, path, search } }) => {
    const view = { path, name: mask(name), search: maskSearch(search, mask) };
    return { id: await saveView(db, view, nowUs) };
  },
  "view-removed": async ({ db }, { id }) => {
    await removeView(db, id);
    return { id: null };
  },
};

/** Masks a query string by what it says rather than how that is encoded: "%40" is an @. */
function maskSearch(search: string, mask: (text: string) => string): string {
  const said = [...new URLSearchParams(search)];
  return new URLSearchParams(said.map(([key, value]) => [mask(key), mask(value)])).toString();
}

/**
 * Applies what a person changed in one transaction.
 * @returns when it is committed
 * @throws DomainError where the store refuses it, or "busy" where another process keeps writing
 */
export function applyChange<Kind extends WorkspaceChange["kind"]>(
  context: ChangeContext,
  change: ChangeOf<Kind> & { readonly kind: Kind },
): Promise<ChangeAnswer> {
  return appliers[change.kind](context, change);
}
