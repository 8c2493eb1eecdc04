import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { compareVersions } from "@/lib/domain/case/derived-with";
import type { Settings } from "@/lib/domain/settings/settings";
import {
  noEffect,
  type JudgeProgress,
  type SettingsEffect,
} from "@/lib/domain/settings/settings-effect";
import { estimateTotal } from "@/lib/stats/estimate-total";
import { addSums, sumsOf, type Sums } from "@/lib/stats/sums";
import { hasOlderCases, readDerivedWith } from "@/lib/store/cases/enqueue-older-versions";
import { readJudgedCase } from "@/lib/store/cases/read-case";
import type { StoredVerdict } from "@/lib/store/cases/verdicts";
import type { Database } from "@/lib/store/port";
import { openReader } from "@/lib/store/open-database";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readDerivationContext } from "../derive/derivation-context";
import { derivationVersion } from "../derive/derivation-version";
import { judgeAnew } from "../derive/judge-rules";
import { isReread } from "../derive/reread-spans";
import { exampleCount } from "./compare-workspaces";
import { createFlipTally } from "./flip-tally";

/**
 * Computes the effect of changed disclosure rules from the cases as they are stored, by what publishes them: nothing
 * else of a case depends on them, so neither a copy nor another derivation is needed.
 * Cases are read in an order that a hash of their ids gives, so that those read so far are a random sample of all.
 * @param onCase called after each case; computes how far it is where that is asked for
 * @returns null where this does not tell: something else changes too, a changed rule looks across a customer's cases,
 *   or some rows are of former code or settings. What was received and waits to be derived is left out
 */
export async function previewRules(
  path: string,
  settings: Settings,
  onCase: (progress: () => JudgeProgress) => void,
): Promise<SettingsEffect | null> {
  const db = openReader(path);
  try {
    const version = await readNewVersion(db, settings);
    if (version === null) return null;
    const flips = createFlipTally();
    const touched: RankedCase[] = [];
    const cases = inRandomOrder(await listCaseIds(db));
    let sums: Sums = { count: 0, sum: 0, squares: 0 };
    for (const { caseId, rank } of cases) {
      const stored = await readJudgedCase(db, caseId);
      if (stored === null || stored.derivedWith === version) continue;
      const was = stored.knowledge?.disclosures ?? [];
      const is = judgeAnew(stored, settings, version);
      if (is === null) return null;
      const isTouched = JSON.stringify(was) !== JSON.stringify(is);
      if (isTouched) touched.push({ caseId, rank });
      const verdicts = [verdictsOf(stored.derived, was), verdictsOf(stored.derived, is)] as const;
      sums = addSums([sums, sumsOf([isTouched ? flips.add(caseId, verdicts, rank) : 0])]);
      onCase(() => progressOf(sums, cases.length));
    }
    const examples = touched.toSorted((a, b) => a.rank - b.rank).slice(0, exampleCount);
    return {
      ...noEffect,
      touched: touched.length,
      byChange: { ...noEffect.byChange, other: touched.length },
      examples: examples.map(({ caseId }) => ({ caseId, change: "other" })),
      disclosures: flips.result(),
    };
  } finally {
    await db.close();
  }
}

type RankedCase = { readonly caseId: string; readonly rank: number };

/** Always the same order, which says nothing of the cases. @param caseIds in the order in which flips are listed */
function inRandomOrder(caseIds: readonly string[]): readonly RankedCase[] {
  return caseIds
    .map((caseId, rank) => ({ caseId, rank, by: hash("sha256", caseId) }))
    .sort((a, b) => (a.by < b.by ? -1 : 1));
}

/** Cases from which on a total is estimated. */
const estimatedFrom = 500;

function progressOf(sums: Sums, total: number): JudgeProgress {
  const { count: read, sum: flips } = sums;
  const found = read < estimatedFrom ? null : estimateTotal(sums, total);
  const [low, high] = found?.interval ?? [0, 0];
  const expected = found === null ? null : { value: found.value, low, high };
  return { step: "judge", read, total, flips, expected };
}

/** The version of the changed settings; null where more than single rules differs, or rows are out of date. */
async function readNewVersion(db: Database, settings: Settings): Promise<string | null> {
  const { settings: stored, intents, version } = await readDerivationContext(db);
  const { own, on } = settings.disclosureRules;
  const alone = { ...stored, disclosureRules: { ...stored.disclosureRules, own, on } };
  if (!isDeepStrictEqual(alone, settings)) return null;
  if (!(await isReread(db, stored)) || (await readDerivedWith(db)) !== version) return null;
  if (await hasOlderCases(db, version)) return null;
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
