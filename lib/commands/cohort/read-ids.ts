import { DomainError } from "@/lib/domain/domain-error";
import { readGateFile } from "../gate/read-gate-file";

/** The ids of a file, one a line, each once. @throws DomainError for a file without ids */
export function readIds(path: string): readonly string[] {
  const { name, text } = readGateFile(path);
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  const ids = [...new Set(lines.filter((line) => line !== ""))];
  if (ids.length === 0)
    throw new DomainError("invalid-input", `${name} holds no ids; give one a line.`);
  return ids;
}
