import { expect, it } from "vitest";
import { growthOf, linearGrowthMax } from "@/lib/testing/growth";
import { hostileTexts } from "@/lib/testing/hostile-texts";
import { evaluateOverCase } from "./evaluate-over-case";
import { disclosureRules } from "./rules";
import { contactsOfCase, type Line } from "./test-contacts";

/** Every shipped rule, wherever and whenever. */
const everywhere = disclosureRules.map((rule) => ({
  ...rule,
  jurisdictions: ["*"],
  effectiveFrom: null,
}));

/** What makes rules due: a request to stop, a question, a plan; then the text by each speaker. */
function evaluateAll(text: string, round: number): void {
  const said: readonly Line[] = [
    ["agent", `You can pay in four monthly payments. ${text}`],
    ["customer", `Yes, go ahead. ${round} ${text}`],
    ["customer", text],
    ["agent", text],
  ];
  const contacts = (["voice", "sms"] as const).flatMap((channel, day) => ({
    ...{ said, day, belonging: { channel } },
  }));
  const derived = contactsOfCase(contacts, { areAssumed: true });
  for (const rule of everywhere) evaluateOverCase(rule, derived, []);
}

it.each(hostileTexts)("every rule takes as much time as texts are long: $name", ({ of }) => {
  expect(growthOf(of, 2_500, evaluateAll)).toBeLessThanOrEqual(linearGrowthMax);
});
