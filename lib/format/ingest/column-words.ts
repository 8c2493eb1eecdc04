import type { ReadColumns } from "@/lib/domain/settings/read-columns";

/** More columns that were not read are counted. */
const namedMax = 12;

/**
 * Which columns of a table were read as what, and which were not, a clause each:
 * "read: Case Number as case id, Opened as opened", "not read: Subject, Owner".
 */
export function columnWords({ read, unread }: ReadColumns): readonly string[] {
  const named = unread.slice(0, namedMax);
  const rest = unread.length - named.length;
  return [
    `read: ${read.map(({ name, field }) => `${name} as ${field}`).join(", ")}`,
    ...(unread.length === 0
      ? []
      : [`not read: ${[...named, ...(rest > 0 ? [`${String(rest)} more`] : [])].join(", ")}`]),
  ];
}
