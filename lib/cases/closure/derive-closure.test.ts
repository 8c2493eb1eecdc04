import { describe, expect, it } from "vitest";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { CaseSpan, Closure, Score } from "@/lib/domain/case/case";
import { derive, eventSpan, startUs, tool, turn } from "../test-spans";

function closureOf(spans: readonly CaseSpan[], code: string | null = null): Closure {
  const record: CaseRecord = {
    caseId: "C-1",
    customerId: null,
    caseType: null,
    openedUs: null,
    closedUs: startUs,
    closureCode: code,
    csat: null,
    risk: null,
    region: null,
    mergedInto: null,
  };
  return derive(spans, { records: code === null ? [] : [record] }).closure;
}

const customer = (at: number, text: string): CaseSpan => turn(at, "customer", text);
const agent = (at: number, text: string): CaseSpan => turn(at, "agent", text);
const cancels = (result: string, args = '{"order_id":"#W123"}'): CaseSpan =>
  tool(2, "cancel_order", args, result);

const asked = customer(0, "Please cancel my order #W123.");
const ok = '{"order_id":"#W123","status":"cancelled"}';

describe("a tool's write", () => {
  it("verifies what the customer asked for, with both quotes", () => {
    const closure = closureOf([asked, agent(1, "Sure."), cancels(ok), agent(3, "Done.")]);
    expect(closure).toMatchObject({
      method: "system_action_verified",
      evidence: "verified",
      quotes: [
        { message: 0, start: 0, end: 29 },
        { message: 2, start: 0, end: ok.length },
      ],
    });
  });

  it.each([
    [
      "it failed",
      [asked, cancels("Error: order not found"), agent(3, "All done!"), customer(4, "Thanks")],
    ],
    [
      "its span failed",
      [
        asked,
        tool(2, "cancel_order", '{"order_id":"#W123"}', ok, { status: "error" }),
        agent(3, "All done!"),
        customer(4, "Thanks"),
      ],
    ],
    [
      "its answer is an error object",
      [asked, cancels('{"error":"locked"}'), agent(3, "All done!"), customer(4, "Great, thanks!")],
    ],
    ["it says that it did not succeed", [asked, cancels('{"success":false}'), agent(3, "Done.")]],
    ["its answer has an HTTP status of failure", [asked, cancels('{"statusCode":400}')]],
    ["its answer says ok: 0", [asked, cancels('{"ok":0}')]],
    ["it crashed", [asked, cancels(`Traceback (most recent call last):${" x".repeat(300)}`)]],
    ["its answer is an empty list", [asked, cancels("[]")]],
    ["its answer is a program's nothing", [asked, cancels("None")]],
    ["it answered nothing", [asked, cancels(""), agent(3, "Done.")]],
    ["it was about another order", [asked, cancels(ok, '{"order_id":"#W999"}'), agent(3, "Done.")]],
    [
      "it did something else",
      [asked, tool(2, "update_address", '{"order_id":"#W123"}', ok), agent(3, "Done.")],
    ],
    ["it only read", [asked, tool(2, "get_order", '{"order_id":"#W123"}', ok), agent(3, "Done.")]],
    [
      "the amount was never agreed",
      [
        customer(0, "I want a refund for order #W123 of $20."),
        tool(2, "refund_order", '{"order_id":"#W123","amount":35}', ok),
        agent(3, "Done."),
      ],
    ],
    [
      "another order was named too",
      [customer(0, "Cancel #W123 and #W124 please."), cancels(ok), agent(3, "Done.")],
    ],
    [
      "another request is open",
      [asked, cancels(ok), agent(3, "Done."), customer(4, "I also want to change my address.")],
    ],
    [
      "the customer asked on",
      [asked, cancels(ok), agent(3, "Done."), customer(4, "And my other order?")],
    ],
    [
      "something was refused",
      [asked, cancels(ok), agent(3, "Unfortunately I cannot refund the fee.")],
    ],
    ["the customer was passed on", [asked, cancels(ok), tool(3, "transfer_to_human", "{}", "ok")]],
    [
      "it came before the request",
      [agent(-1, "Hello"), tool(-0.5, "cancel_order", '{"order_id":"#W123"}', ok), asked],
    ],
    [
      "the customer came back",
      [
        asked,
        cancels(ok),
        turn(9, "customer", "It is me again about #W123.", { belonging: { session: "s-2" } }),
      ],
    ],
  ])("proves nothing where %s", (_why, spans) => {
    expect(["assumed", "none"]).toContain(closureOf(spans).evidence);
  });
});

describe("the customer's own word", () => {
  it.each([
    "That worked, thanks!",
    "It's fixed now.",
    "Great, my problem is solved.",
    "It is working again.",
    "The login works now.",
    "That fixed it!",
  ])("confirms: %s", (text) => {
    const closure = closureOf([
      customer(0, "It fails."),
      agent(1, "Restart it."),
      customer(2, text),
    ]);
    expect(closure).toMatchObject({ method: "customer_confirm", evidence: "confirmed" });
    expect(closure.quotes).toMatchObject([{ message: 2 }]);
  });

  it.each([
    "Thanks!",
    "Thank you so much, you have been great.",
    "Perfect.",
    "That works for me.",
    "It's still not fixed.",
    "Is it fixed now?",
    "I hope it is fixed.",
    "It worked until yesterday.",
    "I will tell you once it is working.",
    "Nothing works.",
    "It didn't work.",
    "That's not resolved.",
  ])("does not confirm: %s", (text) => {
    const closure = closureOf([
      customer(0, "It fails."),
      agent(1, "Restart it."),
      customer(2, text),
    ]);
    expect(["assumed", "none"]).toContain(closure.evidence);
  });

  it("confirms as a yes to the question whether it is solved, also before a farewell", () => {
    const spans = [
      customer(0, "It fails."),
      agent(1, "Restart it. Is your issue resolved?"),
      customer(2, "Yes, thank you."),
      agent(3, "Bye!"),
      customer(4, "Bye"),
    ];
    expect(closureOf(spans).evidence).toBe("confirmed");
  });

  it("is taken back by what the customer says afterwards", () => {
    const spans = [
      agent(0, "Restart it."),
      customer(1, "That worked."),
      customer(2, "Wait, can you check the bill?"),
    ];
    expect(closureOf(spans).evidence).not.toBe("confirmed");
  });

  it("is a rating with a resolution question, but not a number alone", () => {
    expect(
      closureOf([customer(0, "Hi"), eventSpan(5, { name: "csat", csat: 5, reason: "solved" })])
        .evidence,
    ).toBe("confirmed");
    expect(
      closureOf([customer(0, "Hi"), eventSpan(5, { name: "csat", csat: 5 })]).evidence,
    ).not.toBe("confirmed");
  });
});

describe("a CRM's closure code", () => {
  it.each(["solved", "Resolved - fixed", "COMPLETED", "issue_fixed"])("verifies: %s", (code) => {
    expect(closureOf([customer(0, "Hi")], code)).toMatchObject({
      evidence: "verified",
      because: expect.stringContaining(`"${code}"`) as string,
    });
  });

  it.each([
    "closed",
    "no response",
    "duplicate",
    "cancelled",
    "unresolved",
    "not resolved",
    "auto-resolved",
  ])("does not verify: %s", (code) => {
    expect(closureOf([customer(0, "Hi?")], code).evidence).toBe("none");
  });

  it.each([
    ["Not solved", "none"],
    ["Unresolved", "none"],
    ["Won't fix", "none"],
    ["Closed", "assumed"],
  ])("%s leaves a contact that ended quietly at %s", (code, evidence) => {
    expect(closureOf([customer(0, "Hi"), agent(1, "Bye.")], code).evidence).toBe(evidence);
  });

  it("says how the case was closed", () => {
    expect(closureOf([customer(0, "Hi?")], "Closed: no response").method).toBe(
      "auto_resolve_inactivity",
    );
    expect(closureOf([customer(0, "Hi?")], "Closed").method).toBe("operator_console");
  });
});

describe("a closing event", () => {
  it("is believed as far as it goes, and named as its source", () => {
    const closed = eventSpan(5, {
      name: "closed",
      closureMethod: "agent_resolve",
      closureEvidence: "verified",
    });
    expect(closureOf([customer(0, "Hi"), closed])).toEqual({
      method: "agent_resolve",
      evidence: "verified",
      because: expect.stringContaining("the exporter's word") as string,
      quotes: [],
    });
  });

  it("is not believed against a write that failed", () => {
    const closed = eventSpan(5, {
      name: "closed",
      closureMethod: "agent_resolve",
      closureEvidence: "verified",
    });
    expect(closureOf([asked, cancels("Error"), agent(3, "All done!"), closed]).evidence).toBe(
      "assumed",
    );
  });

  it("is not believed where a timer closed the case", () => {
    const closed = eventSpan(5, {
      name: "closed",
      closureMethod: "auto_resolve_inactivity",
      closureEvidence: "confirmed",
    });
    expect(closureOf([customer(0, "Hi?"), closed])).toMatchObject({
      method: "auto_resolve_inactivity",
      evidence: "assumed",
    });
  });
});

describe("a judgement of the last contact", () => {
  it("says and quotes the signs on both sides where a contact was not judged for them", () => {
    const evidence = [{ message: 0, start: 0, end: 6 }];
    const because = "There are signs on both sides. For it: a. Against it: b.";
    const bothWays: Score = {
      ...judged(1),
      verdict: { status: "not-scorable", because, evidence },
    };
    const open = [asked, agent(1, "Which one?"), customer(2, "Is that all you can do?")];
    expect(derive(open, {}, () => [bothWays]).closure).toEqual({
      ...{ method: "unknown", evidence: "none", quotes: evidence },
      because: expect.stringContaining(because) as string,
    });
    const undecided: Score = { ...bothWays, verdict: { status: "not-scorable", because: "No." } };
    expect(derive(open, {}, () => [undecided]).closure).toMatchObject({
      ...{ because: expect.not.stringContaining("No.") as string, quotes: [] },
    });
  });

  const judged = (value: number): Score => ({
    evaluator: "conversation_resolution",
    version: 1,
    target: { kind: "interaction", ordinal: 0 },
    verdict: { status: "scored", value, because: "It was short.", evidence: [] },
  });

  it("counts from 0.5 on", () => {
    const spans = [customer(0, "Hi")];
    expect(derive(spans, {}, () => [judged(0.5)]).closure).toEqual({
      method: "unknown",
      evidence: "judged",
      because: expect.stringContaining("(0.50): It was short.") as string,
      quotes: [],
    });
    const falsely: Score = { ...judged(1), evaluator: "false_success" };
    expect(derive(spans, {}, () => [judged(0.9), falsely]).closure.evidence).toBe("assumed");
    expect(derive(spans, {}, () => [judged(0.49)]).closure).toMatchObject({
      evidence: "none",
      because: expect.stringContaining("(0.49): It was short.") as string,
    });
    expect(derive(spans, {}, () => [{ ...judged(1), version: "imported" }]).closure.evidence).toBe(
      "assumed",
    );
  });

  it("counts nothing where the customer was left with a question", () => {
    const spans = [customer(0, "Hi"), customer(1, "So what happens now?")];
    expect(derive(spans, {}, () => [judged(0.9)]).closure.evidence).toBe("none");
  });
});

it("is merged by method where the case went into another", () => {
  expect(derive([customer(0, "Hi")], { mergedInto: "C-2" }).closure.method).toBe("merged");
});
