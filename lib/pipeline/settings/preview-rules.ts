import { isDeepStrictEqual } from "node:util";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { compareVersions } from "@/lib/domain/case/derived-with";
import type { Settings } from "@/lib/domain/settings/settings";
import { noEffect, type SettingsEffect } from "@/lib/domain/settings/settings-effect";
import { readJudgedCase } from "@/lib/store/cases/read-case";
import type { StoredVerdict } from "@/lib/store/cases/verdicts";
import { openReader, type Database } from "@/lib/store/database";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readDerivationContext } from "../derive/derivation-context";
import { readDerivationState } from "../derive/derivation-state";
import { derivationVersion } from "../derive/derivation-version";
import { judgeAnew } from "../derive/judge-rules";
import { exampleCount } from "./compare-workspaces";
import { createFlipTally } from "./flip-tally";

/**
 * Computes the effect of changed disclosure rules from the cases as they are stored, by what publishes them: nothing
 * else of a case depends on them, so neither a copy nor another derivation is needed.
 * @param onCase told how many cases are left, before each
 * @returns null where this does not tell: something else changes too, a changed rule looks across a customer's cases,
 *   or some cases still wait to be derived
 */
export async function previewRules(
  path: string,
  settings: Settings,
  onCase: (left: number) => void,
): Promise<SettingsEffect | null> {
  const db = openReader(path);
  try {
    const version = await readNewVersion(db, settings);
    if (version === null) return null;
    const flips = createFlipTally();
    const touched: string[] = [];
    const caseIds = await listCaseIds(db);
    for (const [index, caseId] of caseIds.entries()) {
      onCase(caseIds.length - index);
      const stored = await readJudgedCase(db, caseId);
      if (stored === null || stored.derivedWith === version) continue;
      const was = stored.knowledge?.disclosures ?? [];
      const is = judgeAnew(stored, settings, version);
      if (is === null) return null;
      if (JSON.stringify(was) === JSON.stringify(is)) continue;
      touched.push(caseId);
      flips.add(caseId, [verdictsOf(stored.derived, was), verdictsOf(stored.derived, is)]);
    }
    return {
      ...noEffect,
      touched: touched.length,
      byChange: { ...noEffect.byChange, other: touched.length },
      examples: touched.slice(0, exampleCount).map((caseId) => ({ caseId, change: "other" })),
      disclosures: flips.result(),
    };
  } finally {
    db.close();
  }
}

/** The version of the changed settings; null where more than single rules differs, or rows are out of date. */
async function readNewVersion(db: Database, settings: Settings): Promise<string | null> {
  const { settings: stored, intents, version } = await readDerivationContext(db);
  const { own, on } = settings.disclosureRules;
  const alone = { ...stored, disclosureRules: { ...stored.disclosureRules, own, on } };
  if (!isDeepStrictEqual(alone, settings)) return null;
  if (!(await readDerivationState(db)).isCurrent) return null;
  const changed = derivationVersion(settings, intents?.version ?? null);
  const isOfRules = changed === version || compareVersions(version, changed).kind === "rules";
  return isOfRules ? changed : null;
}

function verdictsOf(
  { interactions }: Pick<DerivedCase, "interactions">,
  findings: readonly CaseDisclosure[],
): readonly StoredVerdict[] {
  return findings.flatMap(({ rule, interaction, status }) => {
    const contact = interactions[interaction];
    if (status === "not_required" || contact === undefined) return [];
    return [{ rule, interaction, status, channel: contact.channel, atUs: contact.startUs }];
  });
}
