import { speakerOf, type DisclosedContact } from "./contact";
import type { Judged } from "./judged";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";

const agreed =
  /\b(yes|ok(ay)?|agree[ds]?|go ahead|set it up|let['’]?s do|that['’]?s fine|sounds good|understood|alright|deal|confirm(ed)?)\b/i;

/** True if words of a customer agree to what was said before: "Yes, go ahead". */
export function agrees(text: string): boolean {
  return agreed.test(text);
}

/** Makes a disclosure incomplete that has to be agreed to, if the customer did not agree after it was said. */
export function askForConsent(
  { needsAck }: DisclosureRule,
  { messages }: DisclosedContact,
  judged: Judged,
): Judged {
  const { quote } = judged;
  if (!needsAck || judged.status !== "given" || quote === null) return judged;
  const hasAgreed = messages.some(
    (message) =>
      message.ordinal > quote.message && speakerOf(message) === "customer" && agrees(message.text),
  );
  return hasAgreed
    ? judged
    : { ...judged, status: "incomplete", because: "Said, but the customer did not agree to it." };
}
