import { readFile } from "node:fs/promises";
import { Option, type Command } from "commander";
import { z } from "zod";
import { accessDb } from "@/lib/auth/access-db";
import { DomainError } from "@/lib/domain/domain-error";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { formatInstant } from "@/lib/format/format";
import { packFormat } from "@/lib/pages/disclosures/pack/pack-model";
import { openPack } from "@/lib/pages/disclosures/pack/pack-seal";
import { sha256 } from "@/lib/pipeline/packs/sha256";
import { findPackRow } from "@/lib/store/access/read-case-audit";
import { verifyAudit } from "@/lib/store/access/verify-audit";
import { printLine } from "./print-line";

type VerifyPackOptions = { readonly workspace?: WorkspaceName; readonly json?: true };

const factsSchema = z.object({
  format: z.literal(packFormat),
  kind: z.literal("case"),
  case: z.object({ id: z.string() }),
  madeAt: z.iso.datetime(),
  timeZone: z.string(),
  workspace: z.enum(workspaceNames),
  audit: z.object({ head: z.string() }),
});
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
      `${file} is no evidence pack of a case: it has no facts or no checksum. Give the file as it was downloaded, not as a browser saved it.`,
    );
  }
  const { checksum, fault } = opened;
  const broken =
    fault === null
      ? workspace === null
        ? null
        : await faultInAudit(read.data, checksum, workspace)
      : `${file} was changed after it was made: ${faultWords[fault]}.`;
  return {
    isAsMade: broken === null,
    checksum,
    sentence: broken ?? goodSentence(read.data, file, workspace),
  };
}

const faultWords = {
  "facts-changed": "its facts do not have the checksum that is printed on it",
  "page-changed": "the page that is read is not the one that its facts were written with",
} as const;

function goodSentence(
  { case: about, madeAt, timeZone }: Facts,
  file: string,
  workspace: string | null,
): string {
  const made = `${formatInstant(Date.parse(madeAt) * 1000, "minute", timeZone)} (${timeZone})`;
  const audit =
    workspace === null
      ? ""
      : `; the audit of workspace ${workspace} holds its checksum, and every row of the audit is as it was written`;
  return `${file} is as it was made: the evidence pack of case ${about.id}, ${made}${audit}.`;
}

/** One sentence on why the audit does not confirm a pack; null if it does. */
async function faultInAudit(
  { audit, workspace: madeOf }: Facts,
  checksum: string,
  workspace: WorkspaceName,
): Promise<string | null> {
  if (madeOf !== workspace) return `The pack was made of workspace ${madeOf}, not of ${workspace}.`;
  const db = await accessDb();
  const seq = await findPackRow(db, workspace, checksum);
  if (seq === null) {
    return `The pack agrees with its own checksum, but no audit row of workspace ${workspace} has it: it was not made here, or was sealed anew after a change.`;
  }
  const { faults, holdsHead } = await verifyAudit(db, audit.head);
  if (faults.length > 0) {
    return `Row ${String(seq)} of the audit has the pack’s checksum, but the audit is not as it was written: throughline verify-audit says where.`;
  }
  return holdsHead === true
    ? null
    : `Row ${String(seq)} of the audit has the pack’s checksum, but the audit no longer has the row that was its last when the pack was made.`;
}
