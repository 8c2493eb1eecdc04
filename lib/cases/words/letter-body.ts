/** "Hello Anna,": on a line of its own. */
const salutation =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^\n.?!]{0,40}[,!]?[ \t]*\n+/i;

/** "Kind regards,", then up to three lines of names. */
const signOff =
  /(?:^|\n)[ \t]*(?:(?:with )?(?:(?:kind|best|warm|many)(?:est)? )?(?:regards|wishes|thanks)|all the best|best|cheers|sincerely|thank you|yours(?: (?:sincerely|faithfully|truly))?)[,.!]?[ \t]*(?:\n[^\n.?!]{0,60}){0,3}\s*$/i;

/** What a letter says: its text without the salutation and the sign-off, where these stand on lines of their own. */
export function letterBody(text: string): string {
  return text.replace(salutation, "").replace(signOff, "").trim();
}
