import { workspaceRules } from "@/lib/disclosures/rules";
import { readRules, type ReadRules } from "@/lib/disclosures/yaml/read-rules";
import { lineOfField, type RuleProblem } from "@/lib/disclosures/yaml/rule-draft";
import type { RuleEdit } from "@/lib/domain/disclosures/rule-edit";
import type { Published } from "@/lib/domain/disclosures/rule-settings";
import type { PlannedSettings } from "@/lib/domain/settings/changed-settings";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { workspacePath } from "../worker/data-folder";
import { withReader } from "../worker/with-reader";
import { planRuleChange } from "./plan-rule-change";

/**
 * Plans the settings in which an edit of a page is published; on a page every problem refuses, with the line of the text
 * as its path.
 */
export function planRuleEdit(
  workspace: WorkspaceName,
  edit: RuleEdit,
  published: Published,
): Promise<PlannedSettings> {
  return withReader(workspacePath(workspace), async (db) => {
    const read = await readEdit(db, edit);
    if (read.problems.length > 0) return refused(read.problems);
    const plan = await planRuleChange(db, read, published);
    if (plan.problems.length > 0) return refused(plan.problems);
    if (plan.changes.length === 0 && !plan.isStatedAnew) {
      return refused([problemAt(1, "Nothing differs from what is published")]);
    }
    return { isValid: true, before: plan.before, after: plan.after };
  });
}

async function readEdit(db: Database, edit: RuleEdit): Promise<ReadRules> {
  if (edit.kind === "stated") return readStatedAlone(edit.text);
  const rules = workspaceRules((await readSettings(db)).disclosureRules);
  const find = (id: string) => rules.find(({ rule }) => rule.id === id);
  if (edit.kind === "turned") {
    const rule = find(edit.rule)?.rule;
    return rule === undefined
      ? nothingBut("This rule is not there any more")
      : { drafts: [{ rule, version: null, isOn: edit.isOn, line: 1 }], stated: {}, problems: [] };
  }
  const read = readRules(edit.text);
  const [draft, ...others] = read.drafts;
  if (read.problems.length > 0 || draft === undefined) return read;
  if (others.length > 0) return nothingBut("One rule is edited at a time", others[0]?.line);
  const { id } = draft.rule;
  if (edit.rule === null && find(id) !== undefined) {
    return nothingBut(`A rule with the id “${id}” is there already`, lineOfField(draft, "id"));
  }
  if (edit.rule !== null && edit.rule !== id) {
    const words = `The id is “${id}”, but this rule is “${edit.rule}”; a new rule is written on the list`;
    return nothingBut(words, lineOfField(draft, "id"));
  }
  return { ...read, stated: {} };
}

/** What the text leaves out is stated no more. */
function readStatedAlone(text: string): ReadRules {
  const read = readRules(text);
  if (read.drafts.length > 0) {
    return nothingBut("Rules are edited on their own pages", read.drafts[0]?.line);
  }
  return { ...read, stated: { notices: [], facts: {}, regions: {}, ...read.stated } };
}

function nothingBut(words: string, line = 1): ReadRules {
  return { drafts: [], stated: {}, problems: [problemAt(line, words)] };
}

function problemAt(line: number, words: string): RuleProblem {
  return { line, rule: null, field: "", words, isRefusal: true };
}

function refused(problems: readonly RuleProblem[]): PlannedSettings {
  return {
    isValid: false,
    problems: problems.map(({ line, field, words }) => ({
      path: String(line),
      message: `${field}${field === "" ? "" : " "}${words}.`,
    })),
  };
}
