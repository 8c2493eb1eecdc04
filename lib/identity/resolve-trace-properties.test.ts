import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredSources, type Declaration, type Identity } from "@/lib/domain/trace/identity";
import { runs } from "@/lib/testing/runs";
import { collectFacts, condenseFacts, handDownAlike, mergeFacts } from "./facts";
import {
  resolveTrace,
  resolveUnanimousTrace,
  type TraceSpan,
  type TraceSurroundings,
} from "./resolve-trace";

const fields = ["caseId", "customerId", "session", "channel"] as const;

const declaration: fc.Arbitrary<Declaration> = fc
  .array(
    fc.record({
      field: fc.constantFrom(...fields),
      value: fc.constantFrom("a", "b"),
      from: fc.constantFrom(...declaredSources),
    }),
    { maxLength: 3 },
  )
  .map((sayings) => {
    const declared: Declaration = {};
    for (const from of declaredSources) {
      for (const said of sayings.filter((each) => each.from === from)) {
        const before = declared[said.field] ?? [];
        if (before.some((each) => each.from === from)) continue;
        declared[said.field] = [...before, { value: said.value, from }];
      }
    }
    return declared;
  });

/** Spans with arbitrary parents, including missing ones, cycles and themselves. */
const trace: fc.Arbitrary<TraceSpan[]> = fc
  .array(fc.record({ declared: declaration, parent: fc.option(fc.nat(8)) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((rows) =>
    rows.map(({ declared, parent }, index) => ({
      spanId: String(index),
      parentSpanId: parent === null ? null : String(parent),
      declared,
    })),
  );

const surroundings: fc.Arbitrary<TraceSurroundings> = fc
  .record({ said: fc.array(declaration, { maxLength: 2 }), override: fc.option(fc.constant("o")) })
  .map(({ said, override }) => ({
    sessionFacts: (session) => (session === "a" ? collectFacts(said) : null),
    linkedFacts: () => null,
    overrideCaseId: override,
    mergedCaseId: (caseId) => (caseId === "b" ? "merged" : caseId),
    joinedReplay: (replay) => replay,
  }));

describe("resolveTrace", () => {
  it("does not depend on the order of the spans", () => {
    fc.assert(
      fc.property(trace, surroundings, fc.infiniteStream(fc.nat()), (spans, around, chance) => {
        const shuffled = spans
          .map((span) => ({ span, key: Number(chance.next().value) }))
          .sort((one, other) => one.key - other.key)
          .map(({ span }) => span);
        expect(byId(shuffled, resolveTrace(shuffled, around))).toEqual(
          byId(spans, resolveTrace(spans, around)),
        );
      }),
      { numRuns: runs(500) },
    );
  });

  it("gives the values of the tree where a trace is unanimous", () => {
    let unanimous = 0;
    fc.assert(
      fc.property(trace, surroundings, (spans, around) => {
        const resolveOne = resolveUnanimousTrace(
          spans.map(({ declared }) => declared),
          around,
        );
        if (resolveOne === null) return;
        unanimous += 1;
        const fast = spans.map(({ declared }) => resolveOne(declared));
        expect(fast.map(withMergedSources)).toEqual(
          resolveTrace(spans, around).map(withMergedSources),
        );
      }),
      { numRuns: runs(2000) },
    );
    expect(unanimous).toBeGreaterThan(0);
  });
});

describe("facts", () => {
  it("are the same in whatever order and groups they are collected", () => {
    fc.assert(
      fc.property(fc.array(declaration), fc.nat(), (declarations, cut) => {
        const whole = collectFacts(declarations);
        const at = declarations.length === 0 ? 0 : cut % declarations.length;
        const parts = [declarations.slice(at).toReversed(), declarations.slice(0, at)];
        expect(mergeFacts(parts.map(collectFacts))).toEqual(whole);
        expect(handDownAlike(mergeFacts([whole, whole]), whole)).toBe(true);
      }),
    );
  });

  it("hand the same down when they are condensed on the way, a person's presence included", () => {
    const kinds = fc.constantFrom("ai", "human", "robot", "unknown");
    const named = fc.record({ declared: declaration, kind: kinds }).map(({ declared, kind }) => ({
      ...declared,
      agentKind: [{ value: kind, from: "span" as const }],
    }));
    fc.assert(
      fc.property(fc.array(fc.oneof(declaration, named)), fc.nat(), (declarations, cut) => {
        const all = declarations.map((declared) => collectFacts([declared]));
        const at = all.length === 0 ? 0 : cut % all.length;
        const stepwise = condenseFacts([condenseFacts(all.slice(at)), ...all.slice(0, at)]);
        expect(stepwise).toEqual(condenseFacts(all));
        expect(handDownAlike(stepwise, mergeFacts(all))).toBe(true);
        const sizes = Object.values(stepwise).flatMap((tier) => Object.values(tier));
        expect(Math.max(0, ...sizes.map((values) => values.length))).toBeLessThanOrEqual(2);
      }),
    );
  });
});

function byId(
  spans: readonly TraceSpan[],
  identities: readonly Identity[],
): ReadonlyMap<string, Identity | undefined> {
  return new Map(spans.map(({ spanId }, index) => [spanId, identities[index]] as const).sort());
}

/** Treats ancestor and trace as the same source, for traces in which all agree. */
function withMergedSources(identity: Identity): Identity {
  return Object.fromEntries(
    Object.entries(identity).map(([field, sourced]) => [
      field,
      { ...sourced, from: sourced.from === "ancestor" ? "trace" : sourced.from },
    ]),
  );
}
