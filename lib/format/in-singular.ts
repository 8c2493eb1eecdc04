/** What follows the first noun of such words agrees with it. */
const agreements: readonly (readonly [many: RegExp, one: string])[] = [
  [/^((?:[a-z]+ )?)(case|contact|handoff|promise|disclosure|value)s\b/u, "$1$2"],
  [/^(\S+ (?:\S+ )?)that were\b/u, "$1that was"],
  [/ or (which )?were rated\b/u, " or $1was rated"],
  [/\bthat say\b/u, "that says"],
  [/\btheir\b/u, "its"],
];

/**
 * Words for one of what they count: "handoff by AI that says all five".
 * @param words a metric's, in the plural: "handoffs by AI that say all five"
 */
export function inSingular(words: string): string {
  return agreements.reduce((text, [many, one]) => text.replace(many, one), words);
}
