import { DomainError } from "@/lib/domain/domain-error";
import { gateName } from "@/lib/domain/gate/gate-name";

/** Reads a name that a gate's files can hold. @throws DomainError that names the option */
export function readName(option: string, text: string): string {
  const parsed = gateName.safeParse(text.trim());
  if (parsed.success) return parsed.data;
  throw new DomainError(
    "invalid-input",
    `${option} ${parsed.error.issues[0]?.message ?? "is no name"}; give a name on one line.`,
  );
}
