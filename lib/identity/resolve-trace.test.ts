import { describe, expect, it } from "vitest";
import type {
  Declaration,
  DeclaredSource,
  Identity,
  IdentityField,
  IdentitySource,
} from "@/lib/domain/trace/identity";
import { collectFacts, conflictFindings, factsBySession, mergeFacts, sessionsOf } from "./facts";
import {
  resolveTrace,
  resolveUnanimousTrace,
  type TraceSpan,
  type TraceSurroundings,
} from "./resolve-trace";

const alone: TraceSurroundings = {
  sessionFacts: () => null,
  linkedFacts: () => null,
  overrideCaseId: null,
  mergedCaseId: (caseId) => caseId,
  joinedReplay: (replay) => replay,
};

describe("a span's case", () => {
  /** All sources, strongest first; each row is tested with all weaker ones. */
  const situations: readonly (readonly [IdentitySource, Partial<Situation>])[] = [
    ["span", { own: ["span"] }],
    ["metadata", { own: ["metadata"] }],
    ["association", { own: ["association"] }],
    ["ancestor", { parent: ["span"] }],
    ["trace", { sibling: ["span"] }],
    ["session", { neighbour: ["span"] }],
    ["resource", { own: ["resource"] }],
    ["resource-metadata", { own: ["resource-metadata"] }],
    ["instrumentation", { own: ["instrumentation"] }],
  ];

  it.each(situations.map(([from], index) => [from, index] as const))(
    "comes from the %s before everything weaker",
    (from, index) => {
      // A unanimous trace or session value is reported under the stronger source.
      const situation = together(situations.slice(index).map(([, each]) => each));
      expect(caseOf(situation)).toEqual({ value: valueAt(from), from });
    },
  );

  it.each(situations)("comes from the %s alone", (from, each) => {
    expect(caseOf(together([each]))).toEqual({ value: valueAt(from), from });
  });

  it("is absent if none is declared", () => {
    expect(caseOf(together([]))).toBeUndefined();
  });
});

describe("inheritance", () => {
  it("takes the nearest ancestor that says the field, over any distance", () => {
    const spans = [
      span("1", null, { caseId: "far", customerId: "u" }),
      span("2", "1", { caseId: "near" }),
      span("3", "2"),
      span("4", "3"),
      span("5", "1"),
    ];
    expect(cases(resolveTrace(spans, alone))).toEqual([
      ["far", "span"],
      ["near", "span"],
      ["near", "ancestor"],
      ["near", "ancestor"],
      ["far", "ancestor"],
    ]);
    expect(resolveTrace(spans, alone)[3]?.customerId).toEqual({ value: "u", from: "ancestor" });
  });

  it("takes the trace's word only where all who say it agree", () => {
    const agreed = [span("1", null, { caseId: "a" }), span("2", null)];
    expect(cases(resolveTrace(agreed, alone))[1]).toEqual(["a", "trace"]);
    const divided = [...agreed, span("3", null, { caseId: "b" })];
    expect(cases(resolveTrace(divided, alone))[1]).toBeNull();
  });

  it("takes the session's word only where all its traces agree", () => {
    const spans = [span("1", null, { session: "s" })];
    const sessionWith = (...caseIds: string[]): TraceSurroundings => ({
      ...alone,
      sessionFacts: (session) =>
        session === "s"
          ? mergeFacts(caseIds.map((caseId) => collectFacts([declare({ caseId })])))
          : null,
    });
    expect(cases(resolveTrace(spans, sessionWith("a", "a")))).toEqual([["a", "session"]]);
    expect(cases(resolveTrace(spans, sessionWith("a", "b")))).toEqual([null]);
  });

  it("keeps who spoke from the words beside a person's: a model may have said them", () => {
    const ai = [span("1", null, { agentKind: "ai" }), span("2", null)];
    expect(agents(resolveTrace(ai, alone))).toEqual(["ai", "ai"]);
    const human = declare({ agentKind: "human", agentId: "ann" });
    const beside = [
      { ...span("1", null), declared: human },
      span("2", "1"),
      span("3", null, { session: "s" }),
    ];
    expect(agents(resolveTrace(beside, alone))).toEqual(["human ann", "human ann", ""]);
    expect(resolveUnanimousTrace([human, {}], alone)).toBeNull();
    const before = { ...alone, sessionFacts: () => collectFacts([human]) };
    expect(agents(resolveTrace([span("1", null, { session: "s" })], before))).toEqual([""]);
  });

  it("does not cross into a session that the span is not in", () => {
    const asked: string[] = [];
    const spans = [span("1", null, { session: "s" }), span("2", "1", { session: "t" })];
    resolveTrace(spans, { ...alone, sessionFacts: (session) => (asked.push(session), null) });
    expect([...new Set(asked)]).toEqual(["s", "t"]);
  });

  it("hands what an ancestor's resource says down as the resource's word", () => {
    const spans = [span("1", null, { channel: "chat" }, "resource"), span("2", "1")];
    const channels = resolveTrace(spans, alone).map((identity) => identity.channel?.from);
    expect(channels).toEqual(["resource", "resource"]);
  });

  it("ends where parents run in a circle or are missing", () => {
    const spans = [
      span("1", "2", { caseId: "a" }),
      span("2", "3"),
      span("3", "1", { caseId: "b" }),
      span("4", "gone"),
      span("5", "5", { caseId: "c" }),
    ];
    const found = cases(resolveTrace(spans, alone));
    expect(found.map((each) => each?.[0] ?? null)).toEqual(["a", "b", "b", null, "c"]);
  });
});

describe("a span of somebody else", () => {
  const call = (each: TraceSpan): TraceSpan => ({ ...each, isCall: true });
  const root = { caseId: "lamp", customerId: "eve", session: "s-eve", channel: "chat" };
  const of = (session: string, said: Partial<Record<IdentityField, string>>) => ({
    ...alone,
    sessionFacts: (asked: string) => (asked === session ? collectFacts([declare(said)]) : null),
  });

  it("waits without a case if it names another customer, and so does all below it", () => {
    const spans = [
      span("1", null, root),
      span("2", "1", { customerId: "tom" }, "metadata"),
      span("3", "2"),
      span("4", "1"),
    ];
    const found = resolveTrace(spans, of("s-eve", { caseId: "lamp" }));
    expect(cases(found).map((each) => each?.[0] ?? null)).toEqual(["lamp", null, null, "lamp"]);
    expect(found.map(({ customerId }) => customerId?.value)).toEqual(["eve", "tom", "tom", "eve"]);
    expect(found[2]?.session).toBeUndefined();
    const beside = [span("1", null, root), span("2", null, { customerId: "tom" })];
    expect(cases(resolveTrace(beside, alone))[1]).toBeNull();
  });

  it("is of the case that its own session is known by", () => {
    const spans = [
      span("1", null, root),
      call(span("2", "1", { session: "s-tom" })),
      span("3", "2"),
      call(span("4", "1", { session: "s-new" })),
    ];
    const found = resolveTrace(spans, of("s-tom", { caseId: "desk", customerId: "tom" }));
    expect(cases(found)).toEqual([
      ["lamp", "span"],
      ["desk", "session"],
      ["desk", "session"],
      ["lamp", "ancestor"],
    ]);
    expect(found.map(({ customerId }) => customerId?.value)).toEqual(["eve", "tom", "tom", "eve"]);
    const known = resolveTrace(spans, of("s-tom", { customerId: "tom" }));
    expect(cases(known)[1]).toBeNull();
    const merged = { ...of("s-tom", { caseId: "desk" }), mergedCaseId: () => "lamp" };
    expect(cases(resolveTrace(spans, merged))[1]).toEqual(["lamp", "ancestor"]);
  });

  it("stays where the other name is a further name of the same customer", () => {
    const both: Declaration = {
      ...declare({ caseId: "lamp" }),
      customerId: [
        { value: "eve", from: "span" },
        { value: "login-7", from: "instrumentation" },
      ],
    };
    const spans = [
      { ...span("1", null), declared: both },
      span("2", "1", { customerId: "login-7" }),
    ];
    expect(cases(resolveTrace(spans, alone))[1]).toEqual(["lamp", "ancestor"]);
  });

  it("stays in its caller's contact if it is a call, but for one on another channel", () => {
    const spans = [
      span("1", null, root),
      call(span("2", "1", { session: "memory-1", channel: "chat" })),
      call(span("3", "1", { session: "memory-2" })),
      call(span("4", "1", { session: "call-1", channel: "voice" })),
      span("5", "1", { session: "chat-2", channel: "chat" }),
    ];
    expect(resolveTrace(spans, alone).map(({ session }) => session?.value)).toEqual([
      "s-eve",
      "s-eve",
      "s-eve",
      "call-1",
      "chat-2",
    ]);
  });
});

describe("a linked trace", () => {
  const links = { declared: { links: ["t1", "t2"] } };
  const spans: TraceSpan[] = [
    { ...span("1", null), ...links },
    span("2", "1"),
    span("3", null),
    { ...span("4", "3"), ...links },
    { ...span("5", "gone"), ...links },
  ];
  const linked = (...all: (Partial<Record<IdentityField, string>> | null)[]) => ({
    ...alone,
    linkedFacts: (traceId: string) => {
      const said = all[traceId === "t1" ? 0 : 1];
      return said === undefined || said === null ? null : collectFacts([declare(said)]);
    },
  });

  it("hands its identity down to a root that links to it and all below", () => {
    const eve = { caseId: "lamp", customerId: "eve", session: "s" };
    const found = resolveTrace(spans, linked(eve, { caseId: "lamp" }));
    const there = ["lamp", "link"];
    expect(cases(found)).toEqual([there, there, null, null, there]);
    expect(found[1]?.session).toEqual({ value: "s", from: "link" });
  });

  it("hands nothing down where the linked traces disagree, one is unknown, or somebody else is named", () => {
    const nothing = [null, null, null, null, null];
    expect(cases(resolveTrace(spans, linked({ caseId: "a" }, { caseId: "b" })))).toEqual(nothing);
    expect(cases(resolveTrace(spans, linked({ caseId: "a" }, null)))).toEqual(nothing);
    expect(cases(resolveTrace(spans, linked({ caseId: "a" }, {})))).toEqual(nothing);
    const tom = [
      { ...span("1", null), declared: { ...links.declared, ...declare({ customerId: "tom" }) } },
    ];
    const eve = { caseId: "a", customerId: "eve" };
    expect(cases(resolveTrace(tom, linked(eve, eve)))).toEqual([null]);
  });
});

describe("decisions", () => {
  it("move the named span and all below it, the nearest decision first", () => {
    const spans: TraceSpan[] = [
      span("1", null, { caseId: "a" }),
      { ...span("2", "1"), overrideCaseId: "b" },
      span("3", "2", { caseId: "a" }),
      { ...span("4", "3"), overrideCaseId: "c" },
      span("5", "4"),
    ];
    expect(cases(resolveTrace(spans, { ...alone, overrideCaseId: "w" }))).toEqual([
      ["w", "override"],
      ["b", "override"],
      ["b", "override"],
      ["c", "override"],
      ["c", "override"],
    ]);
  });

  it("read a merged case's spans as the other's, whoever named it", () => {
    const merged = { ...alone, mergedCaseId: (caseId: string) => (caseId === "a" ? "z" : caseId) };
    const spans = [span("1", null, { caseId: "a" }), span("2", "1"), span("3", null)];
    expect(cases(resolveTrace(spans, merged))).toEqual([
      ["z", "override"],
      ["z", "override"],
      ["z", "override"],
    ]);
  });
});

describe("conflicts", () => {
  it("between spans and within one are findings that repeat no value", () => {
    const both: Declaration = {
      caseId: [
        { value: "secret-1", from: "span" },
        { value: "secret-2", from: "metadata" },
      ],
    };
    const findings = conflictFindings([both, declare({ caseId: "secret-3", customerId: "u" })]);
    expect(findings.map(({ code }) => code)).toEqual([
      "several-cases-in-trace",
      "identity-conflict",
    ]);
    expect(JSON.stringify(findings)).not.toContain("secret");
  });

  it("are none where a resource says something weaker", () => {
    expect(
      conflictFindings([declare({ caseId: "a" }), declare({ caseId: "b" }, "resource")]),
    ).toEqual([]);
  });
});

describe("a trace's sessions", () => {
  it("are each told what is said with it, and the only one that is not a call's everything", () => {
    const eve = declare({ session: "s", caseId: "lamp", customerId: "eve" });
    const memory = declare({ session: "m", channel: "chat" });
    const further = declare({ intent: "refund" });
    const all = collectFacts([eve, memory, further]);
    expect(factsBySession([eve, further], [memory])).toEqual(
      new Map([
        ["m", collectFacts([memory])],
        ["s", all],
      ]),
    );
    expect(factsBySession([eve, further, memory], [])).toEqual(
      new Map([
        ["m", collectFacts([memory])],
        ["s", collectFacts([eve])],
      ]),
    );
    expect(factsBySession([further], [memory]).get("m")).toEqual(collectFacts([further, memory]));
  });

  it("are those said in the strongest place", () => {
    const said = collectFacts([declare({ session: "own" }), declare({ session: "r" }, "resource")]);
    expect(sessionsOf(said)).toEqual(["own"]);
    expect(sessionsOf(collectFacts([declare({ session: "r" }, "resource")]))).toEqual(["r"]);
    expect(sessionsOf(collectFacts([]))).toEqual([]);
  });
});

/** Declarations of the span itself, its parent, another span of the trace, and another trace of the session. */
type Situation = Readonly<
  Record<"own" | "parent" | "sibling" | "neighbour", readonly DeclaredSource[]>
>;

function together(parts: readonly Partial<Situation>[]): Situation {
  const all = (who: keyof Situation) => parts.flatMap((part) => part[who] ?? []);
  return {
    own: all("own"),
    parent: all("parent"),
    sibling: all("sibling"),
    neighbour: all("neighbour"),
  };
}

/** The case of the span under test, where each related span names another case. */
function caseOf({ own, parent, sibling, neighbour }: Situation): Identity["caseId"] {
  const session = [{ value: "s", from: "span" as const }];
  const declaring = (values: readonly DeclaredSource[], value: string) =>
    values.length === 0 ? {} : { caseId: values.map((from) => ({ value, from })) };
  const ownValues = own.map((from) => ({ value: valueAt(from), from }));
  const spans: TraceSpan[] = [
    { spanId: "p", parentSpanId: null, declared: declaring(parent, valueAt("ancestor")) },
    {
      spanId: "o",
      parentSpanId: "p",
      declared: { session, ...(ownValues.length > 0 && { caseId: ownValues }) },
    },
    { spanId: "x", parentSpanId: null, declared: declaring(sibling, valueAt("trace")) },
  ];
  const facts = collectFacts([declaring(neighbour, valueAt("session"))]);
  return resolveTrace(spans, { ...alone, sessionFacts: () => facts })[1]?.caseId;
}

function valueAt(from: IdentitySource): string {
  return `case-of-${from}`;
}

function span(
  spanId: string,
  parentSpanId: string | null,
  said: Partial<Record<IdentityField, string>> = {},
  from: DeclaredSource = "span",
): TraceSpan {
  return { spanId, parentSpanId, declared: declare(said, from) };
}

function declare(
  said: Partial<Record<IdentityField, string>>,
  from: DeclaredSource = "span",
): Declaration {
  return Object.fromEntries(
    Object.entries(said).map(([field, value]) => [field, [{ value, from }]]),
  );
}

function agents(identities: readonly Identity[]): readonly string[] {
  return identities.map(({ agentKind, agentId }) =>
    [agentKind, agentId].flatMap((each) => each?.value ?? []).join(" "),
  );
}

function cases(identities: readonly Identity[]): readonly (readonly [string, string] | null)[] {
  return identities.map(({ caseId }) =>
    caseId === undefined ? null : [caseId.value, caseId.from],
  );
}
