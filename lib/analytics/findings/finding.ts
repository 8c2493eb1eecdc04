import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import type { Channel } from "@/lib/domain/trace/channel";
import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { Difference } from "@/lib/stats/proportions/newcombe-difference";
import type { Alarmed } from "../persona/alarmed-series";
import type { Effect } from "../persona/effect";

/** What a finding is about. Of one measure, one finding comes before the second of another. */
export type FindingMeasure =
  | "resolution"
  | "one-contact"
  | "contacts"
  | "returns"
  | "containment"
  | "repeats"
  | "context"
  | "promises"
  | "sla"
  | "persona";

/**
 * The comparisons that can become findings: a measure, and what its figure is compared with. Each is the id of the
 * panel that shows it, too.
 */
export const findingTopics = {
  "resolution-past": "resolution",
  "resolution-by-type": "resolution",
  "resolution-by-first": "resolution",
  "resolution-by-kind": "resolution",
  "resolution-by-path": "resolution",
  "resolution-by-release": "resolution",
  "resolution-by-move": "resolution",
  "one-contact-past": "one-contact",
  "contacts-past": "contacts",
  "contacts-by-first": "contacts",
  "returns-by-first": "returns",
  "containment-past": "containment",
  "repeats-past": "repeats",
  "context-past": "context",
  "context-by-pair": "context",
  "context-by-team": "context",
  "context-by-direction": "context",
  "context-by-kind": "context",
  "context-by-release": "context",
  "promises-past": "promises",
  "sla-past": "sla",
  "sla-by-type": "sla",
  "sla-by-first": "sla",
  persona: "persona",
} as const satisfies Readonly<Record<string, FindingMeasure>>;
export type FindingTopic = keyof typeof findingTopics;

/** A share and the one it is compared with: its own of the period before, or that of all others. */
export type ComparedShare = {
  readonly kind: "share";
  readonly own: ClusterSums;
  readonly other: ClusterSums;
  /** The side on which it is worse. */
  readonly worse: "lower" | "higher";
};

/** Contacts per case, and how many more they are than for the same case types elsewhere or before. */
export type ComparedContacts = {
  readonly kind: "contacts";
  /** Contacts per case of the group, as counted. */
  readonly own: number;
  /** The same of the group's case types in all cases, or in the period before. */
  readonly usual: number;
  /** `own − usual` for the same case types, with its 95 % interval. */
  readonly difference: Difference;
  /** Contacts per case of all cases: what one case is worth. */
  readonly perCase: number;
};

/** How a channel speaks, against its approved baseline. */
export type ComparedPersona = {
  readonly kind: "persona";
  readonly channel: Channel;
  readonly attribute: PersonaAttribute;
  readonly drift: Alarmed["drift"];
  /** The change of its open alarm; null: none, or another attribute's comes first on the channel. */
  readonly effect: Pick<Effect, "chance"> | null;
  /** The share of the period's contacts on the channel that leave the contract. */
  readonly off: number;
};

/** One comparison. */
export type Compared = {
  readonly topic: FindingTopic;
  /** The group within the topic: "outage"; "" of the whole. */
  readonly value: string;
  readonly figure: ComparedShare | ComparedContacts | ComparedPersona;
  /** Cases of the period that the figure is of. */
  readonly cases: number;
  /** False of groups without a name: they are compared, as on their page, and are no finding. */
  readonly isNamed: boolean;
};

/** `certain`: beyond chance among everything compared; `likely`: among its topic only; `open`: may be chance. */
export const certainties = ["certain", "likely", "open"] as const;
export type Certainty = (typeof certainties)[number];

/** A figure that is worse than what it is compared with. */
export type Finding = Compared & {
  /** Stable: "sla-by-type/outage". */
  readonly id: string;
  readonly certainty: Certainty;
  /** Cases a month that the difference costs; of contacts, the cases that as many contacts would serve. */
  readonly perMonth: number;
};

/** Findings, the first first. */
export type RankedFindings = {
  readonly ranked: readonly Finding[];
  /** Number of comparisons made. */
  readonly compared: number;
};

/** All findings of some cases. */
export type Findings = RankedFindings & {
  /** False: the data can't say how cases end, and nothing of that is compared. */
  readonly areEndsKnown: boolean;
};
