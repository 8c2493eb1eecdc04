import { expect, it } from "vitest";
import { facetValueWords, periodWords, periodWordsAfter } from "./facet-words";

it.each([
  ["path", "chat>voice>email", "Chat → Voice → Email"],
  ["path", "", "No contact"],
  ["outcome", "closed_unproven", "Closed, unproven"],
  ["handoff", "ai-to-human", "AI to human"],
  ["evidence", "judged", "Judged"],
  ["agents", "both", "AI and human"],
  ["risk", "high", "High risk"],
  ["score", "repeat_information:bad", "Asked again: asked again"],
  ["score", "conversation_resolution:bad", "Contact resolved: unlikely resolved"],
  ["score", "conversation_resolution:none", "Contact resolved: not scored"],
  ["score", "their_own:good", "their own: good"],
  ["type", "billing_error", "billing error"],
  ["type", "", "No type"],
  ["release", "2026.10", "2026.10"],
] as const)("names the value of %s %j", (name, value, words) => {
  expect(facetValueWords(name, value)).toBe(words);
});

it("names a period by its days, and a single day once", () => {
  expect(periodWords("30d")).toContain("30 days");
  expect(periodWords({ from: "2026-10-05", to: "2026-11-15" })).toBe("5 Oct 2026 – 15 Nov 2026");
  expect(periodWords({ from: "2026-10-05", to: "2026-10-05" })).toBe("5 Oct 2026");
  expect(periodWords({ from: "2026-11-01", to: null })).toBe("From 1 Nov 2026");
  expect(periodWords({ from: null, to: "2026-10-31" })).toBe("Until 31 Oct 2026");
  expect(periodWords("this-year")).toBe("Year to date");
  expect(periodWordsAfter("last-month")).toBe("last month");
  expect(periodWordsAfter("this-year")).toBe("in the year to date");
  expect(periodWordsAfter("30d")).toBe("in the last 30 days of data");
  expect(periodWordsAfter("all")).toBe("any time");
});
