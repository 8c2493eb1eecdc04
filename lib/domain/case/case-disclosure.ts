import type { Quote } from "./case";

/**
 * What became of a disclosure in one contact. `wrong_order`: said, but after the event it had to precede.
 * `incomplete`: some of its elements were said. `wrong_speaker`: said by somebody whose words do not count.
 * `wrong_channel`: said in another contact of the case, on a channel that does not count. `not_required`: the rule's date, region, channel or trigger does not hold. `not_evaluable`: words were removed or
 * cannot be read, or a fact that decides is not known.
 */
export const disclosureStatuses = [
  "given",
  "late",
  "wrong_order",
  "incomplete",
  "wrong_speaker",
  "wrong_channel",
  "missing",
  "not_required",
  "not_evaluable",
] as const;
export type DisclosureStatus = (typeof disclosureStatuses)[number];

/** The statuses of a rule that applies or may apply. */
export const requiredStatuses = disclosureStatuses.filter((status) => status !== "not_required");
export type RequiredStatus = Exclude<DisclosureStatus, "not_required">;

/** Summary of one contact's required disclosures: the worst status; `none` if none was due. */
export const contactDisclosures = ["none", "given", "unread", "late", "missing"] as const;
export type ContactDisclosures = (typeof contactDisclosures)[number];

/** The summary's word for a status: what was said at a wrong place is late, what was not said in full is missing. */
export const summaryOfStatus: Readonly<Record<DisclosureStatus, ContactDisclosures>> = {
  given: "given",
  late: "late",
  wrong_order: "late",
  incomplete: "missing",
  wrong_speaker: "missing",
  wrong_channel: "missing",
  missing: "missing",
  not_required: "none",
  not_evaluable: "unread",
};

/**
 * Why a rule is not evaluable in a contact. `text`: words were removed, not understood, or there are none; `language`:
 * they are in one that the rule cannot read; `region`: no region is known; `fact`: who spoke or called, the channel,
 * the time, the intent, the risk or a fact of the workspace is not known; `unseen`: traces do not show the event;
 * `elsewhere`: another contact of the customer decides it, which is not evaluable or not known.
 */
export const unreadReasons = ["text", "language", "region", "fact", "unseen", "elsewhere"] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/** Where a disclosure was looked for. */
export type SearchedWindow = {
  readonly firstMessage: number;
  readonly lastMessage: number;
  /** How many messages whose speaker counts lie in it. */
  readonly messages: number;
  /** µs. */
  readonly fromUs: number;
  readonly toUs: number;
};

/**
 * Words about the same thing that do not give it; `earlier`: they would, but for being said before it was due;
 * `evasion`: the answer to the question on which it was due, which says nothing of it.
 */
export type NearMiss = {
  readonly kind: "denial" | "earlier" | "question" | "mention" | "evasion";
  readonly quote: Quote;
};

/** Where a disclosure outside the words comes from. */
export const noticeMedia = ["ivr", "banner", "footer", "other"] as const;
export type NoticeMedium = (typeof noticeMedia)[number];

/** A disclosure that was given outside the words: an announcement, a banner, a footer. */
export type DisclosureNotice = {
  readonly medium: NoticeMedium;
  /** `trace`: reported by an attribute or event; `setting`: stated of the channel for some dates. */
  readonly from: "trace" | "setting";
  /** Its words; null if not reported. */
  readonly text: string | null;
  /** Who stated it of the channel; null if a trace reports it. */
  readonly statedBy: string | null;
  /** When it was given, µs; null if it stood on the channel all the time. */
  readonly atUs: number | null;
};

export type CaseDisclosure = {
  readonly rule: string;
  readonly version: number;
  /** The requirement in words: "Say that an AI is speaking". */
  readonly title: string;
  readonly interaction: number;
  readonly status: DisclosureStatus;
  /** Where it was said; null if nobody said it. */
  readonly quote: Quote | null;
  /** Set if it was given outside the words; `quote` is null then. */
  readonly notice: DisclosureNotice | null;
  /** The words of the event that made it due, "Are you a bot?", "STOP"; null if the rule has none. */
  readonly trigger: Quote | null;
  /** Keys of the rule's elements that were not said, if others were. */
  readonly missingElements: readonly string[];
  /** End of the window in which it was due, µs; null if it does not apply. */
  readonly dueUs: number | null;
  /** The last message of that window; null if it does not apply. */
  readonly dueMessage: number | null;
  /** Null if nothing was looked for. */
  readonly searched: SearchedWindow | null;
  /** The nearest one, if it was not said as it should be; null if there is none. */
  readonly nearMiss: NearMiss | null;
  /** One sentence with the reason; for a missing one, where it was looked for. */
  readonly because: string;
  /** Set if and only if it is `not_evaluable`. */
  readonly unread: UnreadReason | null;
};
