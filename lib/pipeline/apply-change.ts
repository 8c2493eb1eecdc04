import type { ChangeAnswer, WorkspaceChange } from "@/lib/domain/workspace-change";
import type { Database } from "@/lib/store/database";
import { addOverride, writeSettings } from "@/lib/store/decisions";
import { removeView, saveView } from "@/lib/store/saved-views";

type ChangeOf<Kind> = Extract<WorkspaceChange, { readonly kind: Kind }>;

/** Each kind's one short transaction. */
const appliers: {
  readonly [Kind in WorkspaceChange["kind"]]: (
    db: Database,
    change: ChangeOf<Kind>,
    nowUs: number,
  ) => Promise<ChangeAnswer>;
} = {
  override: async (db, { override }, nowUs) => ({ id: await addOverride(db, override, nowUs) }),
  settings: async (db, { settings }) => {
    await writeSettings(db, settings);
    return { id: null };
  },
  "view-saved": async (db, { view }, nowUs) => ({ id: await saveView(db, view, nowUs) }),
  "view-removed": async (db, { id }) => {
    await removeView(db, id);
    return { id: null };
  },
};

/**
 * Applies what a person changed in one transaction.
 * @returns when it is committed
 * @throws DomainError where the store refuses it, or "busy" where another process keeps writing
 */
export function applyChange<Kind extends WorkspaceChange["kind"]>(
  db: Database,
  change: ChangeOf<Kind> & { readonly kind: Kind },
  nowUs: number,
): Promise<ChangeAnswer> {
  return appliers[change.kind](db, change, nowUs);
}
