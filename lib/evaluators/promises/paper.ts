const papers =
  /\b(instruction|label|confirmation|receipt|invoice|summar|reminder|tracking|update|quote|contract)/i;

/** What a message brings, in the words of a text: "instruction", "label"; null if it is not said. */
export function paperIn(text: string): string | null {
  return papers.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** True if the words name what another message brings. */
export function namesOtherPaper(text: string, paper: string): boolean {
  return paperIn(text) !== null && !text.toLowerCase().includes(paper);
}
