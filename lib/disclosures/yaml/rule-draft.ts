import type { DisclosureRule } from "@/lib/domain/disclosures/rule";

/** A rule as somebody wrote it. */
export type RuleDraft = {
  /** Its version is 0: `version` says what was written. */
  readonly rule: DisclosureRule;
  /** Null: not written, so the next one. */
  readonly version: number | null;
  /** Null: not written, so as it is. */
  readonly isOn: boolean | null;
  /** Where it begins, from 1. */
  readonly line: number;
  /** Where each of its fields begins; absent where it was not read from a text. */
  readonly fieldLines?: ReadonlyMap<string, number>;
};

/** Where a field of a rule begins; of one that is not written, where the rule does. */
export function lineOfField({ line, fieldLines }: RuleDraft, field: string): number {
  return fieldLines?.get(field) ?? line;
}

/** What is wrong with a rule as it was written. */
export type RuleProblem = {
  /** From 1. */
  readonly line: number;
  /** Null: it has no id, or the whole text is meant. */
  readonly rule: string | null;
  /** As in the text: "position.within_seconds"; "" for the whole rule. */
  readonly field: string;
  /** To follow the field's name: "is missing". */
  readonly words: string;
  /** False: the rule can be used, without this. */
  readonly isRefusal: boolean;
};

/** "12: rule x, severity: is missing." */
export function problemSentence({ line, rule, field, words }: RuleProblem): string {
  const place = [rule === null ? "" : `rule ${rule}`, field].filter((part) => part !== "");
  return `${String(line)}: ${place.join(", ")}${place.length > 0 ? " " : ""}${words}.`;
}
