import { contactAnchor, messageAnchor } from "./case-page-model";
import { prepareTimeline, type TimelineInput } from "./timeline/prepare-timeline";
import type { Timeline } from "./timeline/timeline-model";

/** Prepares a case's timeline. @param hrefOf address of an anchor on a message's page of the transcript */
export function prepareCaseTimeline(
  { derived, knowledge, repeatUs, calendar }: Omit<TimelineInput, "hrefs" | "asOfUs">,
  asOfUs: number,
  hrefOf: (message: number, anchor: string) => string,
): Timeline {
  const words = (message: number | undefined) =>
    message === undefined ? null : hrefOf(message, messageAnchor(message));
  const first = new Map(
    derived.messages.toReversed().map(({ interaction, ordinal }) => [interaction, ordinal]),
  );
  return prepareTimeline({
    derived,
    knowledge,
    repeatUs,
    asOfUs,
    calendar,
    hrefs: {
      contact: (ordinal) => hrefOf(first.get(ordinal) ?? 0, contactAnchor(ordinal)),
      handoff: (ordinal) => words(derived.handoffs[ordinal]?.atMessage),
      promise: (index) => words(knowledge.promises[index]?.quote.message),
      disclosure: (place) => {
        const { quote, dueMessage } = knowledge.disclosures[place] ?? {};
        return words(quote?.message ?? dueMessage ?? undefined);
      },
      message: words,
    },
  });
}
