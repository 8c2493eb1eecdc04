import type { Sentence } from "@/lib/cases/words/sentences";
import { matchesIn } from "@/lib/learning/each-match";

const subject =
  "(?:you|we|i|it|they|he|she|that|this|someone|somebody|the|your|our|an?|another)\\b[^.!?;,]{0,60}?(?:['’]ll|['’]ve| will| shall| should| can| cannot| have| has| is| are)\\b";
/** Where a sentence goes on with a subject of its own: "… is cancelled, and you'll receive …". */
const joint = new RegExp(`(?:,? and |, but |,? so |; ?| [—–] |, )(?=${subject})`, "gi");
/** Where a statement goes on with a question: "… within the hour, is there anything else?" */
const asked =
  /, (?=(?:and |or )?(?:is|are|do|does|did|can|could|would|may|shall|what|when|which|how|where|anything)\b[^,]*\?$)/gi;
const leading =
  /^(?:[-*•–\s\d.)]*)(?:if|unless|once|when|after|before|as soon as|until|provided|assuming|in case|should you)\b/i;

/** A clause of a sentence; `start` and `end` are offsets in the message. */
export type Clause = Sentence & {
  /** A condition that opens the sentence and holds for all its clauses; "" if none does. */
  readonly condition: string;
};

/** Splits a sentence into clauses with subjects and verbs of their own. */
export function splitClauses({ text, start, end }: Sentence): readonly Clause[] {
  const isConditional = leading.test(text);
  const cuts = [...matchesIn(joint, text), ...matchesIn(asked, text)]
    .map(({ index, 0: words }) => ({ at: index, next: index + words.length }))
    .toSorted((one, other) => one.at - other.at);
  // The main clause of a sentence that opens with a condition belongs to it.
  const counted = isConditional ? cuts.slice(1) : cuts;
  const clauses: Clause[] = [];
  let from = 0;
  const condition = isConditional ? text.slice(0, cuts[0]?.at ?? text.length) : "";
  for (const { at, next } of counted) {
    clauses.push({ text: text.slice(from, at), start: start + from, end: start + at, condition });
    from = next;
  }
  clauses.push({ text: text.slice(from), start: start + from, end, condition });
  return clauses;
}

const goods =
  "(?:items?|returns?|exchange|package|parcel|product|device|goods|shipment|orders?|it|them|unit|request|refund|replacement|claim|payment|cancellation|repair|review|inspection|they|everything|carrier|warehouse|team)";
const steps =
  "(?:receiv|process|inspect|approv|complet|ship|scan|deliver|return|arriv|clear|review|finish|confirm|verif|submit|accept|settl|pick)\\w*";
/** A few words before the next comma. */
const close = "[^.!?;,]{0,60}?";
/** A step of a process that needs no further decision of the customer: "once the return is processed". */
const step = new RegExp(
  [
    `\\b(?:once|when|after|as soon as|until)\\s+(?:the |your |our |this |that |these |both |all |all of |its )?(?:\\w+ ){0,3}?${goods}\\b(?:['’]s| is| are| has| have| gets?)?${close}\\b${steps}`,
    `\\b(?:once|when|after|as soon as)\\s+(?:we|they|our \\w+|the \\w+)(?:['’]ve| have| has)? (?:${steps}|gets?|got|have|has)\\b${close}\\b${goods}\\b`,
    `\\b(?:once|when|after|as soon as)\\s+${steps}(?: by (?:our|the) \\w{1,20}(?: \\w{1,20})?)?(?=[\\s,.!]*$|,)`,
    `\\b(?:upon|after|on)\\s+(?:the |your )?(?:\\w+ )?(?:receipt|inspection|approval|processing|completion|scan|arrival|delivery|return)\\b`,
    "\\bbefore (?:your|the) (?!confirm|approv|payment)\\w+",
    `\\bif (?:anything|something) (?:changes|comes up|happens)\\b`,
  ].join("|"),
  "i",
);
const everyStep = new RegExp(step, "gi");
const open =
  /\b(if|unless|once|provided|assuming|in case|should you|in order to|to proceed|whether|depending)\b|\b(when|after|until|before|as soon as) (you|your|it|this|that|these|both|the (?!end\b|close\b)|\w+(ation|ing|al)\b)|\b(please|you can|you could|just) (call|ring|phone|contact|visit)\b|\bgive us a (call|ring)\b/i;

/** Whether words name a process step that the promised thing waits for. */
export function namesStep(text: string): boolean {
  return step.test(text);
}

/** The words without the process steps in them. */
export function withoutSteps(text: string): string {
  return text.replace(everyStep, " ");
}

/** Whether words depend on what the customer decides or does, beside the steps of a process. */
export function isConditional(text: string): boolean {
  return open.test(text) && open.test(withoutSteps(text));
}
