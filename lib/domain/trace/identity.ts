import type { Channel } from "./channel";

export const identityFields = [
  "caseId",
  "customerId",
  "channel",
  "intent",
  "session",
  "interactionId",
  "agentKind",
  "agentId",
  "caseType",
  "risk",
  "region",
  "team",
  "release",
  "runId",
  "cohort",
  "cohortItem",
  "repeat",
] as const;
export type IdentityField = (typeof identityFields)[number];

/** Source of a value on the span (or its resource), strongest first. */
export const declaredSources = [
  "span",
  "metadata",
  "association",
  "resource",
  "resource-metadata",
  "instrumentation",
] as const;
export type DeclaredSource = (typeof declaredSources)[number];

/**
 * Source of a resolved value; `ancestor`, `trace`, `session` and `link` (a trace that the span links to) are inherited,
 * `override` is a user's.
 */
export type IdentitySource =
  | DeclaredSource
  | "ancestor"
  | "trace"
  | "session"
  | "link"
  | "override";

/** One span's own values: for each field and source. Resolution picks by precedence. */
export type Declaration = Partial<
  Record<IdentityField, readonly { readonly value: string; readonly from: DeclaredSource }[]>
> & {
  /** Ids of the other traces that the span links to. */
  readonly links?: readonly string[];
};

export type Sourced<T extends string = string> = {
  readonly value: T;
  readonly from: IdentitySource;
};

export const agentKinds = ["ai", "human", "unknown"] as const;
export type AgentKind = (typeof agentKinds)[number];
/** Lowest first. */
export const risks = ["low", "medium", "high"] as const;
export type Risk = (typeof risks)[number];

/** A span's resolved identity, after inheritance. Missing fields are absent. */
export type Identity = Partial<Record<IdentityField, Sourced>>;

/** An identity's values without their sources. */
export type Belonging = {
  readonly caseId: string | null;
  readonly customerId: string | null;
  readonly channel: Channel;
  readonly intent: string | null;
  readonly session: string | null;
  readonly interactionId: string | null;
  readonly agentKind: AgentKind;
  readonly agentId: string | null;
  readonly caseType: string | null;
  readonly risk: Risk | null;
  readonly region: string | null;
  readonly team: string | null;
  readonly release: string | null;
  readonly runId: string | null;
  /** The cohort that was replayed. */
  readonly cohort: string | null;
};
