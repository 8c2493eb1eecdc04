import { sessionTracesMax } from "@/lib/domain/case/group-limits";
import type { DataFinding } from "@/lib/domain/trace/finding";
import type { Declaration, Identity } from "@/lib/domain/trace/identity";
import { linkKey } from "@/lib/domain/trace/trace-link";
import { joinReplay, type Override } from "@/lib/domain/case/override";
import {
  collectFacts,
  condenseFacts,
  conflictFindings,
  factsBySession,
  handDownAlike,
  sessionsOf,
  withSessionFacts,
  type Facts,
} from "@/lib/identity/facts";
import {
  resolveTrace,
  resolveUnanimousTrace,
  type TraceSurroundings,
} from "@/lib/identity/resolve-trace";
import type { Database } from "@/lib/store/port";
import type { QueueEntry } from "@/lib/store/queue";
import {
  countEarlyChildren,
  readTraceDeclarations,
  readTraceSpans,
  type TraceAssignment,
  type TraceDeclarations,
} from "@/lib/store/spans/trace-identities";
import { isLinkedTo, readHandedDown, type SessionRules } from "@/lib/store/spans/session-facts";
import type { DerivationContext } from "./derivation-context";
import { followMerges } from "./follow-merges";

type Reassignment = Extract<Override, { readonly kind: "reassign" }>;

const noFacts = collectFacts([]);

/** How the facts of a session's traces are combined. */
export const sessionRules: SessionRules = {
  membersMax: sessionTracesMax,
  condense: (facts) => JSON.stringify(condenseFacts(facts.map(parseFacts))),
  areAlike: (one, other) => one === other || handDownAlike(factsOrNone(one), factsOrNone(other)),
};

/**
 * Resolves the identity (case, customer, channel…) of each span of a trace.
 * @returns the rows to store
 */
export async function resolveTraceIdentities(
  db: Database,
  entry: QueueEntry,
  { overrides }: DerivationContext,
): Promise<TraceAssignment> {
  const trace = Number(entry.key);
  const known = await readTraceDeclarations(db, trace);
  const declarations = known.declarations.map(({ declared }) => declared);
  const facts = collectFacts(declarations);
  const stated = statedOf(known);
  const links = new Set(declarations.flatMap((declared) => declared.links ?? []));
  for (const traceId of links) stated.set(linkKey(traceId), JSON.stringify(noFacts));
  const handedDown = await readHandedDown(db, trace, stated, sessionRules);
  const shared = new Map(
    [...handedDown].flatMap(([session, json]) =>
      json === null ? [] : [[session, parseFacts(json)] as const],
    ),
  );
  const own = linkKey(known.traceId);
  if (await isLinkedTo(db, trace, own))
    stated.set(own, JSON.stringify(withSessionFacts(facts, onlySession(facts, shared))));
  const moved = overrides.filter(
    (override): override is Reassignment =>
      override.kind === "reassign" && override.traceId === known.traceId,
  );
  const possibleCases = [
    ...casesIn([facts, ...shared.values()]),
    ...moved.map((override) => override.toCaseId),
  ];
  const merged = await followMerges(db, overrides, possibleCases);
  return {
    entry,
    identities: await resolve(db, trace, known, moved, {
      sessionFacts: (session) => shared.get(session) ?? null,
      linkedFacts: (traceId) => shared.get(linkKey(traceId)) ?? null,
      mergedCaseId: (caseId) => merged.get(caseId) ?? caseId,
      joinedReplay: (replay) => joinReplay(replay, overrides),
      overrideCaseId: wholeTraceOverride(moved),
    }),
    sessions: { stated, handedDown },
    findings: [...conflictFindings(declarations), ...(await timeFindings(db, trace))],
  };
}

/** What a trace states of each of its sessions, as JSON. */
function statedOf({ declarations }: TraceDeclarations): Map<string, string> {
  const of = (isCall: boolean) =>
    declarations.filter((each) => each.isCall === isCall).map(({ declared }) => declared);
  const facts = factsBySession(of(false), of(true));
  return new Map([...facts].map(([session, each]) => [session, JSON.stringify(each)]));
}

function onlySession(facts: Facts, shared: ReadonlyMap<string, Facts>): Facts | null {
  const [session, ...further] = sessionsOf(facts);
  return session === undefined || further.length > 0 ? null : (shared.get(session) ?? null);
}

const clockToleranceUs = 3_600_000_000;

async function timeFindings(db: Database, trace: number): Promise<DataFinding[]> {
  const count = await countEarlyChildren(db, trace, clockToleranceUs);
  if (count === 0) return [];
  const detail = `Spans of this trace that start more than an hour before their parent: ${String(count)}.`;
  return [{ code: "child-before-parent", detail }];
}

/** Guarantee: `resolveTraceIdentities` wrote the column. */
function parseFacts(json: string): Facts {
  return JSON.parse(json) as Facts;
}

function factsOrNone(json: string | null): Facts {
  return json === null ? noFacts : parseFacts(json);
}

function casesIn(all: readonly Facts[]): string[] {
  return all.flatMap((facts) =>
    Object.values(facts).flatMap((tier: Facts["said"]) => tier.caseId ?? []),
  );
}

function wholeTraceOverride(moved: readonly Reassignment[]): string | null {
  const last = moved.findLast(({ spanId }) => spanId === null);
  return last?.toCaseId ?? null;
}

async function resolve(
  db: Database,
  trace: number,
  known: TraceDeclarations,
  moved: readonly Override[],
  surroundings: TraceSurroundings,
): Promise<TraceAssignment["identities"]> {
  const bySpan = spanOverrides(moved);
  if (bySpan.size === 0) {
    const declarations = known.declarations.map(({ declared }) => declared);
    const resolveOne = resolveUnanimousTrace(declarations, surroundings);
    if (resolveOne !== null) {
      const of = new Map(known.declarations.map(({ id, declared }) => [id, resolveOne(declared)]));
      return { by: "declaration", of };
    }
  }
  return { by: "span", of: await resolveTree(db, trace, known, bySpan, surroundings) };
}

async function resolveTree(
  db: Database,
  trace: number,
  known: TraceDeclarations,
  bySpan: ReadonlyMap<string, string>,
  surroundings: TraceSurroundings,
): Promise<Map<number, Identity>> {
  const nothing: Declaration = {};
  const declarations = new Map(known.declarations.map(({ id, declared }) => [id, declared]));
  const rows = await readTraceSpans(db, trace);
  const spans = rows.map(({ spanId, parentSpanId, declaration, isCall }) => {
    const overrideCaseId = bySpan.get(spanId);
    const declared = declarations.get(declaration) ?? nothing;
    return {
      spanId,
      parentSpanId,
      declared,
      isCall,
      ...(overrideCaseId !== undefined && { overrideCaseId }),
    };
  });
  const identities = resolveTrace(spans, surroundings);
  return new Map(rows.map(({ id }, index) => [id, identities[index] ?? {}]));
}

function spanOverrides(moved: readonly Override[]): Map<string, string> {
  const bySpan = new Map<string, string>();
  for (const override of moved) {
    if (override.kind === "reassign" && override.spanId !== null) {
      bySpan.set(override.spanId, override.toCaseId);
    }
  }
  return bySpan;
}
