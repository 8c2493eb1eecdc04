import { DomainError } from "@/lib/domain/domain-error";
import { isDecodable } from "@/lib/domain/is-decodable";
import type { DatabaseName } from "@/lib/domain/workspace";
import { isOnPostgres } from "@/lib/store/location";

/**
 * Whether a text is a PostgreSQL URL that can be read, and so can its parts, as node-postgres reads them. After a
 * password with an unencoded "/", "?" or "#" the "@" before the host is in a later part.
 */
export function isPostgresUrl(text: string): boolean {
  if (!isOnPostgres(text) || !URL.canParse(text)) return false;
  const { username, password, pathname, searchParams, hash } = new URL(text);
  const isCut =
    hash !== "" || [pathname, ...searchParams.keys()].some((part) => part.includes("@"));
  return !isCut && [username, password, pathname].every(isDecodable);
}

/** Of one that begins like one and cannot be read. @param setting what gave it */
export function unreadableUrl(setting: string): string {
  return `${setting} begins like a PostgreSQL URL (postgres://user:password@host:5432/throughline) but cannot be read: percent-encode special characters of the user and the password (% as %25, @ as %40, : as %3A, / as %2F, ? as %3F, # as %23), and give the port as a number up to 65535.`;
}

/** PostgreSQL cuts names after 63 bytes, and keeps those that begin with "pg_"; the longest end is "_access_draft". */
const prefixPattern = /^(?!pg$|pg_)[a-z_][\w-]{0,39}$/iu;

/**
 * The location of a database on the server that a setting names.
 * @param given a PostgreSQL URL
 * @throws DomainError "invalid-input" where its namespace is none, or misspelt
 */
export function namespaceUrl(given: string, name: DatabaseName): string {
  const url = new URL(given);
  // Others are the server's, the driver's or a provider's.
  if ([...url.searchParams.keys()].some(isMisspelt)) {
    throw new DomainError(
      "invalid-input",
      'A parameter of the PostgreSQL URL looks like a misspelt "namespace", without which the data of another namespace would be opened: write namespace=…, once, in small letters.',
    );
  }
  const prefix = url.searchParams.get("namespace") ?? "throughline";
  if (!prefixPattern.test(prefix)) {
    throw new DomainError(
      "invalid-input",
      'The namespace in the PostgreSQL URL must have at most 40 letters, digits, "_" and "-", begin with a letter or "_", and not with "pg_".',
    );
  }
  url.searchParams.set("namespace", `${prefix}_${name}`);
  return url.href;
}

const misspeltMax = 3;

/** Whether the name of a parameter is "namespace" but for its case, signs between its letters and a few letters. */
function isMisspelt(parameter: string, index: number, all: readonly string[]): boolean {
  if (parameter === "namespace") return all.indexOf(parameter) !== index;
  const letters = parameter.toLowerCase().replaceAll(/[^a-z]/gu, "");
  return letters.includes("namespace") || editsBetween(letters, "namespace") <= misspeltMax;
}

/** How many letters are to be put in, left out or replaced to make one word of another. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of one.split("").entries()) {
    const above = row;
    row = [at + 1];
    for (const [column, wanted] of other.split("").entries()) {
      const [left = 0, over = 0, before = 0] = [row[column], above[column + 1], above[column]];
      row.push(Math.min(left + 1, over + 1, before + (letter === wanted ? 0 : 1)));
    }
  }
  return row.at(-1) ?? 0;
}
