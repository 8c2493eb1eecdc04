/** What the search of the list that the viewer came from found. */
export const found = {
  title: "Why it is on this list",
  steps: "What the search found",
  next: "Go to the next words that the search found",
  previous: "Go to the words before that the search found",
} as const;
