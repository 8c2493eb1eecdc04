import { DomainError } from "@/lib/domain/domain-error";
import type { CohortVersion } from "@/lib/domain/gate/stored-cohort";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { formatCounted } from "@/lib/format/format";
import { auditCommand } from "../audit-command";
import { readName } from "../run/read-name";

/** @throws DomainError for what is no name, or reads as something else that a cohort is found by */
export function readCohortName(text: string): string {
  const name = readName("--name", text);
  if (!/^[0-9a-f]{64}$/u.test(name) && !/@\d+$/u.test(name)) return name;
  throw new DomainError(
    "invalid-input",
    `--name is ${name}, which reads as a hash or a version; choose another name.`,
  );
}

/** Records a stored cohort as a page's are; where the file had nothing new, the version that it is. */
export async function auditCohort(
  workspace: WorkspaceName,
  kind: "cohort-made" | "cohort-imported" | "cohort-expected",
  { name, version, size, sha256 }: CohortVersion,
): Promise<void> {
  const after = { kind, version, cases: size, sha256 };
  await auditCommand(workspace, { action: "cohort-changed", target: name, after });
}

/** "golden-200@1: 200 cases, 9f86d0…" */
export function printVersion({ name, version, size, sha256 }: CohortVersion): void {
  console.log(`${name}@${String(version)}: ${formatCounted(size, "case")}, ${sha256}`);
}
