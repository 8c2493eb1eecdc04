import { setTimeout as wait } from "node:timers/promises";
import { InvalidArgumentError, Option, type Command } from "commander";
import { DomainError } from "@/lib/domain/domain-error";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { judgeCases } from "@/lib/judge/judge-cases";
import type { JudgeReport } from "@/lib/judge/judge-run";
import { readJudgeSettings } from "@/lib/judge/judge-settings";
import { openTokenBudget } from "@/lib/judge/token-budget";
import { nowUs } from "@/lib/clock/server";
import { createAnswerMasker } from "@/lib/pipeline/derive/create-answer-masker";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { requireWorkspace, withWorkspace } from "@/lib/pipeline/worker/workspace";
import { createProgress } from "./progress";
import { workspaceOption } from "./workspace-option";

type JudgeOptions = {
  readonly workspace: WorkspaceName;
  readonly evaluator?: string;
  readonly limit: number;
  readonly json?: true;
};

/** `throughline judge`: a language model of your choice answers the questions of our evaluators. */
export function addJudge(program: Command): void {
  program
    .command("judge")
    .description(
      "ask a language model about the latest cases; off until THROUGHLINE_JUDGE_URL is set",
    )
    .addOption(workspaceOption)
    .option("--evaluator <name>", "only this one of THROUGHLINE_JUDGE_EVALUATORS")
    .addOption(
      new Option("--limit <questions>", "how many questions are put to the model")
        .argParser(readLimit)
        .default(100),
    )
    .option("--json", "print one JSON object")
    .action(async ({ workspace, evaluator, limit, json }: JudgeOptions) => {
      const settings = chosenSettings(evaluator);
      await requireWorkspace(workspace);
      const progress = createProgress("questions asked", limit);
      const report = await withWorkspace(workspace, (db) => {
        const budget = openTokenBudget(db, settings.tokensPerDay, nowUs);
        const pause = async (ms: number) => {
          await wait(ms);
        };
        const dependencies = { now: nowUs, wait: pause, budget };
        const { masker } = createPreparation(defaultSettings);
        const mask = (text: string) => masker.text.mask(text).text;
        const judge = { settings, dependencies, mask, maskAnswer: createAnswerMasker() };
        return judgeCases(db, judge, limit, progress.update);
      });
      progress.done();
      console.log(json ? JSON.stringify(report) : resultWords(report));
      if (report.unanswered > 0) process.exitCode = 1;
    });
}

function chosenSettings(evaluator: string | undefined) {
  const settings = readJudgeSettings(process.env);
  if (settings === null) {
    throw new DomainError(
      "invalid-input",
      "No model is asked: set THROUGHLINE_JUDGE_URL and THROUGHLINE_JUDGE_MODEL first; docs/judge.md says what leaves this machine then.",
    );
  }
  if (evaluator === undefined) return settings;
  if (settings.evaluators.includes(evaluator)) return { ...settings, evaluators: [evaluator] };
  const names = settings.evaluators.join(", ");
  throw new DomainError(
    "invalid-input",
    `A model is not asked for "${evaluator}"; choose from ${names}.`,
  );
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new InvalidArgumentError("Write a whole number from 1.");
  }
  return limit;
}

const endings: Readonly<Record<JudgeReport["ended"], string>> = {
  done: "Nothing is left to ask.",
  limit: "--limit was reached; ask again for more.",
  spent: "The day's tokens are used up (THROUGHLINE_JUDGE_TOKENS_PER_DAY).",
  unavailable: "The model's server does not answer; what was answered is kept.",
  failed: "It stopped early.",
};

function resultWords({
  asked,
  known,
  scored,
  notApplicable,
  notScorable,
  unanswered,
  ended,
}: JudgeReport) {
  const counts = [
    `${String(asked)} questions asked`,
    `${String(known)} known already`,
    `${String(scored)} scored`,
    `${String(notApplicable)} not applicable`,
    `${String(notScorable)} not scorable`,
    `${String(unanswered)} unanswered`,
  ];
  return `${counts.join(", ")}. ${endings[ended]}`;
}
