import type { Scope } from "@/lib/domain/people/permission";

/** What an account sees or a token takes away, in words. */
export function scopeWords(scope: Scope | null): string {
  if (scope === null) return "all cases";
  const list = new Intl.ListFormat("en-GB", { type: "disjunction" });
  const parts = [
    ...(scope.regions.length > 0 ? [`region ${list.format(scope.regions)}`] : []),
    ...(scope.teams.length > 0 ? [`team ${list.format(scope.teams)}`] : []),
  ];
  return `cases of ${parts.join(" and ")}`;
}
