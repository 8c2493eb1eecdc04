import { joinedByOr } from "@/lib/format/join-words";
import type { Scope } from "@/lib/domain/people/permission";

/** The scope of an account or token as text: "cases of region EU and team Billing". */
export function scopeWords(scope: Scope | null): string {
  if (scope === null) return "all cases";
  const clauses = [
    ...(scope.regions.length > 0 ? [`region ${joinedByOr(scope.regions)}`] : []),
    ...(scope.teams.length > 0 ? [`team ${joinedByOr(scope.teams)}`] : []),
  ];
  return `cases of ${clauses.join(" and ")}`;
}
