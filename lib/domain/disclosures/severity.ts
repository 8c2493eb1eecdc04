/** How bad it is if a disclosure is not given, the worst first. */
export const severities = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];

/** Severities by rule; one that is not there counts as medium. */
export type Severities = ReadonlyMap<string, Severity>;

/** The severity of a rule. */
export function severityIn(severities: Severities, rule: string): Severity {
  return severities.get(rule) ?? "medium";
}
