import { DomainError } from "@/lib/domain/domain-error";
import type { StoredVerdict } from "@/lib/domain/gate/stored-verdict";
import { signOffWords } from "@/lib/format/gate/describe-verdict";
import { findVerdicts } from "@/lib/pipeline/gate/stored-verdicts";
import { signStoredVerdict } from "@/lib/pipeline/gate/sign-stored-verdict";
import { nowUs } from "@/lib/clock/server";
import type { Workspace } from "@/lib/pipeline/worker/workspace";
import { commandLineDoer, doAudited } from "../command-line-doer";
import type { GateOptions } from "./gate-options";

/** How a verdict on a run is signed off. */
export function howToSignOff(run: string): string {
  return `Whoever answers for it signs it off on the run's page, or with: throughline gate --sign-off ${run} --name NAME --reason WHY.`;
}

/**
 * Signs off the latest verdict on a run, and audits that it was asked for.
 * @param named a run, or a release with a single one
 * @throws DomainError that says what is missing, or why it cannot be signed off
 */
export async function signOffRun(
  db: Workspace,
  named: string,
  { workspace, name, reason }: GateOptions,
): Promise<void> {
  if (name === undefined || reason === undefined) {
    throw new DomainError(
      "invalid-input",
      `Say who answers for it, and why: throughline gate --sign-off ${named} --name NAME --reason WHY.`,
    );
  }
  const { id } = latestOf(await findVerdicts(db, named), named);
  const doer = commandLineDoer();
  const change = { kind: "verdict-signed-off", id, actor: doer.actor, name, reason } as const;
  await doAudited(doer, workspace, change, () => signStoredVerdict(db, change, nowUs()));
  const signed = latestOf(await findVerdicts(db, named), named);
  if (signed.signOff === null) throw new Error("The sign-off was not stored.");
  console.log(`${signed.run} of ${signed.release}: ${signOffWords(signed.signOff)}`);
}

/** @throws DomainError if a release was named that has verdicts on several runs */
function latestOf(found: Awaited<ReturnType<typeof findVerdicts>>, named: string): StoredVerdict {
  const runs = [...new Set(found.map(({ stored }) => stored.run))];
  const latest = found.at(-1)?.stored;
  if (latest !== undefined && runs.length === 1) return latest;
  throw new DomainError(
    "invalid-input",
    `${named} has verdicts on ${runs.join(", ")}; name the run whose verdict is signed off.`,
  );
}
