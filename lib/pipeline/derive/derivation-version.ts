import { createHash } from "node:crypto";
import { writeDerivedWith } from "@/lib/domain/case/derived-with";
import {
  derivationSettings,
  type DerivationSettings,
  type EvaluationSettings,
} from "@/lib/domain/settings/settings";
import { evaluators } from "@/lib/evaluators/registry";

/** Rises whenever `deriveCase`, `caseRow` or inferring an intent could give something else for the same spans. */
const deriveCaseVersion = 23;

/**
 * Names everything but the spans that a case's rows depend on, as `writeDerivedWith` writes it. Rows made
 * with another are derived anew, as far as what differs touches them. How spans are read is not among it:
 * `rereadDeclarations` marks what another reading touches.
 * @param intents the version of the model that infers intents; null where none does
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
