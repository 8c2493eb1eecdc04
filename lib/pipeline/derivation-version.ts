import { createHash } from "node:crypto";
import { derivationSettings, type DerivationSettings } from "@/lib/domain/settings";
import { evaluators } from "@/lib/evaluators/registry";

/** Rises whenever `deriveCase` or `caseRow` could give something else for the same spans. */
const deriveCaseVersion = 5;

/**
 * Names everything but the spans that a case's rows depend on. Rows made with another are derived anew.
 * How spans are read is not among it: `rereadDeclarations` marks what another reading touches.
 */
export function derivationVersion(settings: DerivationSettings): string {
  const scored = evaluators.map(({ name, version }) => `${name}@${String(version)}`);
  const parts = JSON.stringify([deriveCaseVersion, scored, derivationSettings(settings)]);
  return createHash("sha256").update(parts).digest("hex").slice(0, 16);
}
