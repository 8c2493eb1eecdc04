import { createHash } from "node:crypto";
import { writeDerivedWith } from "@/lib/domain/case/derived-with";
import {
  derivationSettings,
  type DerivationSettings,
  type EvaluationSettings,
} from "@/lib/domain/settings/settings";
import { evaluators } from "@/lib/evaluators/registry";

/** Increment when `deriveCase`, `caseRow` or intent inference may return something else for the same spans. */
const deriveCaseVersion = 59;

/**
 * Version string of everything a case's rows depend on except its spans, as `writeDerivedWith`
 * formats it. Rows with another version are derived again as far as the difference affects them.
 * How spans are read is not included: `rereadDeclarations` handles that.
 * @param intents version of the active intent model, or null
 */
export function derivationVersion(
  settings: DerivationSettings & EvaluationSettings,
  intents: string | null = null,
): string {
  const parts = JSON.stringify([deriveCaseVersion, derivationSettings(settings)]);
  const core = createHash("sha256").update(parts).digest("hex").slice(0, 16);
  const versions = evaluators.map(({ name, version }): [string, number] => [name, version]);
  return writeDerivedWith({ core, intents, evaluators: new Map(versions) });
}
