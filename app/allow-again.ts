import { sentAgain } from "@/lib/pipeline/worker/sent-again";
import { shownWorkspace } from "./shown-workspace";

/** As long as outcomes, ages and periods may be behind the clock. */
const whileGoingOnMs = 10_000;
/** As long as a session may be used without that being noted, or be shown a page after its end. */
const sinceEndedMs = 60_000;

/**
 * Lets the answer of this request be sent again to the same session as long as nothing is written. For pages that show
 * what is stored and nothing else, once all of it was read: one that says what failed must be tried anew.
 */
export async function allowAgain(): Promise<void> {
  const { hasEnded } = await shownWorkspace();
  const terms = sentAgain().terms.getStore();
  if (terms !== undefined) terms.forMs = hasEnded ? sinceEndedMs : whileGoingOnMs;
}
