import { planRules, type RulePlan } from "@/lib/disclosures/plan-rules";
import type { ReadRules } from "@/lib/disclosures/yaml/read-rules";
import {
  statedFactsSchema,
  type Published,
  type StatedFacts,
} from "@/lib/domain/disclosures/rule-settings";
import type { Settings } from "@/lib/domain/settings/settings";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readHighestVersions } from "@/lib/store/decisions/rule-versions";
import { findPersonalTexts } from "./find-personal-texts";

export type PlannedRuleChange = RulePlan & {
  readonly before: Settings;
  readonly after: Settings;
  /** Whether notices or facts differ. */
  readonly isStatedAnew: boolean;
};

/** Plans the settings of a workspace in which drafts of rules, and what a text states, are published. */
export async function planRuleChange(
  db: Database,
  written: Pick<ReadRules, "drafts" | "stated">,
  published: Published,
): Promise<PlannedRuleChange> {
  const personal = findPersonalTexts(written);
  const drafts = written.drafts.filter(
    ({ rule }) => !personal.some((each) => each.rule === rule.id),
  );
  const stated = personal.some(({ rule }) => rule === null) ? {} : written.stated;
  const before = await readSettings(db);
  const plan = planRules(before.disclosureRules, drafts, published, await readHighestVersions(db));
  const disclosureRules = { ...plan.settings, ...stated };
  const isStatedAnew = textOf(disclosureRules) !== textOf(before.disclosureRules);
  const problems = [...personal, ...plan.problems];
  return { ...plan, problems, isStatedAnew, before, after: { ...before, disclosureRules } };
}

function textOf({ notices = [], facts = {} }: StatedFacts): string {
  const inOrder = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([statedFactsSchema.parse({ notices }).notices, inOrder]);
}
