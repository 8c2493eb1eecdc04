import { evaluateOverCase } from "@/lib/disclosures/evaluate-over-case";
import { disclosureRules } from "@/lib/disclosures/rules";
import { contactsOfCase, type Line } from "@/lib/disclosures/test-contacts";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";

/** Every shipped rule, wherever and whenever. */
const everywhere = disclosureRules.map((rule) => ({
  ...rule,
  jurisdictions: ["*"],
  effectiveFrom: null,
}));

/** What makes rules due: a request to stop, a question, a plan; then the text by each speaker. */
export function evaluateRules(text: string): readonly (readonly CaseDisclosure[])[] {
  const said: readonly Line[] = [
    ["agent", `You can pay in four monthly payments. ${text}`],
    ["customer", `Yes, go ahead. ${text}`],
    ["customer", text],
    ["agent", text],
  ];
  const contacts = (["voice", "sms"] as const).flatMap((channel, day) => ({
    ...{ said, day, belonging: { channel } },
  }));
  const derived = contactsOfCase(contacts, { areAssumed: true });
  return everywhere.map((rule) => evaluateOverCase(rule, derived, []));
}
