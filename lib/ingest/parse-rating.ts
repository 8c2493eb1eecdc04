/** Ratings in words as help desks have them: of two, Zendesk's, as the ends of the scale; of three, Help Scout's. */
const ratingWords: ReadonlyMap<string, number> = new Map([
  ...(["good", "great", "positive", "thumbsup", "up", "satisfied", "happy"] as const).map(
    (word): [string, number] => [word, 5],
  ),
  ...(["okay", "ok", "neutral"] as const).map((word): [string, number] => [word, 3]),
  ...(["bad", "notgood", "negative", "thumbsdown", "down", "unsatisfied", "unhappy"] as const).map(
    (word): [string, number] => [word, 1],
  ),
]);

/** A survey that nobody has answered. */
const unanswered: ReadonlySet<string> = new Set(["offered", "unoffered", "pending", "requested"]);

/**
 * Reads a rating from 1 to 5: "4", "4.5", "4/5", "4 out of 5", "good", "bad with comment".
 * @returns "unanswered" where the survey has no answer yet; null for anything else
 */
export function parseRating(text: string): number | "unanswered" | null {
  const number = Number(text.replace(/(?<!\s)\s*(?:\/|of|out of)\s*5(?:\.0+)?$/i, ""));
  if (number >= 1 && number <= 5) return number;
  const word = text
    .toLowerCase()
    .replace(/[\s_-]*with(?:out)?[\s_-]*comment$/, "")
    .replace(/[^a-z]/g, "");
  return unanswered.has(word) ? "unanswered" : (ratingWords.get(word) ?? null);
}
