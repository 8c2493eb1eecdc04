import { expect, it } from "vitest";
import { compilePatterns, findPatternProblem } from "./pattern";

it("finds any of the patterns, without regard to case", () => {
  const isFound = compilePatterns(["\\bopt[ -]?out\\b", "reply stop"]);
  expect(isFound("Reply STOP to end this.")).toBe(true);
  expect(isFound("You can Opt-Out here.")).toBe(true);
  expect(isFound("A stop reply.")).toBe(false);
});

it("takes as long as the text is, whatever the pattern", () => {
  const isFound = compilePatterns(["(a+)+$", "(x|x)*y", "this is .* (from|with)"]);
  const hostile = `${"this is ".repeat(20_000)}${"a".repeat(50_000)}${"x".repeat(50_000)}!`;
  expect(isFound(hostile)).toBe(false);
});

it("says why a pattern cannot be used", () => {
  expect(findPatternProblem("fee of \\$\\d+")).toBeNull();
  expect(findPatternProblem("(?!no)fee")).toContain("looks ahead");
  expect(findPatternProblem("(a)\\1")).toContain("refers back");
  expect(findPatternProblem("a(")).toContain("is no regular expression");
  expect(findPatternProblem("(a{1,900}){1,900}")).toContain("is no regular expression");
});
