import { readFile } from "node:fs/promises";
import { Option, type Command } from "commander";
import { z } from "zod";
import { accessDb } from "@/lib/auth/access-db";
import { DomainError } from "@/lib/domain/domain-error";
import { erasedWords } from "@/lib/domain/people/audit";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { formatInstant } from "@/lib/format/format";
import { packFormat } from "@/lib/pages/disclosures/pack/pack-model";
import { openPack } from "@/lib/pages/disclosures/pack/pack-seal";
import { sha256 } from "@/lib/store/sha256";
import { findPackRow } from "@/lib/store/access/read-audit-about";
import { verifyAudit } from "@/lib/store/access/verify-audit";
import { printLine } from "./print-line";

type VerifyPackOptions = { readonly workspace?: WorkspaceName; readonly json?: true };

const made = {
  format: z.literal(packFormat),
  madeAt: z.iso.datetime(),
  timeZone: z.string(),
  workspace: z.enum(workspaceNames),
  audit: z.object({ head: z.string() }),
};
const factsSchema = z.discriminatedUnion("kind", [
  z.object({ ...made, kind: z.literal("case"), case: z.object({ id: z.string() }) }),
  z.object({ ...made, kind: z.literal("sample"), sample: z.object({ id: z.number() }) }),
]);
type Facts = z.infer<typeof factsSchema>;

/** `throughline verify-pack`: compares an evidence pack with its checksum, and with the audit. */
export function addVerifyPack(program: Command): void {
  program
    .command("verify-pack")
    .description(
      "say whether an evidence pack is as it was made; exit code 0: it is, 1: it is not, 2: it could not be checked",
    )
    .argument("<file>", "the pack, as it was downloaded")
    .addOption(
      new Option(
        "--workspace <name>",
        "the workspace it was made of: its audit must hold the checksum and be unbroken",
      ).choices(workspaceNames),
    )
    .option("--json", "print one JSON object")
    .action(async (file: string, { workspace, json }: VerifyPackOptions) => {
      const result = await verifyPack(file, workspace ?? null);
      if (!result.isAsMade) process.exitCode = 1;
      await printLine(json ? JSON.stringify({ file, ...result }) : result.sentence);
    });
}

type Result = {
  readonly isAsMade: boolean;
  readonly checksum: string;
  readonly sentence: string;
};

async function verifyPack(file: string, workspace: WorkspaceName | null): Promise<Result> {
  const opened = openPack(await readFile(file, "utf8"), sha256);
  const read = factsSchema.safeParse(opened?.facts);
  if (opened === null || !read.success) {
    throw new DomainError(
      "invalid-input",
      `${file} is no evidence pack: it has no facts or no checksum. Give the file as it was downloaded, not as a browser saved it.`,
    );
  }
  const { checksum, fault } = opened;
  if (fault !== null) {
    const sentence = `${file} was changed after it was made: ${faultWords[fault]}.`;
    return { isAsMade: false, checksum, sentence };
  }
  const asMade = `${file} is as it was made: ${aboutWords(read.data)}`;
  if (workspace === null) return { isAsMade: true, checksum, sentence: `${asMade}.` };
  const { isHeld, words } = await findInAudit(read.data, checksum, workspace);
  return { isAsMade: isHeld, checksum, sentence: isHeld ? `${asMade}; ${words}` : words };
}

const faultWords = {
  "facts-changed": "its facts do not have the checksum that is printed on it",
  "page-changed": "the page that is read is not the one that its facts were written with",
} as const;

/** "the evidence pack of case C-7, 9 Nov 2026, 10:12 (UTC)". */
function aboutWords(facts: Facts): string {
  const { madeAt, timeZone } = facts;
  const about =
    facts.kind === "case" ? `case ${facts.case.id}` : `review sample ${String(facts.sample.id)}`;
  const at = formatInstant(Date.parse(madeAt) * 1000, "minute", timeZone);
  return `the evidence pack of ${about}, ${at} (${timeZone})`;
}

/** Whether the audit has what a pack says of it, in words. */
async function findInAudit(
  { audit, workspace: madeOf }: Facts,
  checksum: string,
  workspace: WorkspaceName,
): Promise<{ readonly isHeld: boolean; readonly words: string }> {
  const missing = (words: string) => ({ isHeld: false, words });
  if (madeOf !== workspace) {
    return missing(`The pack was made of workspace ${madeOf}, not of ${workspace}.`);
  }
  const db = await accessDb();
  const row = await findPackRow(db, workspace, checksum);
  if (row === null) {
    return missing(
      `The pack agrees with its own checksum, but no audit row of workspace ${workspace} has it: it was not made here, or was sealed anew after a change.`,
    );
  }
  const held = `Row ${String(row.seq)} of the audit has the pack’s checksum`;
  const { faults, holdsHead } = await verifyAudit(db, audit.head);
  if (faults.length > 0) {
    return missing(
      `${held}, but the audit is not as it was written: throughline verify-audit says where.`,
    );
  }
  if (holdsHead !== true) {
    return missing(
      `${held}, but the audit no longer has the row that was its last when the pack was made.`,
    );
  }
  const erased =
    row.target === erasedWords
      ? " The case was erased since: this file still has what was erased."
      : "";
  return {
    isHeld: true,
    words: `the audit of workspace ${workspace} holds its checksum, and every row of the audit is as it was written.${erased}`,
  };
}
