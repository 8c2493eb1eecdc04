import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { formatCount, formatCounted } from "@/lib/format/format";

/** What to send where too few cases show how they ended. */
export const sendEnds =
  "Send closing events, closure codes or ratings; the Overview shows what there is and how.";

/**
 * How few cases show how they ended: "Only 3 of 812 cases show how they ended".
 * @param known of `end_known_share`
 * @param noun one of them: "matching case"
 */
export function endsWords({ hits, of }: Proportion, noun = "case"): string {
  const all = formatCounted(of, noun);
  if (of === 1) return `The one ${noun} ${hits === 0 ? "doesn’t show" : "shows"} how it ended`;
  if (hits === 0) return `None of ${all} shows how it ended`;
  return `Only ${formatCount(hits)} of ${all} ${hits === 1 ? "shows how it" : "show how they"} ended`;
}
