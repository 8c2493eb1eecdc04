import { Command, CommanderError } from "commander";
import { DomainError, mayPass } from "@/lib/domain/domain-error";
import { describeError } from "@/lib/log/describe-error";
import { errorFacts } from "@/lib/log/error-facts";
import { version } from "@/package.json";
import { addBackup } from "./backup/backup";
import { addRestore } from "./backup/restore";
import { addCopy } from "./copy/copy";
import { addDemo } from "./demo";
import { addErase } from "./removal/erase";
import { addPurge } from "./removal/purge";
import { addExport } from "./export";
import { addCohort } from "./cohort/cohort";
import { addGate } from "./gate/gate";
import { addIngest } from "./ingest/ingest";
import { addIntents } from "./intents";
import { addJudge } from "./judge";
import { addMigrate } from "./migrate";
import { addRemove } from "./removal/remove";
import { addReport } from "./report";
import { addRules } from "./rules";
import { addRun } from "./run/run";
import { addScore } from "./score";
import { addToken } from "./token";
import { addUser } from "./user";
import { addVerifyAudit } from "./verify-audit";
import { addVerifyPack } from "./verify-pack";
import { addWorker } from "./worker";

/**
 * Runs a command, e.g. ["export", "cases"], with output to the standard streams. Sets the process's exit code: 1 done
 * but something was rejected, 2 not done, 3 not done now: busy, overtaken by another change, or a disk or database is away.
 */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

function createProgram(): Command {
  const program = new Command("throughline")
    .version(version)
    .description("Puts the traces of support agents back together as cases.")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 done but something was rejected, 2 not done (the message says why), 3 not done now, as of a database that does not answer: try again.\nData lives in ./data, or where THROUGHLINE_DATA says.",
    )
    .exitOverride();
  addIngest(program);
  addExport(program);
  addWorker(program);
  addMigrate(program);
  addDemo(program);
  addUser(program);
  addToken(program);
  addVerifyAudit(program);
  addVerifyPack(program);
  addScore(program);
  addCohort(program);
  addRun(program);
  addGate(program);
  addRules(program);
  addJudge(program);
  addIntents(program);
  addReport(program);
  addRemove(program);
  addErase(program);
  addPurge(program);
  addBackup(program);
  addRestore(program);
  addCopy(program);
  return program;
}

/**
 * Prints a sentence about a failure.
 * @returns the exit code
 */
function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isBrokenPipe(error)) return 0;
  if (error instanceof DomainError) {
    console.error(error.message);
    return mayPass(error) || error.code === "outdated" ? 3 : 2;
  }
  console.error(isFromOutside(error) ? outsideSentence(error) : ownMistake(error));
  return 2;
}

/** An error's message may quote what customers said; where it was thrown is what helps to mend it. */
function ownMistake(error: unknown): string {
  const { at = [] } = errorFacts(error);
  const place = at.map((frame) => `\n  at ${frame}`).join("");
  return `This was not done: an error of ours, ${describeError(error)}.${place}`;
}

/** A file or folder without access, or a workspace file that is not a database. */
function isFromOutside(error: unknown): error is Error {
  return error instanceof Error && ("syscall" in error || error.name === "SqliteError");
}

/** By the code of a system call that failed, what to do about its path. */
const whatToDo: Readonly<Record<string, string>> = {
  EACCES: "Look at its owner, its rights and those of its folder.",
  EPERM: "Look at its owner, its rights and those of its folder.",
  EROFS: "It is on a disk that is mounted read-only.",
  EEXIST: "It is there and no folder: name another, as with THROUGHLINE_DATA.",
  ENOENT: "It is not there, or cannot be made there: name another, as with THROUGHLINE_DATA.",
  ENOTDIR: "A part of it is no folder: name another, as with THROUGHLINE_DATA.",
  ENOSPC: "The disk is full: make space.",
  EDQUOT: "Its quota is used up: make space.",
};

/** "The path /data could not be used (EACCES: permission denied, mkdir '/data'). Look at its owner, …" */
function outsideSentence(error: Error): string {
  const advice = "code" in error ? whatToDo[String(error.code)] : undefined;
  if (advice === undefined || !("path" in error)) return error.message;
  return `The path ${String(error.path)} could not be used (${error.message}). ${advice}`;
}

/** The reader of our output closed it: `throughline export cases | head`. */
function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}
