import type { UnreadReason } from "@/lib/domain/case/case-disclosure";
import { speakerOf, type DisclosedContact } from "./contact";
import { findUnreadable } from "./find-unreadable";
import { noFinding, type Judged } from "./judged";
import { readElement } from "./read-elements";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";

/**
 * Evaluates a rule that forbids words in a contact, whoever says them: `missing` with the words that break it,
 * `given` where it was kept.
 */
export function evaluateProhibition(rule: DisclosureRule, contact: DisclosedContact): Judged {
  const { messages, interaction } = contact;
  const said = messages.filter((message) => speakerOf(message) !== null);
  const [first, last] = [said[0], said.at(-1)];
  const notEvaluable = (because: string, unread: UnreadReason = "text"): Judged => ({
    ...{ ...noFinding, because, unread },
    status: "not_evaluable",
  });
  if (rule.elements.length === 0)
    return notEvaluable("No words could show that it was broken.", "unseen");
  if (first === undefined || last === undefined) return notEvaluable("This contact has no words.");
  const searched = {
    firstMessage: first.ordinal,
    lastMessage: last.ordinal,
    messages: said.length,
    fromUs: first.atUs,
    toUs: last.atUs,
  };
  const place = { ...noFinding, dueUs: last.atUs, dueMessage: last.ordinal, searched };
  const broken = said
    .flatMap((message) => rule.elements.flatMap((element) => readElement(element, message)))
    .find(({ act }) => act === "gives");
  if (broken !== undefined) {
    return {
      ...place,
      status: "missing",
      quote: broken.quote,
      because: "Said, though it must not be.",
    };
  }
  if (interaction.strippedCount > 0) {
    return notEvaluable("Words of this contact were removed before they reached us.");
  }
  const unreadable = findUnreadable(said, rule.language);
  return unreadable === null
    ? { ...place, status: "given", because: "Nothing that must not be said is in its words." }
    : notEvaluable(unreadable.because, unreadable.unread);
}
