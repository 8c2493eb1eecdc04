import { auditActions, type AuditAction } from "@/lib/domain/audit";

/** What a view of the Audit page depends on. */
export type AuditQuery = {
  /** From 1. */
  readonly page: number;
  readonly action: AuditAction | null;
  /** A public id. */
  readonly actor: string | null;
  /** A part of what it was done to. */
  readonly target: string | null;
};

export const defaultAuditQuery: AuditQuery = { page: 1, action: null, actor: null, target: null };

/** The address of a view of the Audit page, with defaults left out. */
export function auditHref({ page, action, actor, target }: AuditQuery): string {
  const search = new URLSearchParams();
  if (page !== 1) search.set("page", String(page));
  if (action !== null) search.set("action", action);
  if (actor !== null) search.set("actor", actor);
  if (target !== null) search.set("target", target);
  const words = search.toString();
  return words === "" ? "/audit" : `/audit?${words}`;
}

/** What somebody did, in words; an altered row may say what we do not know. */
export function actionWords(action: string): string {
  return Object.entries(auditActions).find(([known]) => known === action)?.[1] ?? action;
}
