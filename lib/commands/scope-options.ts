import { DomainError } from "@/lib/domain/domain-error";
import { isBlank } from "@/lib/domain/is-blank";
import type { Scope } from "@/lib/domain/people/permission";

/** Values of `--region` and `--team`. */
export type ScopeOptions = { readonly region?: string[]; readonly team?: string[] };

/**
 * The scope given by the options, or null.
 * @throws DomainError "invalid-input" if a name is blank
 */
export function readScope({ region = [], team = [] }: ScopeOptions): Scope | null {
  if ([...region, ...team].some(isBlank)) {
    throw new DomainError(
      "invalid-input",
      "A region or team has a name; leave the option out for all.",
    );
  }
  return region.length === 0 && team.length === 0 ? null : { regions: region, teams: team };
}

/** The scope of an account or a token, in words. */
export function scopeWords(scope: Scope | null): string {
  if (scope === null) return "all cases";
  const parts = [
    scope.regions.length === 0 ? "" : `region ${scope.regions.join(", ")}`,
    scope.teams.length === 0 ? "" : `team ${scope.teams.join(", ")}`,
  ];
  return `only ${parts.filter(Boolean).join("; ")}`;
}
