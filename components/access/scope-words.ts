import { joinedByOr } from "@/lib/format/join-words";
import type { Scope } from "@/lib/domain/people/permission";

/** What an account sees or a token takes away, in words. */
export function scopeWords(scope: Scope | null): string {
  if (scope === null) return "all cases";
  const parts = [
    ...(scope.regions.length > 0 ? [`region ${joinedByOr(scope.regions)}`] : []),
    ...(scope.teams.length > 0 ? [`team ${joinedByOr(scope.teams)}`] : []),
  ];
  return `cases of ${parts.join(" and ")}`;
}
