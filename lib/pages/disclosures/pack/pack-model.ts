import type { DisclosureNotice, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type { CaseDisclosureVerdict } from "@/lib/domain/disclosures/fold-case";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { AuditRow } from "@/lib/domain/people/audit";
import type { ReviewDecision, ReviewState } from "@/lib/domain/quality/disclosure-review";
import type { ContactAgents } from "@/lib/analytics/rows/contact-row";
import type { Channel } from "@/lib/domain/trace/channel";
import type { WorkspaceName } from "@/lib/domain/workspace";

/** The first member of every pack's facts. */
export const packFormat = "throughline-evidence-pack-1";

/** Somebody without their name: "Compliance reviewer u-3f9a". */
export type PackPerson = { readonly id: string; readonly words: string };

/** Where and by whom a pack was made. Instants are ISO 8601, UTC. */
export type PackMaking = {
  readonly madeAt: string;
  readonly madeBy: PackPerson;
  readonly workspace: WorkspaceName;
  /** IANA name of the zone in which the printed times are. */
  readonly timeZone: string;
};

/** Words with what is quoted of them; joined they are the text. */
export type PackWords = readonly { readonly text: string; readonly isQuoted: boolean }[];

export type PackTurn = {
  /** Ordinal of the message in the case, from 0. */
  readonly message: number;
  readonly at: string;
  readonly who: string;
  /** "Said here", "Searched". */
  readonly label: string;
  readonly words: PackWords;
};

export type PackDecision = {
  readonly at: string;
  readonly by: PackPerson;
  readonly decision: ReviewDecision;
  /** The reason or basis, masked; "" if none. */
  readonly basis: string;
  /** What it was about. */
  readonly version: number;
  readonly status: RequiredStatus;
};

/** What became of a rule in one contact. */
export type PackFinding = {
  readonly rule: string;
  readonly version: number;
  /** Number of the contact, from 1. */
  readonly contact: number;
  readonly channel: Channel;
  readonly status: RequiredStatus;
  readonly review: ReviewState;
  readonly because: string;
  /** Keys of elements that were not said, if others were. */
  readonly missingElements: readonly string[];
  /** When it was said, or else the end of the window in which it was due. */
  readonly at: string | null;
  readonly searched: {
    readonly from: string;
    readonly to: string;
    readonly messages: number;
  } | null;
  /** Set if it was given outside the words. */
  readonly notice: DisclosureNotice | null;
  readonly turns: readonly PackTurn[];
  /** Searched messages that are not among the turns. */
  readonly turnsLeftOut: number;
  /** The latest first. */
  readonly decisions: readonly PackDecision[];
};

export type PackRule = {
  readonly rule: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  /** "as shipped", "edited here"; "" where the version's text is not kept. */
  readonly origin: string;
  readonly published: { readonly at: string; readonly by: PackPerson } | null;
  /** Names and sentences on what it asks for. */
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  /** Null: the version's text is not kept. */
  readonly definition: DisclosureRule | null;
  /** Its verdict over the whole case; null where its scope is not known. */
  readonly verdict: CaseDisclosureVerdict | null;
  /** Why it was not required in other contacts, with how many. */
  readonly notRequired: readonly { readonly because: string; readonly contacts: number }[];
};

export type PackContact = {
  /** From 1. */
  readonly number: number;
  readonly channel: Channel;
  readonly from: string;
  readonly to: string;
  readonly agents: ContactAgents;
  readonly startedBy: "customer" | "agent" | "unknown";
  readonly releases: readonly string[];
  readonly prompts: readonly string[];
  readonly messages: number;
  /** Spans whose text was removed before it reached us. */
  readonly withoutText: number;
};

/** An event of the case, in order of time. */
export type PackEvent = {
  readonly at: string;
  /** Number of the contact; null: of the case. */
  readonly contact: number | null;
  readonly channel: Channel | null;
  readonly words: string;
};

/** A row of the audit as it is stored, and in words. */
export type PackAuditRow = Omit<AuditRow, AuditPlace> & {
  /** Where it is in the chain; null: see `PackAudit`. */
  readonly place: Pick<AuditRow, AuditPlace> | null;
  readonly at: string;
  readonly by: PackPerson;
  readonly words: string;
};

type AuditPlace = "seq" | "hash" | "previousHash";

export type PackAudit = {
  /** Hash of the audit's last row when the pack was made, and how many rows there were; null: not told. */
  readonly head: string;
  readonly rows: number | null;
  /** Whether each row was as it was written. */
  readonly isUnbroken: boolean;
  /** The rows about the case, oldest first; null: who made the pack may not read the audit. */
  readonly extract: readonly PackAuditRow[] | null;
  /** Rows about the case before those, which are not in the extract. */
  readonly leftOut: number;
  /**
   * Who made the pack can still make second reviews: what others decided on those findings is left out, and nothing
   * says how many rows that is.
   */
  readonly isBlind: boolean;
};

export type PackCase = {
  readonly id: string;
  readonly customer: string | null;
  readonly type: string | null;
  readonly intent: string | null;
  readonly risk: string | null;
  readonly region: string | null;
  readonly teams: readonly string[];
  readonly opened: string | null;
  readonly lastContact: string | null;
  readonly closed: string | null;
  readonly mergedInto: string | null;
};

export type PackCounts = {
  readonly contacts: number;
  readonly messages: number;
  readonly rules: number;
  readonly findings: number;
  readonly byStatus: Readonly<Partial<Record<RequiredStatus, number>>>;
  readonly byReview: Readonly<Partial<Record<ReviewState, number>>>;
};

/** Everything that the evidence pack of a case says. */
export type CasePackFacts = PackMaking & {
  readonly format: typeof packFormat;
  readonly kind: "case";
  readonly case: PackCase;
  readonly counts: PackCounts;
  readonly contacts: readonly PackContact[];
  readonly timeline: readonly PackEvent[];
  readonly rules: readonly PackRule[];
  readonly findings: readonly PackFinding[];
  readonly audit: PackAudit;
};
