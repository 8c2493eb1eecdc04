import type { DerivedCase } from "@/lib/domain/case/case";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatDuration } from "@/lib/format/format";
import type { Timeline, TimelineContact, TimelineDisclosure } from "../timeline/timeline-model";
import { channelWords } from "@/lib/format/wording";
import { tracks } from "../words/title";

export type Tracks = Pick<Timeline, "disclosures" | "sla" | "releases"> & {
  readonly contacts: readonly Pick<TimelineContact, "channel">[];
};

/**
 * The most important finding of the tracks besides handoffs: a disclosure that was not found, a missed deadline, a
 * prompt change. @returns null: none
 */
export function summariseTracks({ contacts, disclosures, sla, releases }: Tracks): string | null {
  const missing = missingDisclosure({ contacts, disclosures });
  if (missing !== null) return missing;
  if (sla.overWords !== null) return tracks.slaMissed(sla.overWords);
  const [release] = releases;
  if (release === undefined) return null;
  return tracks.promptChanged(release.words, joinedByAnd(release.formalOn));
}

/**
 * Worst: given on one channel and not found on the next. The rule is named, since nobody has reviewed
 * what it found.
 */
function missingDisclosure({
  contacts,
  disclosures,
}: Pick<Tracks, "contacts" | "disclosures">): string | null {
  const channelOf = ({ contact }: TimelineDisclosure) =>
    channelWords[contacts[contact]?.channel ?? "unknown"];
  const omissions = disclosures
    .filter(({ status }) => status === "missing")
    .map((missing) => {
      const what = whatOf(missing);
      const given = disclosures.find((each) => each.status === "given" && whatOf(each) === what);
      return { missing, what, given: given === undefined ? null : channelOf(given) };
    });
  const worst = omissions.find(({ given }) => given !== null) ?? omissions[0];
  if (worst === undefined) return null;
  const channel = channelOf(worst.missing);
  const alike = omissions.filter(
    ({ given, missing }) => given === worst.given && channelOf(missing) === channel,
  );
  const what = joinedByAnd([...new Set(alike.map((each) => each.what))]);
  const names = [...new Set(alike.map(({ missing }) => missing.rule))];
  const rules = tracks.rules(names.length, joinedByAnd(names));
  return worst.given === null || worst.given === channel
    ? tracks.notFound(sentenceCase(what), channel, rules)
    : tracks.saidElsewhere(sentenceCase(what), worst.given, channel, rules);
}

/** "Say that an AI is speaking" is about "that an AI is speaking". */
function whatOf({ title }: TimelineDisclosure): string {
  return title.replace(/^Say /, "");
}

const hourUs = 3_600_000_000;
/** A later return is another concern. */
const backWithinUs = 72 * hourUs;

/** An AI contact without handoff, and the customer soon back on another channel. */
export function containedStory({ interactions }: Pick<DerivedCase, "interactions">): string | null {
  const [first, next] = interactions.filter(({ isTouchpoint }) => isTouchpoint);
  if (first === undefined || next === undefined) return null;
  const isContained = first.agentKinds.join() === "ai" && !first.isTransferred;
  const gapUs = next.startUs - first.endUs;
  const isBack = next.channel !== first.channel && gapUs > 0 && gapUs <= backWithinUs;
  if (!isContained || !isBack || next.initiator === "agent") return null;
  const [from, to] = [channelWords[first.channel], channelWords[next.channel]];
  return tracks.answeredByAi(from, to, formatDuration(gapUs));
}
