import { formatCount } from "@/lib/format/format";

/** The card with the drawn timeline. */
export const timelineCard = {
  title: "Timeline",
  fullWidth: "Full width",
  fitAll: "Fit all",
  scale: "Scale",
  asList: "As list",
  scales: {
    compressed: "Compressed",
    true: "True time",
    sequence: "Sequence",
    relative: "t + 0",
  },
} as const;

/** The names of the tracks. */
export const trackLabels = {
  case: "Case",
  sla: "SLA clock",
  unknownChannel: "Unknown",
  facts: "Facts",
  promises: "Promises",
  disclosures: "Disclosures",
  releases: "Releases",
} as const;

/** What stands in a track without items, or with more than fit. */
export const trackNotes = {
  noFact: "No fact came up again after a handoff; promises stand below.",
  noPromise: (kinds: string) => `None found in the agents’ words. Looked for ${kinds}.`,
  noRule: "No rule applied to these contacts.",
  more: (count: number) => `and ${count} more in the list`,
  noVersion: "No prompt version was recorded.",
  noChange: (versions: string) => `${versions}, no change`,
} as const;

/** Symbols that stand for several items, and the rating below a bar. */
export const symbols = {
  contacts: (count: number, first: string) =>
    `${count} contacts close together, the first: ${first}`,
  handoffs: (count: number, worst: string) => `${count} handoffs, the worst: ${worst}`,
  rating: (csat: number) => `CSAT ${csat} of 5`,
  shortRating: (csat: number) => `CSAT ${csat}`,
} as const;

/** The legend of the shapes. */
export const legend = {
  ai: "outline",
  human: "fill",
  halves: "upper half agent, lower half customer",
  facts: "• said before a handoff, ✓ carried or ✕ not after it",
  promises: "◇ promise made ◆ due",
  disclosures: "● given ◐ late ○ not found",
  lossy: "dashed line: something was lost",
  skewed: "⚑ clocks disagree",
  gaps: "zig-zag: time cut out, and how much of it was in business hours",
  clocks: (findings: string) => `Clocks disagree: ${findings}`,
} as const;

/** What a key announces where the case has none of what it looks for. */
export const keyNotices = {
  nextHandoff: "No handoff in this case.",
  nextPromise: "No promise in this case.",
  nextDisclosure: "No disclosure was required in this case.",
  nextFailure: "No failure in this case.",
} as const;

/** A call of a tool or a model that failed. */
export const failedCall = {
  tool: (name: string) => `Tool ${name}`.trim(),
  model: (name: string) => `Model ${name}`.trim(),
  failed: (what: string, reason: string) =>
    reason === "" ? `${what} failed` : `${what} failed: ${reason}`,
  ofSteps: (words: string, number: number, steps: number) =>
    `${words} (${formatCount(number)} of ${formatCount(steps)})`,
} as const;
