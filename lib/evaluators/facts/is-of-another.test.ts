import { describe, expect, it } from "vitest";
import { caseRow } from "@/lib/analytics/rows/case-row";
import type { CaseSpan, DerivedCase } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { deriveCase } from "@/lib/cases/derive-case";
import { inputOf, maskAnswersBy, tool, turn, type SpanOverrides } from "@/lib/cases/test-spans";
import { extractCaseFindings } from "@/lib/pipeline/derive/extract-case-findings";
import { evaluators } from "../registry";
import { runEvaluators } from "../run-evaluators";
import { isOfAnotherPerson } from "./is-of-another";

function derive(...spans: readonly CaseSpan[]): DerivedCase {
  return deriveCase(
    inputOf(spans),
    defaultSettings,
    (assembled) => runEvaluators(assembled, evaluators, defaultSettings),
    maskAnswersBy((answer) => answer),
    undefined,
    isOfAnotherPerson,
  );
}

function isPassedOn(derived: DerivedCase): boolean {
  const judged = { ...derived, retrievals: [], spanValues: [] };
  return caseRow(derived, defaultSettings, extractCaseFindings(derived, judged, defaultSettings))
    .isPassedOn;
}

/** A contact an hour after the one before. */
function contact(
  nth: number,
  email: string | null,
  [wish, answer]: readonly [string, string],
  call?: string,
): readonly CaseSpan[] {
  const at = nth * 60;
  const parts: SpanOverrides = { belonging: { session: `s-${nth}`, agentKind: "ai" } };
  const asks = email === null ? wish : `My e-mail is ${email}. ${wish}`;
  return [
    turn(at, "customer", asks, parts),
    ...(call === undefined ? [] : [tool(at + 1, call, '{"id":"K88120"}', '{"ok":true}', parts)]),
    turn(at + 2, "agent", answer, parts),
  ];
}

const mia = "mia.lund@example.com";
const omar = "omar.reyes@example.com";
const cancels = [
  "Please cancel my gym membership K88120.",
  "Your membership is cancelled.",
] as const;
const refused = [
  "My locker K88120 won't open, please refund this month.",
  "I'm sorry, I can't refund that.",
] as const;
const answered = ["When do you open on Sunday?", "We open at nine."] as const;
const passes = [
  "My locker K88120 won't open, please fix it.",
  "I am passing you on to our front desk.",
] as const;

describe("a case about several accounts", () => {
  it("is not resolved by a contact about another account", () => {
    const derived = derive(
      ...contact(0, mia, passes, "transfer_to_human"),
      ...contact(1, omar, cancels, "cancel_membership"),
    );
    expect(derived.interactions.map(({ account }) => account)).toEqual([0, 1]);
    expect(derived.closure).toMatchObject({
      evidence: "none",
      because: expect.stringMatching(/ two accounts .*passed on/) as string,
    });
    expect(isPassedOn(derived)).toBe(true);
  });

  it("is as far as all of them are", () => {
    const both = derive(
      ...contact(0, mia, cancels, "cancel_membership"),
      ...contact(1, omar, cancels, "cancel_membership"),
    );
    expect(both.closure.because).toMatch(/contact was judged resolved/);
    const open = derive(
      ...contact(0, mia, refused),
      ...contact(1, omar, cancels, "cancel_membership"),
    );
    expect(open.closure.because).toMatch(/ two accounts .* not resolved/);
    const asking = ["Can you change it?", "To which day? Please confirm."] as const;
    const waiting = derive(
      ...contact(0, mia, asking),
      ...contact(1, omar, cancels, "cancel_membership"),
    );
    expect(waiting.closure).toMatchObject({
      evidence: "none",
      because: expect.stringMatching(/ two accounts .*open/) as string,
    });
    const unresolved = derive(
      ...contact(0, mia, refused),
      ...contact(1, omar, passes, "transfer_to_human"),
    );
    expect(unresolved.closure.because).toMatch(/was judged not resolved/);
    expect(isPassedOn(unresolved)).toBe(false);
    const quiet = derive(
      ...contact(0, mia, answered),
      ...contact(1, omar, cancels, "cancel_membership"),
    );
    expect(quiet.closure.evidence).toBe("assumed");
    const passed = derive(
      ...contact(0, mia, cancels, "cancel_membership"),
      ...contact(1, omar, passes, "transfer_to_human"),
    );
    expect(passed.closure).toMatchObject({
      evidence: "none",
      because: expect.stringContaining("passed on") as string,
    });
  });

  it("ends with the contact that names an account again, or none", () => {
    for (const [email, account] of [
      [mia, 0],
      [null, 1],
    ] as const) {
      const derived = derive(
        ...contact(0, mia, passes, "transfer_to_human"),
        ...contact(1, omar, passes, "transfer_to_human"),
        ...contact(2, email, cancels, "cancel_membership"),
      );
      expect(derived.interactions.map((each) => each.account)).toEqual([0, 1, account]);
      expect(derived.closure.because).toMatch(/ other of its two /);
    }
  });
});
