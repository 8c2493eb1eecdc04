import { DomainError } from "@/lib/domain/domain-error";
import { gateId } from "@/lib/domain/gate/gate-name";

/** Reads a name that a gate's files can hold. @throws DomainError that names the option */
export function readName(option: string, text: string): string {
  const parsed = gateId.safeParse(text.trim());
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues[0]?.message ?? "is no name";
  const advice = wrong.includes(";") ? "" : "; give a name on one line";
  throw new DomainError("invalid-input", `${option} ${wrong}${advice}.`);
}
