import { Command, CommanderError } from "commander";
import { ownEntry } from "@/lib/domain/own-entry";
import { DomainError, mayPass } from "@/lib/domain/domain-error";
import { describeError } from "@/lib/log/describe-error";
import { errorFacts } from "@/lib/log/error-facts";
import { version } from "@/package.json";

type AddCommand = (program: Command) => unknown;

/** In the order of the help. Each is loaded when it is asked for: loading all of them takes a second. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  ingest: async () => (await import("./ingest/ingest")).addIngest,
  export: async () => (await import("./export")).addExport,
  worker: async () => (await import("./worker")).addWorker,
  migrate: async () => (await import("./migrate")).addMigrate,
  demo: async () => (await import("./demo")).addDemo,
  user: async () => (await import("./user")).addUser,
  token: async () => (await import("./token")).addToken,
  "verify-audit": async () => (await import("./verify-audit")).addVerifyAudit,
  "verify-pack": async () => (await import("./verify-pack")).addVerifyPack,
  score: async () => (await import("./score")).addScore,
  cohort: async () => (await import("./cohort/cohort")).addCohort,
  run: async () => (await import("./run/run")).addRun,
  gate: async () => (await import("./gate/gate")).addGate,
  rules: async () => (await import("./rules")).addRules,
  judge: async () => (await import("./judge")).addJudge,
  intents: async () => (await import("./intents")).addIntents,
  report: async () => (await import("./report")).addReport,
  remove: async () => (await import("./removal/remove")).addRemove,
  erase: async () => (await import("./removal/erase")).addErase,
  purge: async () => (await import("./removal/purge")).addPurge,
  backup: async () => (await import("./backup/backup")).addBackup,
  restore: async () => (await import("./backup/restore")).addRestore,
  copy: async () => (await import("./copy/copy")).addCopy,
};

/**
 * Runs a command, e.g. ["export", "cases"], with output to the standard streams. Sets the process's exit code: 1 done
 * but something was rejected, 2 not done, 3 not done now: busy, overtaken by another change, or a disk or database is away.
 */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  try {
    await (await createProgram(args)).parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

/** With the command that is asked for, or with all of them, whose names the help and a typing error want. */
async function createProgram(args: readonly string[]): Promise<Command> {
  const program = new Command("throughline")
    .version(version)
    .description("Puts the traces of support agents back together as cases.")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 done but something was rejected, 2 not done (the message says why), 3 not done now, as of a database that does not answer: try again.\nData lives in ./data, or where THROUGHLINE_DATA says.",
    )
    .exitOverride();
  const name = args.find((arg) => !arg.startsWith("-")) ?? "";
  const load = ownEntry(commands, name);
  const loads = load === undefined ? Object.values(commands) : [load];
  for (const add of await Promise.all(loads.map((each) => each()))) add(program);
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
  const advice = "code" in error ? ownEntry(whatToDo, String(error.code)) : undefined;
  if (advice === undefined || !("path" in error)) return error.message;
  return `The path ${String(error.path)} could not be used (${error.message}). ${advice}`;
}

/** The reader of our output closed it: `throughline export cases | head`. */
function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}
