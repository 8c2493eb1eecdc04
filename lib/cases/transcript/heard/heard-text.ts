/** Letters and digits of a text, in lower case: what does not depend on how a voice service writes it. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * What was heard of a generated text: all of it, or its beginning, as the pieces that were played have it.
 * @param played what a history has of the turn
 * @returns null if none of the pieces is of it
 */
export function heardText(text: string, played: readonly string[]): string | null {
  const whole = lettersOf(text);
  const heard = lettersOf(played.join(" "));
  if (whole === "" || heard.includes(whole)) return text;
  const piece = [played.join(" "), ...played].find((each) => {
    const letters = lettersOf(each);
    return letters !== "" && whole.startsWith(letters);
  });
  return piece?.trim() ?? null;
}
