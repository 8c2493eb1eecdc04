import { isDeepStrictEqual } from "node:util";
import { readBeginnings } from "@/lib/cases/read-beginnings";
import { looksAcrossCases } from "@/lib/disclosures/evaluate-over-case";
import { findDisclosures } from "@/lib/disclosures/find-disclosures";
import { rulesThatAreOn } from "@/lib/disclosures/rules";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { Settings } from "@/lib/domain/settings/settings";
import { noEffect, type SettingsEffect } from "@/lib/domain/settings/settings-effect";
import { readCase } from "@/lib/store/cases/read-case";
import type { StoredVerdict } from "@/lib/store/cases/verdicts";
import { openReader, type Database } from "@/lib/store/database";
import { readSettings } from "@/lib/store/decisions/decisions";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readDerivationState } from "../derive/derivation-state";
import { exampleCount } from "./compare-workspaces";
import { createFlipTally } from "./flip-tally";

/**
 * Computes the effect of changed disclosure rules from the cases as they are stored: nothing else of a case depends on
 * them, so neither a copy nor another derivation is needed.
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
    const changed = await readChangedRules(db, settings);
    if (changed === null) return null;
    const disclosureRules = { ...settings.disclosureRules, on: changed.after };
    const flips = createFlipTally();
    const touched: string[] = [];
    const caseIds = await listCaseIds(db);
    for (const [index, caseId] of caseIds.entries()) {
      onCase(caseIds.length - index);
      const stored = await readCase(db, caseId);
      if (stored === null) continue;
      const derived = { ...stored.derived, messages: readBeginnings(stored.derived.messages) };
      const known = stored.knowledge?.disclosures ?? [];
      const was = known.filter(({ rule }) => changed.ids.has(rule));
      const is = findDisclosures(derived, { disclosureRules });
      if (JSON.stringify(was) === JSON.stringify(is)) continue;
      touched.push(caseId);
      flips.add(caseId, [verdictsOf(derived, was), verdictsOf(derived, is)]);
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

/** The rules that are on before or after and differ; null where not only they count. */
async function readChangedRules(
  db: Database,
  settings: Settings,
): Promise<{ readonly ids: ReadonlySet<string>; readonly after: readonly string[] } | null> {
  const stored = await readSettings(db);
  const { own, on } = settings.disclosureRules;
  const alone = { ...stored, disclosureRules: { ...stored.disclosureRules, own, on } };
  if (!isDeepStrictEqual(alone, settings)) return null;
  if (!(await readDerivationState(db)).isCurrent) return null;
  const before = rulesThatAreOn(stored.disclosureRules);
  const after = rulesThatAreOn(settings.disclosureRules);
  const [was, is] = [without(before, after), without(after, before)];
  if ([...was, ...is].some(looksAcrossCases)) return null;
  return { ids: new Set([...was, ...is].map(({ id }) => id)), after: is.map(({ id }) => id) };
}

function without(
  rules: readonly DisclosureRule[],
  others: readonly DisclosureRule[],
): readonly DisclosureRule[] {
  return rules.filter((rule) => !others.some((other) => isDeepStrictEqual(rule, other)));
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
