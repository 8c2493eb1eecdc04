import { disclosureRuleSchema, type DisclosureRule } from "@/lib/domain/disclosures/rule";
import {
  ownRulesMax,
  rulesOnMax,
  type DisclosureRuleSettings,
  type OwnRule,
  type Published,
} from "@/lib/domain/disclosures/rule-settings";
import { workspaceRules } from "./rules";
import { lineOfField, type RuleDraft, type RuleProblem } from "./yaml/rule-draft";

/** What publishing a draft does to a rule. */
export type RuleChange = {
  readonly id: string;
  readonly title: string;
  /** Null: the rule is new. */
  readonly fromVersion: number | null;
  readonly toVersion: number;
  /** False: only whether it is on. */
  readonly isEdited: boolean;
  /** Null: as it is. */
  readonly turned: "on" | "off" | null;
};

export type RulePlan = {
  readonly settings: DisclosureRuleSettings;
  /** Of the rules that differ, in the order of the drafts. */
  readonly changes: readonly RuleChange[];
  readonly problems: readonly RuleProblem[];
};

/**
 * Plans what publishing drafts makes of a workspace's rules. A changed rule gets the next version unless its draft names
 * a higher one; a draft that names the present or an earlier version and says something else is refused.
 * @param highest the highest version ever published, by rule
 */
export function planRules(
  current: DisclosureRuleSettings,
  drafts: readonly RuleDraft[],
  published: Published,
  highest: ReadonlyMap<string, number>,
): RulePlan {
  const known = new Map(workspaceRules(current).map((each) => [each.rule.id, each]));
  let { on, own } = current;
  const changes: RuleChange[] = [];
  const problems: RuleProblem[] = [];
  for (const draft of drafts) {
    const { rule: written, version, isOn } = draft;
    const { id, title } = written;
    const before = known.get(id);
    const { rule: present = null, shipped = null } = before ?? {};
    const last = Math.max(present?.version ?? 0, shipped?.version ?? 0, highest.get(id) ?? 0);
    const isSame = present !== null && textOf(present) === textOf(written);
    const isEdited = !isSame || (version !== null && version > last);
    if (isEdited && version !== null && version <= last) {
      const words = `${String(version)} is not higher than the last one, ${String(last)}, and the rule is not the same: write ${String(last + 1)}, or leave the version out to get the next one`;
      const line = lineOfField(draft, "version");
      problems.push({ line, rule: id, field: "version", words, isRefusal: true });
      continue;
    }
    const toVersion = isSame && !isEdited ? present.version : (version ?? last + 1);
    if (isEdited) {
      const next: OwnRule = { rule: { ...written, version: toVersion }, published };
      own = [...own.filter(({ rule }) => rule.id !== id), next];
    }
    const wasOn = on.includes(id);
    const turned = isOn === null || isOn === wasOn ? null : isOn ? "on" : "off";
    if (turned === "on") on = [...on, id];
    if (turned === "off") on = on.filter((each) => each !== id);
    if (isEdited || turned !== null) {
      changes.push({
        ...{ id, title, toVersion, isEdited, turned },
        fromVersion: present?.version ?? null,
      });
    }
  }
  return {
    settings: { ...current, on, own: inOrder(own) },
    changes,
    problems: [...problems, ...tooMany(on, own)],
  };
}

/** Everything that a rule says, without its version. */
function textOf(rule: DisclosureRule): string {
  return JSON.stringify(disclosureRuleSchema.parse({ ...rule, version: 1 }));
}

function inOrder(own: readonly OwnRule[]): readonly OwnRule[] {
  return own.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

function tooMany(on: readonly string[], own: readonly OwnRule[]): readonly RuleProblem[] {
  const about = { line: 1, rule: null, field: "", isRefusal: true };
  return [
    ...(on.length > rulesOnMax
      ? [{ ...about, words: `More than ${String(rulesOnMax)} rules would be on` }]
      : []),
    ...(own.length > ownRulesMax
      ? [
          {
            ...about,
            words: `More than ${String(ownRulesMax)} rules would be this workspace's own`,
          },
        ]
      : []),
  ];
}
