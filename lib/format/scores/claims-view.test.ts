import { expect, it } from "vitest";
import type { AnswerClaim } from "@/lib/domain/case/answer-claims";
import { claimsView } from "./claims-view";
import { shownClaims } from "@/lib/pages/case/shown-claims";

const text = "It is free. It takes 90 days. I have sent it. The depot has it.";
const claim = (words: string, more: Partial<AnswerClaim>): AnswerClaim => {
  const start = text.indexOf(words);
  const quote = { message: 0, start, end: start + words.length };
  return { quote, verdict: "supported", isByTool: false, missing: [], closest: null, ...more };
};
const claims = {
  message: 0,
  interaction: 1,
  passages: 1,
  spans: [],
  claims: [
    claim("It is free.", {
      closest: { from: { kind: "passage", position: 1, id: "fees" }, words: "It costs nothing." },
    }),
    claim("It takes 90 days.", { verdict: "contradicted", missing: ["90"] }),
    claim("I have sent it.", { verdict: "own-matter", missing: ["x"] }),
    claim("The depot has it.", {
      verdict: "unsupported",
      isByTool: true,
      closest: { from: { kind: "tool", message: 3, name: "track" }, words: "at the depot" },
    }),
  ],
};

it("sets each claim beside the words of its passage, and counts what passages are asked for", () => {
  const view = claimsView(claims, [{ text }], "#m0");
  expect(view).toMatchObject({
    title: expect.stringMatching(/ 1: .* 1 of 3 /u) as string,
    href: "#m0",
  });
  expect(
    view.rows.map(({ words, verdict, source, missing }) => [words, verdict.label, source, missing]),
  ).toEqual([
    ["It is free.", "supported", "P2 fees", ""],
    ["It takes 90 days.", "contradicted", null, "“90”"],
    ["I have sent it.", "not asked of passages", null, ""],
    ["The depot has it.", "supported, tool only", "track returned", ""],
  ]);
});

it("stands beside the contact that has the answer, and beside a handoff to it", () => {
  const handoffs = [{ toInteraction: 1 }, { toInteraction: 0 }] as never;
  const input = { derived: { handoffs, messages: [{ text }] as never }, answerClaims: [claims] };
  const count = (kind: "contact" | "handoff" | "promise", ordinal: number) =>
    shownClaims({ kind, ordinal }, input, () => "").length;
  expect([count("contact", 1), count("handoff", 0)]).toEqual([1, 1]);
  expect([count("contact", 0), count("handoff", 1), count("promise", 1)]).toEqual([0, 0, 0]);
});
