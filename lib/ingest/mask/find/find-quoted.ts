import { eachMatch } from "@/lib/learning/each-match";
import { isPartyKey } from "../setting-of";
import type { Candidate } from "../text-masker";

/** Finds personal data in the value of a key. */
type FindInValue = (value: string, key: string) => readonly Candidate[];

/** `last_name = 'Moore'`, `customer="Jane Moore"`, "no address for customer 'Jane Moore'". */
const assigned =
  /(?<![\w.-])(?<key>[A-Za-z_][\w.-]{1,40})["']?(?<sign>\s{0,2}(?:=>|={1,3}|:)\s{0,2}| I?LIKE | )(?<open>["'`])(?<value>[^"'`\n]{2,80})\k<open>/g;
const mayBeAssigned = /[=: ]["'`]/;
/** `<holder>Jane Moore</holder>` */
const element =
  /<(?<key>[A-Za-z][\w.-]{1,40})(?: [^<>]{1,100})?>(?<value>[^<>\n]{2,80})<\/\k<key>>/g;
/** A header's or a log's key of several words, and its value without quotes: `X-Customer-Name: Jane Moore`, `full_name=Jane+Moore&` */
const unquoted =
  /(?<![\w.-])(?<key>[A-Za-z][A-Za-z0-9]{0,20}(?:[-_.][A-Za-z0-9]{1,20}){1,5})(?:: |=)(?<value>[^\s"'`&;,<>][^"'`\n\r&;,<>]{1,60}?)(?=$|[\n\r&;,"'<>]| [A-Za-z][\w.-]{1,40}[:=])/gm;
const mayBeUnquoted = /[A-Za-z0-9][-_.][A-Za-z0-9]{1,20}(?:: |=)\p{L}/u;
/** The values of a row: `INSERT INTO people VALUES (17, 'Jane Moore', …)`. */
const row = /\bvalues\s{0,3}\((?<list>[^()]{3,400})\)/gi;
const mayBeRow = /\bvalues\s{0,3}\(/i;
/** Two or three words with capitals, in quotes. */
const quoted = /(["'])(?<value>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2})\1/gu;
/** Under such a key a value is read as a name. */
const party = "customer";

/**
 * Finds personal data in quoted values of queries, configurations and messages of programs, by the key before them, and in
 * elements of markup by their name.
 * @param isPersonal whether a key's values are personal by its name alone
 */
export function findQuoted(
  text: string,
  isPersonal: (key: string) => boolean,
  find: FindInValue,
): Candidate[] {
  const found: Candidate[] = [];
  const add = (value: string, start: number, key: string): void => {
    for (const each of find(value, key))
      found.push({ ...each, start: start + each.start, end: start + each.end });
  };
  if (mayBeAssigned.test(text)) {
    eachMatch(assigned, text, (match) => {
      const { key = "", sign = "", value = "" } = match.groups ?? {};
      const isParty = isPartyKey(key);
      if (!isParty && (sign === " " || !isPersonal(key))) return;
      // LIKE has wildcards.
      const written = value.replace(/^%|%$/g, " ");
      add(written, match.index + match[0].length - 1 - value.length, key);
    });
  }
  if (mayBeUnquoted.test(text)) {
    eachMatch(unquoted, text, ({ 0: whole, index, groups }) => {
      const { key = "", value = "" } = groups ?? {};
      if (!isPartyKey(key) && !isPersonal(key)) return;
      add(value.replace(/\+/g, " "), index + whole.length - value.length, key);
    });
  }
  if (text.includes("</")) {
    eachMatch(element, text, (match) => {
      const { key = "", value = "" } = match.groups ?? {};
      if (!isPartyKey(key) && !isPersonal(key)) return;
      add(value, match.index + match[0].length - key.length - 3 - value.length, key);
    });
  }
  if (!mayBeRow.test(text)) return found;
  eachMatch(row, text, ({ index, groups, 0: whole }) => {
    const list = groups?.list ?? "";
    const from = index + whole.length - 1 - list.length;
    eachMatch(quoted, list, (match) =>
      add(match.groups?.value ?? "", from + match.index + 1, party),
    );
  });
  return found;
}
