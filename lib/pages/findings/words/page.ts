import { formatCounted } from "@/lib/format/format";

/** Before the ranked findings. */
export const leadWords = {
  certain: "What costs most:",
  few: "There are too few cases yet to rank what costs most.",
  endsUnknown: "What costs most can’t be ranked: these data don’t say how cases ended.",
  /** After the next one. */
  withoutEnds: " How cases ended can’t be compared.",
  /** @param without "" or `withoutEnds` */
  none: (comparisons: number, without: string) =>
    `In ${formatCounted(comparisons, "comparison")}, nothing stands out.${without}`,
  watch: (comparisons: number) =>
    `Nothing is certain yet in ${formatCounted(comparisons, "comparison")}. Worth watching:`,
  notCertain: (comparisons: number) =>
    `Not certain yet: clear by itself, but in ${formatCounted(comparisons, "comparison")} some look clear by chance.`,
  /** After a finding's size. */
  open: ", may be chance",
} as const;

/** Around figures and findings. */
export const findingPageWords = {
  findings: "Findings",
  pending: "Ranking what costs most…",
  unread: (requestId: string) =>
    `What costs most could not be read; load the page again. Request ${requestId}.`,
  figures: "Figures",
  linksFoot: "Every number that is a link opens exactly those cases.",
  /** @param foot the page's own sentence @param asOf "2 Nov 2026, 09:12" */
  foot: (foot: string, asOf: string, zone: string) =>
    `${foot} A range such as 57–68% holds the true figure 19 times in 20. As of ${asOf} ${zone}.`,
} as const;
