import { createHash } from "node:crypto";
import { rulesThatAreOn } from "@/lib/disclosures/rules";
import { writeDerivedWith } from "@/lib/domain/case/derived-with";
import { languageReader } from "@/lib/domain/case/language-reader";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { looksAcrossCases } from "@/lib/domain/disclosures/rule-reach";
import {
  derivationSettings,
  type DerivationSettings,
  type EvaluationSettings,
} from "@/lib/domain/settings/settings";
import { evaluators } from "@/lib/evaluators/registry";

/**
 * Increment when `deriveCase`, `caseRow`, intent inference or what of a case is searched may be something else for the
 * same spans; the test of the golden export fails where it was forgotten.
 */
const deriveCaseVersion = 84;

/**
 * Version string of everything a case's rows depend on except its spans, as `writeDerivedWith`
 * formats it. Rows with another version are derived again as far as the difference affects them.
 * How spans are read is not included: `rereadSpans` handles that. Rules that look across a customer's cases
 * affect every case, as do notices and facts; other disclosure rules affect their own findings only.
 * @param intents version of the active intent model, or null
 */
export function derivationVersion(
  settings: DerivationSettings & EvaluationSettings,
  intents: string | null = null,
): string {
  const derived = derivationSettings(settings);
  const on = rulesThatAreOn(settings.disclosureRules);
  const core = hashOf(
    [deriveCaseVersion, languageReader, derived, on.filter(looksAcrossCases)],
    16,
  );
  const rules = [hashOf(derived.stated, ruleDigits), ...on.map(ruleHash)];
  const versions = evaluators.map(({ name, version }): [string, number] => [name, version]);
  return writeDerivedWith({ core, rules, intents, evaluators: new Map(versions) });
}

const ruleDigits = 10;

/** A disclosure rule's hash in `derivationVersion`. */
export function ruleHash(rule: DisclosureRule): string {
  return hashOf(rule, ruleDigits);
}

function hashOf(value: unknown, digits: number): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, digits);
}
