import { expect, it } from "vitest";
import { outcomes } from "@/lib/domain/outcome";
import { caseTitle } from "./case-title";

it("tells every outcome as one sentence, also without a subject or a contact", () => {
  const told = { caseType: null, intent: null, interactions: [] };
  const titles = outcomes.map((outcome) => caseTitle(told, outcome));
  expect(new Set(titles).size).toBe(outcomes.length);
  for (const title of titles) expect(title).toMatch(/^A case \w+ /);
});
