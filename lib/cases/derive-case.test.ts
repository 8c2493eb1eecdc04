import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { CaseSpan } from "@/lib/domain/case/case";
import type { Utterance } from "@/lib/domain/trace/reading";
import { runs } from "@/lib/testing/runs";
import {
  derive,
  dayUs,
  eventSpan,
  inputOf,
  minuteUs,
  model,
  says,
  span,
  startUs,
  tool,
  turn,
} from "./test-spans";

const record: CaseRecord = {
  caseId: "C-1",
  customerId: "crm-customer",
  caseType: "order",
  openedUs: startUs - dayUs,
  closedUs: null,
  closureCode: null,
  csat: 2,
  risk: "low",
  region: null,
  mergedInto: null,
};

describe("case facts", () => {
  it("are of two customers said as often the first, whatever key chose their pseudonyms", () => {
    const saying = (at: number, customerId: string) =>
      turn(at, "customer", "Hi", { belonging: { customerId } });
    const [a, b] = ["<EMAIL:00000000000000aa>", "<EMAIL:00000000000000bb>"];
    expect(derive([saying(0, a), saying(1, b)]).customerId).toBe(a);
    expect(derive([saying(0, b), saying(1, a)]).customerId).toBe(b);
  });

  it("are those said most often, the highest risk and the first intent", () => {
    const derived = derive(
      [
        turn(0, "customer", "Hi", { belonging: { risk: "low", caseType: "b", region: "EU" } }),
        turn(1, "agent", "Hello", { belonging: { risk: "high", caseType: "a", intent: "other" } }),
        turn(2, "agent", "Yes?", { belonging: { customerId: "cust-2" } }),
      ],
      { silentSpanCount: 4 },
    );
    expect(derived).toMatchObject({
      customerId: "cust-1",
      caseType: "b",
      intent: "order.cancel",
      risk: "high",
      region: "EU",
      spanCount: 7,
      findings: [
        {
          code: "several-customers-in-case",
          detail: expect.stringContaining("2 customers") as string,
        },
      ],
    });
  });

  it("name each team once, those said first before the others, in whatever order the spans come", () => {
    const team = fc.constantFrom("Billing", "Loss", "<PERSON:00000000000000bb>", null);
    fc.assert(
      fc.property(fc.array(team, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (said, chance) => {
        const spans = said.map((each, at) =>
          turn(at, "agent", `Word ${String(at)}`, { belonging: { team: each } }),
        );
        const shuffled = spans
          .map((each) => ({ each, key: Number(chance.next().value) }))
          .sort((one, other) => one.key - other.key)
          .map(({ each }) => each);
        const teams = [...new Set(said)].filter((each) => each !== null);
        expect(derive(shuffled).teams).toEqual(teams);
        expect(derive(shuffled)).toEqual(derive(spans));
      }),
      { numRuns: runs(100) },
    );
  });

  it("are the CRM's where it speaks, whatever the order of its rows", () => {
    const later = { ...record, closedUs: startUs + dayUs, caseType: null, csat: 5 };
    const spans = [turn(0, "customer", "Hi", { belonging: { caseType: "x", risk: "high" } })];
    const one = derive(spans, { records: [record, later] });
    expect(one).toMatchObject({
      customerId: "cust-1",
      caseType: "order",
      risk: "low",
      csat: 5,
      openedUs: startUs - dayUs,
      closing: { atUs: startUs + dayUs, from: "record" },
    });
    expect(derive(spans, { records: [later, record] })).toEqual(one);
  });
});

describe("case instants", () => {
  it("infer the closing from the idle days of the last contact's channel", () => {
    const derived = derive([turn(0, "customer", "Hi", { belonging: { channel: "email" } })]);
    expect(derived).toMatchObject({
      openedUs: startUs,
      lastContactUs: startUs + 1_000_000,
      closing: { atUs: startUs + 1_000_000 + 5 * dayUs, from: "inferred" },
      reopenedUs: null,
    });
  });

  it("see a case reopened by a contact after a stated closing", () => {
    const derived = derive([
      turn(0, "customer", "Hi"),
      eventSpan(10, { name: "closed" }),
      turn(100, "customer", "It is back.", { belonging: { session: "s-2" } }),
      eventSpan(200, { name: "closed" }),
    ]);
    expect(derived).toMatchObject({
      closing: { atUs: startUs + 10 * minuteUs, from: "event" },
      reopenedUs: startUs + 100 * minuteUs,
    });
  });

  it("see a case reopened by words in a contact that was silent since a stated closing", () => {
    const own = { belonging: { interactionId: "call-7" } };
    const derived = derive([
      turn(0, "customer", "Hi", own),
      turn(1, "agent", "Done.", own),
      eventSpan(2, { name: "closed" }),
      turn(2 + 2 * 1440, "customer", "It still does not work.", own),
    ]);
    expect(derived.interactions).toHaveLength(1);
    expect(derived.reopenedUs).toBe(startUs + (2 + 2 * 1440) * minuteUs);
  });

  it("do not see a picture or an agent's own contact as a reopening", () => {
    const after = (who: "customer" | "agent", text: string) =>
      derive([
        turn(0, "customer", "Hi"),
        eventSpan(10, { name: "closed" }),
        turn(100, who, text, { belonging: { session: "s-2" } }),
      ]).reopenedUs;
    expect(after("customer", "🙏")).toBeNull();
    expect(after("agent", "Here is your receipt.")).toBeNull();
    expect(after("customer", "Where is the receipt?")).not.toBeNull();
  });

  it("do not see a thank-you in the same contact as a reopening", () => {
    const derived = derive([
      turn(0, "customer", "Hi"),
      eventSpan(10, { name: "closed" }),
      turn(11, "customer", "Thanks"),
    ]);
    expect(derived.reopenedUs).toBeNull();
  });

  it("take the CRM's closing before an event's, and its opening", () => {
    const derived = derive([turn(0, "customer", "Hi"), eventSpan(5, { name: "closed" })], {
      records: [{ ...record, closedUs: startUs + 9 * minuteUs }],
    });
    expect(derived.closing).toEqual({ atUs: startUs + 9 * minuteUs, from: "record" });
  });

  it("are unknown where the case has nothing", () => {
    expect(derive([])).toMatchObject({
      openedUs: null,
      lastContactUs: null,
      closing: null,
      closure: { method: "unknown", evidence: "none" },
    });
  });
});

it("keeps the scores that came inside the traces as imported", () => {
  const imported = { name: "tone", value: 0.25, label: null, because: "curt", annotator: null };
  const derived = derive([
    turn(0, "customer", "Hi", {
      importedScores: [
        { ...imported, scope: "span", targetSpanId: "x" },
        { ...imported, value: 4, scope: "trace", targetSpanId: null },
        { ...imported, value: null, label: "Pass", scope: "session", targetSpanId: null },
      ],
    }),
  ]);
  expect(derived.scores).toEqual([
    {
      evaluator: "tone",
      version: "imported",
      target: { kind: "span", span: "t1/x" },
      verdict: { status: "scored", value: 0.25, because: "curt", evidence: [] },
    },
    {
      evaluator: "tone",
      version: "imported",
      target: { kind: "interaction", ordinal: 0 },
      verdict: {
        status: "not-scorable",
        because: expect.stringMatching(/ 4, .* 0 to 1/u) as string,
      },
    },
    {
      evaluator: "tone",
      version: "imported",
      target: { kind: "interaction", ordinal: 0 },
      verdict: { status: "scored", value: 1, because: "curt · Pass", evidence: [] },
    },
  ]);
});

it("takes what is said of the root of a contact's only trace for said of the contact", () => {
  const score = { name: "tone", value: 0.25, label: null, because: null, annotator: null };
  const ofSpan = { ...score, scope: "span", targetSpanId: null } as const;
  const root = turn(0, "customer", "Hi", { parentSpanId: null, importedScores: [ofSpan] });
  const child = {
    ...turn(1, "agent", "Hello", { importedScores: [ofSpan] }),
    traceId: root.traceId,
  };
  const targets = derive([root, { ...child, parentSpanId: root.spanId }]).scores.map(
    ({ target }) => target.kind,
  );
  expect(targets).toEqual(["interaction", "span"]);
});

const words = fc.constantFrom("Hi", "yes", "no", "Cancel #W1", "Done.", "Anything else?");

/** A conversation in model, tool and turn spans, over two sessions and a gap. */
const conversation: fc.Arbitrary<readonly CaseSpan[]> = fc
  .array(fc.tuple(words, words, fc.nat(3), fc.constantFrom("a", "b", null)), { maxLength: 12 })
  .map((exchanges) => {
    const history: Utterance[] = [];
    return exchanges.flatMap(([asked, answered, gap, session], index) => {
      const at = index + gap * 40 * Number(session === null);
      const belonging = { session };
      history.push(says("customer", asked));
      const spans = [
        model(at, [...history], [says("agent", answered)], { spanId: `m${index}`, belonging }),
        tool(at, "get_order", `{"n":${index}}`, asked, { spanId: `t${index}`, belonging }),
        ...(gap === 0 ? [turn(at, "customer", asked, { spanId: `u${index}`, belonging })] : []),
      ];
      history.push(says("agent", answered));
      return spans;
    });
  });

describe("the order in which spans arrive", () => {
  it("changes nothing", () => {
    fc.assert(
      fc.property(
        conversation.chain((spans) =>
          fc.tuple(
            fc.constant(spans),
            fc.shuffledSubarray([...spans], { minLength: spans.length }),
          ),
        ),
        ([spans, shuffled]) => {
          expect(derive(shuffled)).toEqual(derive(spans));
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it("never yields an empty message, a wrong number or a step back in time inside a contact", () => {
    fc.assert(
      fc.property(conversation, (spans) => {
        const { messages, interactions } = derive(spans);
        messages.forEach((message, index) => {
          const before = messages[index - 1];
          expect(message.ordinal).toBe(index);
          expect(message.text.trim() === "" && message.tool === null).toBe(false);
          if (before?.interaction === message.interaction) {
            expect(message.atUs).toBeGreaterThanOrEqual(before.atUs);
          }
        });
        const counted = interactions.reduce((sum, each) => sum + each.messageCount, 0);
        expect(counted).toBe(messages.length);
      }),
    );
  });
});

it("reads a long conversation at a cost that grows with what its spans hold", () => {
  let lookups = 0;
  const windowed = (count: number): readonly CaseSpan[] => {
    const all: Utterance[] = [];
    return Array.from({ length: count }, (_, index) => {
      const asked = says("customer", index % 7 === 0 ? "yes" : `question ${index}`);
      const answer = says("agent", `answer ${index}`);
      all.push(asked);
      const history = new Proxy(all.slice(-20), {
        get(target, key, receiver): unknown {
          lookups += 1;
          return Reflect.get(target, key, receiver);
        },
      });
      all.push(answer);
      return model(index, history, [answer], { spanId: `m${index}`, traceId: `t${index}` });
    });
  };
  const cost = (count: number): number => {
    const spans = windowed(count);
    lookups = 0;
    expect(derive(spans).messages).toHaveLength(count * 2);
    return lookups;
  };
  const small = cost(500);
  expect(cost(5_000) / small).toBeLessThan(15);
});

it("does not change what it was given", () => {
  const spans = [turn(1, "customer", "Hi"), turn(0, "agent", "Hello")];
  const input = inputOf(spans);
  const before = structuredClone(input);
  derive(input.spans);
  expect(input).toEqual(before);
  expect(span("x").part).toBe("none");
});

it("keeps the case's events in time order, and a due date that many spans repeat once", () => {
  const due = (at: number, dueUs: number) => eventSpan(at, { name: "sla_due", dueUs });
  const spans = [
    due(3, 9),
    eventSpan(2, { name: "sla_paused", reason: "waiting on customer" }),
    due(1, 7),
    due(4, 7),
  ];
  const events = derive(spans).caseEvents.map(({ name, dueUs }) => [name, dueUs]);
  expect(events).toEqual([
    ["sla_due", 7],
    ["sla_paused", undefined],
    ["sla_due", 9],
  ]);
  expect(derive(spans.toReversed()).caseEvents).toEqual(derive(spans).caseEvents);
});
