import { noticeMedia } from "@/lib/domain/case/case-disclosure";
import type { CaseEvent } from "@/lib/domain/trace/reading";
import type { ChannelNotice } from "@/lib/domain/disclosures/channel-notice";
import type { ContactNotice, DisclosedContact } from "./contact";
import type { Judged } from "./judged";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";

/** "Call is recorded", "call_is_recorded": the same name. */
function noticeWord(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_.-]+/g, "-");
}

/**
 * Counts what was given outside the words where the words do not give the disclosure, if announcements count for the
 * rule and it is due whatever happens in the contact: no banner answers a question.
 */
export function countNotices(
  rule: DisclosureRule,
  contact: DisclosedContact,
  byWords: Judged,
): Judged {
  const canStand = rule.speakers.includes("system") && rule.trigger.event === null;
  // What is stated of a whole channel does not outweigh what was said in this contact.
  const isDenied = byWords.nearMiss?.kind === "denial";
  if (byWords.status === "given" || !canStand || isDenied) return byWords;
  const missingElements = rule.elements.filter(
    ({ key }) => byWords.missingElements.length === 0 || byWords.missingElements.includes(key),
  );
  const found = missingElements.map((element) =>
    contact.notices.find(({ gives }) => {
      const names = [rule.id, element.key, ...(element.mode === "meaning" ? element.anyOf : [])];
      return names.map(noticeWord).includes(noticeWord(gives));
    }),
  );
  const notices = found.filter((notice) => notice !== undefined);
  const last = notices.toSorted((a, b) => (b.atUs ?? 0) - (a.atUs ?? 0))[0];
  if (last === undefined || notices.length < missingElements.length) {
    const isOpen = byWords.status === "missing" || byWords.status === "incomplete";
    return isOpen ? { ...byWords, because: `${byWords.because} ${noneReported}` } : byWords;
  }
  const { gives: _, ...notice } = last;
  const isLate = last.atUs !== null && byWords.dueUs !== null && last.atUs > byWords.dueUs;
  return {
    ...byWords,
    status: isLate ? "late" : "given",
    quote: byWords.status === "incomplete" ? byWords.quote : null,
    notice,
    missingElements: [],
    nearMiss: null,
    unread: null,
    because: `${isLate ? "Given too late" : "Given"} outside the words: ${wordsOf(last)}.`,
  };
}

const noneReported = "No announcement, banner or footer was reported for this channel.";

const mediumWords: Readonly<Record<ContactNotice["medium"], string>> = {
  ivr: "an announcement",
  banner: "a banner",
  footer: "a footer",
  other: "a notice",
};

function wordsOf({ medium, from, statedBy }: ContactNotice): string {
  return from === "trace"
    ? `${mediumWords[medium]}, as the trace reports`
    : `${mediumWords[medium]}, as ${statedBy ?? "the workspace"} states of this channel`;
}

/** The notices that a contact's spans report. @param events of the whole case */
export function noticesOfEvents(
  events: readonly CaseEvent[],
  interaction: number,
): readonly ContactNotice[] {
  return events.flatMap((event) => {
    const { name, gives, medium, text, atUs } = event;
    if (name !== "disclosed" || event.interaction !== interaction || gives === undefined) return [];
    return {
      ...{ gives, atUs, text: text ?? null, statedBy: null },
      medium: mediumOf(medium ?? ""),
      from: "trace" as const,
    };
  });
}

function mediumOf(word: string): ContactNotice["medium"] {
  return noticeMedia.find((each) => each === word.trim().toLowerCase()) ?? "other";
}

/**
 * The notices that stood on a contact's channel when it began.
 * @param startUs null: not known, so none is
 */
export function noticesOfChannel(
  stated: readonly ChannelNotice[],
  channel: ChannelNotice["channel"],
  startUs: number | null,
): readonly ContactNotice[] {
  if (startUs === null) return [];
  const day = new Date(startUs / 1000).toISOString().slice(0, 10);
  return stated
    .filter((each) => each.channel === channel && each.from <= day)
    .filter(({ to }) => to === null || day < to)
    .map(({ gives, medium, text, statedBy }) => ({
      ...{ gives, medium, text, statedBy },
      from: "setting" as const,
      atUs: null,
    }));
}
