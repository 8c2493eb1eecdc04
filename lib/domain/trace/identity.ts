import type { Channel } from "./channel";

/** What a span can say about whom it belongs to. */
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
] as const;
export type IdentityField = (typeof identityFields)[number];

/** Where on the span (or its resource) a value stood, strongest first. */
export const declaredSources = [
  "span",
  "metadata",
  "association",
  "resource",
  "resource-metadata",
  "instrumentation",
] as const;
export type DeclaredSource = (typeof declaredSources)[number];

/** Where a resolved value came from; `ancestor`, `trace` and `session` are inherited, `override` is a person's. */
export type IdentitySource = DeclaredSource | "ancestor" | "trace" | "session" | "override";

/**
 * What one span says of itself: for each field and each place, the value found there.
 * A field may be said in several places; resolution picks by precedence.
 */
export type Declaration = Partial<
  Record<IdentityField, readonly { readonly value: string; readonly from: DeclaredSource }[]>
>;

export type Sourced<T extends string = string> = {
  readonly value: T;
  readonly from: IdentitySource;
};

export const agentKinds = ["ai", "human", "unknown"] as const;
export type AgentKind = (typeof agentKinds)[number];
export type Risk = "low" | "medium" | "high";

/** Whom a span belongs to, after inheritance. A field that nobody said is absent. */
export type Identity = Partial<Record<IdentityField, Sourced>>;

/** The typed view of an identity's values, for those who only need to know what, not from where. */
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
};
