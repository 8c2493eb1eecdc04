import { replayMark } from "@/lib/domain/gate/replay";
import type { DataFinding } from "@/lib/domain/trace/finding";
import {
  identityFields,
  type Declaration,
  type DeclaredSource,
  type IdentityField,
} from "@/lib/domain/trace/identity";

/**
 * Sources of a value by strength. Within one tier the span's own value takes precedence over its
 * ancestors', then the trace's, then the session's; the next tier is used only if all are missing.
 */
export const tiers = ["said", "resource", "resource-metadata", "instrumentation"] as const;
export type Tier = (typeof tiers)[number];

const tierOf: Readonly<Record<DeclaredSource, Tier>> = {
  span: "said",
  metadata: "said",
  association: "said",
  resource: "resource",
  "resource-metadata": "resource-metadata",
  instrumentation: "instrumentation",
};

/** Distinct declared values per tier and field: `facts.said.caseId`. */
export type Facts = Readonly<Record<Tier, Partial<Record<IdentityField, readonly string[]>>>>;

/** A span's own value of a field in a tier with its source; the strongest source wins. */
export function ownValue(
  declared: Declaration,
  field: IdentityField,
  tier: Tier,
): { readonly value: string; readonly from: DeclaredSource } | null {
  return declared[field]?.find((said) => tierOf[said.from] === tier) ?? null;
}

/** Collects the declared values of several spans; order-independent. */
export function collectFacts(declarations: Iterable<Declaration>): Facts {
  const seen: Record<Tier, Partial<Record<IdentityField, Set<string>>>> = {
    said: {},
    resource: {},
    "resource-metadata": {},
    instrumentation: {},
  };
  for (const declared of declarations) {
    for (const tier of tiers) {
      for (const field of identityFields) {
        const own = ownValue(declared, field, tier);
        if (own !== null) (seen[tier][field] ??= new Set()).add(own.value);
      }
    }
  }
  return {
    said: sorted(seen.said),
    resource: sorted(seen.resource),
    "resource-metadata": sorted(seen["resource-metadata"]),
    instrumentation: sorted(seen.instrumentation),
  };
}

function sorted(
  sets: Partial<Record<IdentityField, Set<string>>>,
): Partial<Record<IdentityField, readonly string[]>> {
  const result: Partial<Record<IdentityField, readonly string[]>> = {};
  for (const field of identityFields) {
    const values = sets[field];
    if (values !== undefined) result[field] = [...values].sort();
  }
  return result;
}

/** The value of a field if all declarations agree, else null. */
export function unanimous(facts: Facts, field: IdentityField, tier: Tier): string | null {
  const values = facts[tier][field];
  return values?.length === 1 ? (values[0] ?? null) : null;
}

/**
 * Whether no field has two values in one tier, all are shared and nothing is linked; then identities do not depend on
 * the tree.
 */
export function isUnanimous(declarations: readonly Declaration[], facts: Facts): boolean {
  if (namesHuman(facts)) return false;
  if (declarations.some(({ links }) => links !== undefined)) return false;
  return tiers.every((tier) =>
    identityFields.every((field) => (facts[tier][field]?.length ?? 0) <= 1),
  );
}

/** The agent kind of a person. */
const human = "human";

const speakerFields: ReadonlySet<IdentityField> = new Set(["agentKind", "agentId"]);

/**
 * Whether a field's value is inherited from the trace or session. If a human took part, a span's
 * speaker is inherited from ancestors only, since the other messages may be a model's.
 */
export function isShared(field: IdentityField, facts: Facts): boolean {
  return !speakerFields.has(field) || !namesHuman(facts);
}

function namesHuman(facts: Facts): boolean {
  return tiers.some((tier) => facts[tier].agentKind?.includes(human) === true);
}

/** Fields whose contradiction assigns spans wrongly. */
const watchedFields = ["caseId", "customerId", "channel", "session", "intent"] as const;

const fieldWords: Readonly<Record<(typeof watchedFields)[number], string>> = {
  caseId: "cases",
  customerId: "customers",
  channel: "channels",
  session: "sessions",
  intent: "intents",
};

/** Findings for contradictions between a trace's spans; they do not repeat the values. */
export function conflictFindings(declarations: readonly Declaration[]): DataFinding[] {
  const facts = collectFacts(declarations);
  const findings: DataFinding[] = [];
  for (const field of watchedFields) {
    const count = facts.said[field]?.length ?? 0;
    if (count > 1) {
      findings.push({
        code: field === "caseId" ? "several-cases-in-trace" : "identity-conflict",
        detail: `Spans of this trace name ${String(count)} different ${fieldWords[field]}.`,
      });
    }
    if (declarations.some((declared) => contradictsItself(declared, field))) {
      findings.push({
        code: "identity-conflict",
        detail: `A span names different ${fieldWords[field]} in different attributes; the first by precedence was taken.`,
      });
    }
  }
  return findings;
}

function contradictsItself(declared: Declaration, field: IdentityField): boolean {
  const said = (declared[field] ?? []).filter((one) => tierOf[one.from] === "said");
  return new Set(said.map((one) => one.value)).size > 1;
}

/** Merges the facts of several traces; order-independent. */
export function mergeFacts(all: readonly Facts[]): Facts {
  const merged = { said: {}, resource: {}, "resource-metadata": {}, instrumentation: {} };
  for (const tier of tiers) merged[tier] = mergeTier(all.map((facts) => facts[tier]));
  return merged;
}

function mergeTier(
  all: readonly Partial<Record<IdentityField, readonly string[]>>[],
): Partial<Record<IdentityField, readonly string[]>> {
  const sets: Partial<Record<IdentityField, Set<string>>> = {};
  for (const values of all) {
    for (const field of identityFields) {
      for (const value of values[field] ?? []) (sets[field] ??= new Set()).add(value);
    }
  }
  return sorted(sets);
}

/**
 * Mergeable aggregate of facts of bounded size: `condense([condense(a), ...b]) = condense([...a, ...b])`, with the
 * same inherited values as `mergeFacts`. A field with several values keeps two, a human agent's among them.
 */
export function condenseFacts(all: readonly Facts[]): Facts {
  const merged = mergeFacts(all);
  const condensed = { said: {}, resource: {}, "resource-metadata": {}, instrumentation: {} };
  for (const tier of tiers) condensed[tier] = condenseTier(merged[tier]);
  return condensed;
}

function condenseTier(values: Facts[Tier]): Facts[Tier] {
  const result: Partial<Record<IdentityField, readonly string[]>> = {};
  for (const field of identityFields) {
    const all = values[field];
    if (all === undefined) continue;
    const person = field === "agentKind" && all.includes(human) ? [human] : [];
    const others = all.filter((value) => !person.includes(value));
    result[field] = [...person, ...others].slice(0, 2).sort();
  }
  return result;
}

/** The sessions of a trace, from the strongest tier that has any. */
export function sessionsOf(facts: Facts): readonly string[] {
  for (const tier of tiers) {
    const sessions = facts[tier].session;
    if (sessions !== undefined) return sessions.map((session) => sessionKey(session, facts));
  }
  return [];
}

/**
 * What a trace states of each of its sessions: with one session, all its facts; of several, what is declared together
 * with it. A session that only calls name, below one that is named otherwise, is none of the trace's: all that is said
 * of it is said with its name.
 * @param calls declarations of models' and tools' own spans
 */
export function factsBySession(
  frames: readonly Declaration[],
  calls: readonly Declaration[],
): ReadonlyMap<string, Facts> {
  const all = [...frames, ...calls];
  const facts = collectFacts(all);
  const named = sessionsOf(facts);
  const framed = named.filter((key) => frames.some((each) => names(each, key, facts)));
  const [first, ...further] = framed.length > 0 ? framed : named;
  const only = further.length > 0 ? null : first;
  return new Map(
    named.map((key) => [
      key,
      key === only ? facts : collectFacts(all.filter((each) => names(each, key, facts))),
    ]),
  );
}

function names(declared: Declaration, key: string, facts: Facts): boolean {
  return declared.session?.some(({ value }) => sessionKey(value, facts) === key) === true;
}

/** The facts of a trace for those that link to it: where it says nothing of a field, what its session hands down. */
export function withSessionFacts(facts: Facts, inSession: Facts | null): Facts {
  if (inSession === null) return facts;
  const { said } = facts;
  return { ...facts, said: { ...inSession.said, ...said } };
}

/** Whether a span of the trace names a cohort's item: then none is of production. */
export function isReplayed(facts: Facts): boolean {
  return tiers.some((tier) => facts[tier].cohortItem !== undefined);
}

/** A session's name; a replay of a session is a session of its own in each run. */
export function sessionKey(session: string, facts: Facts): string {
  if (!isReplayed(facts)) return session;
  const run = tiers.flatMap((tier) => facts[tier].runId ?? facts[tier].release ?? [])[0] ?? "";
  return [replayMark, run, replayMark, session].join("");
}

/** Whether two facts pass on the same unanimous values. */
export function handDownAlike(a: Facts, b: Facts): boolean {
  if (namesHuman(a) !== namesHuman(b)) return false;
  return tiers.every((tier) =>
    identityFields.every((field) => unanimous(a, field, tier) === unanimous(b, field, tier)),
  );
}
