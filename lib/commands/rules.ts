import { readFileSync, writeFileSync } from "node:fs";
import { text as textOf } from "node:stream/consumers";
import type { Command } from "commander";
import type { RuleChange } from "@/lib/disclosures/plan-rules";
import { workspaceRules } from "@/lib/disclosures/rules";
import { formatRules } from "@/lib/disclosures/yaml/format-rules";
import { readRules, type ReadRules } from "@/lib/disclosures/yaml/read-rules";
import { problemSentence, type RuleProblem } from "@/lib/disclosures/yaml/rule-draft";
import { DomainError } from "@/lib/domain/domain-error";
import { changedSettings } from "@/lib/domain/settings/changed-settings";
import type { DisclosureFlips } from "@/lib/domain/settings/settings-effect";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { disclosureStatusWords } from "@/lib/format/disclosure-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";
import { applyChange } from "@/lib/pipeline/changes/apply-change";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { previewOnCopy } from "@/lib/pipeline/settings/preview-on-copy";
import { planRuleChange } from "@/lib/pipeline/settings/plan-rule-change";
import { readCurrentSettings } from "@/lib/pipeline/settings/settings-page";
import { nowUs } from "@/lib/clock/server";
import { requireWorkspace, withWorkspace } from "@/lib/pipeline/worker/workspace";
import { commandLineDoer, doAudited } from "./command-line-doer";
import { settle } from "./settle";
import { workspaceOption } from "./workspace-option";

type ImportOptions = {
  readonly workspace: WorkspaceName;
  readonly publish?: true;
  readonly dryRun?: true;
};
type ExportOptions = { readonly workspace: WorkspaceName; readonly all?: true };

/** `throughline rules …`: a workspace's disclosure rules as YAML. */
export function addRules(program: Command): void {
  const rules = program
    .command("rules")
    .description("check, import and export disclosure rules as YAML");
  rules
    .command("check <file...>")
    .description("say what is wrong with rules, with file, line, rule and field")
    .action(async (files: readonly string[]) => {
      for (const file of files) await check(file);
    });
  rules
    .command("import <file>")
    .description(
      "say what publishing the rules of a file would change; --publish does it, for all or none",
    )
    .addOption(workspaceOption)
    .option("--publish", "publish them, and judge past contacts anew")
    .option("--dry-run", "only say what would change, and which verdicts (the default)")
    .action(importRules);
  rules
    .command("export [file]")
    .description("write this workspace's own rules; without a file, to standard output")
    .addOption(workspaceOption)
    .option("--all", "the shipped ones as well")
    .action(exportRules);
}

async function check(file: string): Promise<void> {
  const { drafts } = await read(file);
  console.log(`${file}: ${formatCounted(drafts.length, "rule")} can be used.`);
}

/** Reads a file's rules and prints their problems. */
async function read(file: string): Promise<ReadRules> {
  const rules = readRules(file === "-" ? await textOf(process.stdin) : readFileSync(file, "utf8"));
  report(file, rules.problems);
  return rules;
}

function report(file: string, problems: readonly RuleProblem[]): void {
  for (const problem of problems) console.error(`${file}:${problemSentence(problem)}`);
  if (problems.some(({ isRefusal }) => isRefusal)) process.exitCode = 1;
}

async function importRules(
  file: string,
  { workspace, publish, dryRun }: ImportOptions,
): Promise<void> {
  if (publish === true && dryRun === true) {
    throw new DomainError("invalid-input", "Choose --publish or --dry-run.");
  }
  await requireWorkspace(workspace);
  const written = await read(file);
  const doer = commandLineDoer();
  await withWorkspace(workspace, async (db) => {
    const published = { atUs: nowUs(), by: doer.actor };
    const planned = await planRuleChange(db, written, published);
    const { before, after, changes, problems, isStatedAnew } = planned;
    report(file, problems);
    const refusals = [...written.problems, ...problems].filter(({ isRefusal }) => isRefusal);
    if (refusals.length > 0) {
      const begin = publish === true ? "Nothing was published" : "Nothing of it can be published";
      const are = refusals.length === 1 ? "is" : "are";
      const count = formatCounted(refusals.length, "problem");
      console.error(`${file}: ${begin}: ${count} ${are} to be mended first.`);
      return;
    }
    for (const change of changes) console.log(changeSentence(change));
    if (isStatedAnew) console.log("Notices or facts: other than before.");
    if (changes.length === 0 && !isStatedAnew) {
      console.log("Nothing differs from what is published.");
      return;
    }
    if (publish !== true) {
      const { disclosures } = await previewOnCopy(workspace, after);
      for (const line of flipLines(disclosures)) console.log(line);
      console.log("Nothing was changed. To publish, add --publish.");
      return;
    }
    const change = { kind: "settings", ...changedSettings(before, after) } as const;
    const { masker } = createPreparation(before);
    const mask = (text: string) => masker.text.mask(text).text;
    await doAudited(doer, workspace, change, () =>
      applyChange({ db, scope: null, nowUs: nowUs(), mask }, change),
    );
    await settle(db);
    const count = changes.length + (isStatedAnew ? 1 : 0);
    console.log(`Published ${formatCounted(count, "change")}.`);
  });
}

function changeSentence({ id, fromVersion, toVersion, isEdited, turned }: RuleChange): string {
  const edited = fromVersion === null ? "new, version" : `version ${String(fromVersion)} →`;
  const parts = [
    ...(isEdited ? [`${edited} ${String(toVersion)}`] : []),
    ...(turned === null ? [] : [`turned ${turned}`]),
    ...(fromVersion === null && turned === null ? ["off"] : []),
  ];
  return `${id}: ${parts.join(", ")}.`;
}

function flipLines({ total, counts }: DisclosureFlips): readonly string[] {
  const flips = `${formatCounted(total, "past verdict")} would change`;
  return [
    total === 0 ? "No past verdict would change." : `${flips}:`,
    ...counts.map(({ rule, channel, from, to, contacts }) => {
      const turn = `${disclosureStatusWords[from].word} → ${disclosureStatusWords[to].word}`;
      return `  ${rule}, ${channelWords[channel]}: ${turn}: ${formatCount(contacts)}`;
    }),
  ];
}

async function exportRules(
  file: string | undefined,
  { workspace, all }: ExportOptions,
): Promise<void> {
  await requireWorkspace(workspace);
  const { disclosureRules } = await readCurrentSettings(workspace);
  const rules = workspaceRules(disclosureRules)
    .filter(({ published }) => all === true || published !== null)
    .map(({ rule, isOn }) => ({ rule, isOn, hasVersion: true }));
  const text = formatRules(rules, disclosureRules);
  if (file === undefined) process.stdout.write(text);
  else {
    writeFileSync(file, text);
    console.log(`Wrote ${formatCounted(rules.length, "rule")} to ${file}.`);
  }
}
