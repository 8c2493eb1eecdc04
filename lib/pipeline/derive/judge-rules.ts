import { disclosuresOf, unreadOf } from "@/lib/analytics/rows/contact-row";
import { disclosureRows } from "@/lib/analytics/rows/disclosure-row";
import { readBeginnings } from "@/lib/cases/read-beginnings";
import { renewDisclosures } from "@/lib/disclosures/find-disclosures";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import { compareVersions } from "@/lib/domain/case/derived-with";
import type { Settings } from "@/lib/domain/settings/settings";
import type { Database } from "@/lib/store/port";
import { readJudgedCase, type JudgedCase } from "@/lib/store/cases/read-case";
import type { CaseDisclosures } from "@/lib/store/cases/write-disclosures";
import type { RejudgedCase } from "@/lib/store/cases/write-rejudged";
import type { QueueEntry } from "@/lib/store/queue";
import type { DerivationContext } from "./derivation-context";
import { deriveDirtyCase } from "./derive-dirty-case";
import type { DrainOptions } from "./drain-options";
import { ruleHash } from "./derivation-version";

/** A stored case whose findings can be judged anew. */
export type KnownCase = JudgedCase & { readonly knowledge: StoredKnowledge };

/**
 * Judges a stored case by the rules that changed since it was derived. Its spans are not read: nothing else of a case
 * depends on its disclosure rules. Where more differs, or a changed rule looks across cases, it is derived anew.
 */
export async function rejudgeCase(
  db: Database,
  entry: QueueEntry,
  context: DerivationContext,
  options: DrainOptions,
): Promise<RejudgedCase> {
  const { settings, version } = context;
  const stored = await readJudgedCase(db, entry.key);
  if (stored === null || stored.derivedWith === version) return { entry, result: null };
  const disclosures = judgeAnew(stored, settings, version);
  if (disclosures === null || !isKnown(stored)) {
    const whole = await deriveDirtyCase(db, entry, context, options);
    return { entry, result: { ...whole, caseKey: stored.key, changed: stored.changed } };
  }
  return { entry, result: { ...withDisclosures(stored, disclosures), derivedWith: version } };
}

/**
 * A stored case's findings by other rules.
 * @param version of the settings
 * @returns null where more than single rules differs
 */
export function judgeAnew(
  { knowledge, derived, derivedWith }: JudgedCase,
  settings: Settings,
  version: string,
): readonly CaseDisclosure[] | null {
  const change = compareVersions(derivedWith, version);
  if (change.kind !== "rules" || knowledge === null) return null;
  const read = { ...derived, messages: readBeginnings(derived.messages) };
  return renewDisclosures(knowledge.disclosures, read, settings, (rule) =>
    change.kept.has(ruleHash(rule)),
  );
}

export function isKnown(stored: JudgedCase): stored is KnownCase {
  return stored.knowledge !== null;
}

/** The rows of a stored case with other findings of disclosure rules. */
export function withDisclosures(
  { key, changed, derived, derivedWith, knowledge }: KnownCase,
  disclosures: readonly CaseDisclosure[],
): CaseDisclosures {
  return {
    ...{ caseKey: key, changed, derived, derivedWith },
    knowledge: { ...knowledge, disclosures },
    disclosureRows: disclosureRows(derived, { disclosures }),
    contactRows: derived.interactions
      .filter(({ isTouchpoint }) => isTouchpoint)
      .map(({ ordinal }) => ({
        ordinal,
        disclosures: disclosuresOf(disclosures, ordinal),
        unread: unreadOf(disclosures, ordinal),
      })),
  };
}
