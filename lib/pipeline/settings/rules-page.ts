import { workspaceRules } from "@/lib/disclosures/rules";
import { formatRule, formatStated } from "@/lib/disclosures/yaml/format-rules";
import type { StatedFacts, WorkspaceRule } from "@/lib/domain/disclosures/rule-settings";
import { accuracySchema, type AccuracyOfSet } from "@/lib/domain/quality/accuracy";
import type { WorkspaceName } from "@/lib/domain/workspace";
import measured from "@/lib/evaluators/accuracy.gen.json";
import type { RuleReviews } from "@/lib/domain/quality/disclosure-review";
import { readRuleReviews } from "@/lib/store/decisions/disclosure-reviews";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readRuleVersions } from "@/lib/store/decisions/rule-versions";
import { workspacePath } from "../worker/data-folder";
import { withReader } from "../worker/with-reader";

/** A published version of a rule, as text. */
export type RuleVersion = {
  readonly version: number;
  /** Null: shipped. */
  readonly published: WorkspaceRule["published"];
  readonly text: string;
};

export type RulePage = WorkspaceRule & {
  /** As YAML, without its version. */
  readonly text: string;
  /** The latest first. */
  readonly versions: readonly RuleVersion[];
  /** What was measured of the shipped rule; empty: nothing. */
  readonly measured: readonly AccuracyOfSet[];
  /** What reviewers of the workspace decided on findings of this version. */
  readonly reviews: RuleReviews;
};

export type RulesPage = {
  /** Shipped ones first. */
  readonly rules: readonly WorkspaceRule[];
  readonly stated: StatedFacts;
  /** What is stated, as YAML. */
  readonly statedText: string;
};

/** Every rule of a workspace, and what is stated of it. */
export function readRulesPage(workspace: WorkspaceName): Promise<RulesPage> {
  return withReader(workspacePath(workspace), async (db) => {
    const { disclosureRules } = await readSettings(db);
    const rules = workspaceRules(disclosureRules);
    return { rules, stated: disclosureRules, statedText: formatStated(disclosureRules) };
  });
}

/** A rule of a workspace; null if there is none with that id. */
export function readRulePage(workspace: WorkspaceName, id: string): Promise<RulePage | null> {
  return withReader(workspacePath(workspace), async (db) => {
    const rules = workspaceRules((await readSettings(db)).disclosureRules);
    const found = rules.find(({ rule }) => rule.id === id);
    if (found === undefined) return null;
    const { rule, shipped } = found;
    const own = (await readRuleVersions(db, id)).map((each) => ({
      version: each.rule.version,
      published: each.published,
      text: formatRule({ rule: each.rule, isOn: null, hasVersion: true }),
    }));
    const first = shipped === null ? [] : [shipped];
    const versions = [
      ...own,
      ...first.map((each) => ({
        ...{ version: each.version, published: null },
        text: formatRule({ rule: each, isOn: null, hasVersion: true }),
      })),
    ];
    const text = formatRule({ rule, isOn: null, hasVersion: false });
    const reviews = await readRuleReviews(db, rule);
    return { ...found, text, versions, reviews, measured: measuredOf(id) };
  });
}

const sets = accuracySchema.parse(measured)["disclosures"]?.sets ?? [];

/** Sets of examples name the rule in their label. */
function measuredOf(id: string): readonly AccuracyOfSet[] {
  return sets.filter(({ label }) => label.split(" ").includes(id));
}
