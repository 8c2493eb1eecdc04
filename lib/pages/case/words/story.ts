import { formatCount, formatCounted } from "@/lib/format/format";

/** The list of events below the timeline. */
export const story = {
  title: "The same case as a list",
  zone: (zone: string) => `Times in ${zone}`,
  noOpening: "No words of the customer reached us.",
  words: "words",
  scores: (count: number) => `${formatCounted(count, "score")} and why`,
  rating: (csat: number) => `CSAT ${formatCount(csat)} of 5`,
  skewed: "its clocks disagree",
  promisesMade: (count: number) => `◇ ${formatCounted(count, "promise")} made`,
  promptVersion: (versions: string) => `Prompt version ${versions}, first seen`,
  promised: (what: string) => `◇ Promised: ${what}`,
  due: (what: string) => `◆ Due: ${what}`,
} as const;
