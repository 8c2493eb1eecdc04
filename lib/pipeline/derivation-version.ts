import { createHash } from "node:crypto";
import { writeDerivedWith } from "@/lib/domain/derived-with";
import {
  derivationSettings,
  type DerivationSettings,
  type EvaluationSettings,
} from "@/lib/domain/settings";
import { evaluators } from "@/lib/evaluators/registry";

/** Rises whenever `deriveCase` or `caseRow` could give something else for the same spans. */
const deriveCaseVersion = 9;

/**
 * Names everything but the spans that a case's rows depend on, as `writeDerivedWith` writes it. Rows made
 * with another are derived anew, as far as what differs touches them. How spans are read is not among it:
 * `rereadDeclarations` marks what another reading touches.
 */
export function derivationVersion(settings: DerivationSettings & EvaluationSettings): string {
  const parts = JSON.stringify([deriveCaseVersion, derivationSettings(settings)]);
  const core = createHash("sha256").update(parts).digest("hex").slice(0, 16);
  const versions = evaluators.map(({ name, version }): [string, number] => [name, version]);
  return writeDerivedWith({ core, evaluators: new Map(versions) });
}
