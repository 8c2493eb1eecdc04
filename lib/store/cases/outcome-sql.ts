/**
 * `outcomeAt` of lib/domain/case/outcome.ts as an expression over a row of cases; a test keeps them equal.
 * @param asOf the parameter that holds the instant, e.g. "@asOfUs"
 */
export function outcomeSql(asOf: string): string {
  return `CASE
    WHEN merged_into IS NOT NULL THEN 'duplicate'
    WHEN has_transcript = 0 AND coalesce(closed_from, 'inferred') = 'inferred' THEN 'unknown'
    WHEN reopened_us <= ${asOf} OR repeat_us <= ${asOf} THEN 'reopened'
    WHEN mature_us IS NULL OR mature_us > ${asOf} THEN 'in_progress'
    WHEN is_passed_on = 1 AND coalesce(closed_from, 'inferred') = 'inferred' THEN 'passed_on'
    WHEN closed_us IS NULL OR closed_us > ${asOf} THEN 'unresolved'
    WHEN evidence = 'verified' THEN 'resolved_verified'
    WHEN evidence = 'confirmed' THEN 'resolved_confirmed'
    WHEN evidence = 'judged' THEN 'closed_likely'
    WHEN closed_from <> 'inferred' THEN 'closed_unproven'
    WHEN evidence = 'assumed' THEN 'fell_quiet'
    ELSE 'unresolved'
  END`;
}
