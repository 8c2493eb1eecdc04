import { formatCount, formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { backedUpBytes, type Manifest } from "@/lib/pipeline/backup/manifest";

/** What a backup holds: "main (1,234 cases), accounts and 2 other files, 12,345 bytes". */
export function backupWords(manifest: Manifest): string {
  const workspaces = manifest.workspaces.map(
    ({ workspace, cases }) => `${workspace} (${formatCounted(cases, "case")})`,
  );
  const accounts = manifest.files.some(({ path }) => path === "access.db") ? ["accounts"] : [];
  const named = [...workspaces, ...accounts];
  const others = manifest.files.length - named.length;
  const files = others > 0 ? [formatCounted(others, "other file")] : [];
  return `${joinedByAnd([...named, ...files])}, ${formatCount(backedUpBytes(manifest))} bytes`;
}
