import type { SettingsProblem } from "@/lib/domain/settings/parse-settings";

type RuleProblemsProps = {
  problems: readonly SettingsProblem[];
  /** Their paths are lines of a text beside them. */
  hasText?: boolean;
};

/** Why a rule cannot be published. */
export function RuleProblems({ problems, hasText = false }: RuleProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <ul className="grid gap-1 text-secondary text-fail" aria-label="Problems of the rule">
      {problems.map(({ path, message }, index) => (
        <li key={index} className="[overflow-wrap:anywhere]">
          {hasText ? `Line ${path}: ` : ""}
          {message}
        </li>
      ))}
    </ul>
  );
}
