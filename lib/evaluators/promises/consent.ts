import { matchesIn } from "@/lib/learning/each-match";

/** The message asks the customer to decide: what it says of the future waits for a yes. */
const asking = new RegExp(
  [
    "\\(yes\\/no\\)",
    "\\bplease (?:\\w+ )?(?:confirm|approve|reply|choose|select|provide|share|tell me|let me know (?:which|whether|how you['’]d|if you['’]d|your))",
    "\\bto(?<=(?:^|[.!?:;\\n*•-]\\s{0,4}|\\bin order )to) (?:confirm|proceed|continue|finali[sz]e)\\b",
    "\\b(?:if|and|that|can|could) you confirm\\b",
    "(?<!\\bto )confirm (?:that|if|whether|you|the|these|this|with|before|both|by)\\b",
    "\\b(?:i|we)(?:['’]ll| will)? (?:also |first |just )?need (?:your|you to|the (?:following|order|reservation|user|item|details|reason|new|payment)|to (?:know|confirm|verify|authenticate)|(?:a few |some )?(?:more |additional )?(?:details|information))\\b",
    "(?<!\\b(?:thanks|thank you) for )\\b(?:your|explicit|final) (?:\\w+ )?(?:confirmation|approval|consent|go[- ]ahead|permission)\\b",
    "\\b(?:once|after|as soon as|when|if) (?:you(?:['’]ve| have)? )?(?:confirm|approv|agree|reply|respond)",
    "\\bupon (?:your )?(?:confirmation|approval|receipt of your)",
    "\\bbefore (?:(?:i|we)\\b|(?:proceed|submitt|mak|book|process|chang)ing\\b)",
    "\\bdo you (?:confirm|agree|approve|accept|want (?:me|us|to (?:proceed|go|continue|confirm|move|book|change|keep)))",
    "\\bwould you (?:like|prefer|want) (?:me|us|to (?:proceed|go|continue|confirm|move|book|change|keep|cancel|submit|return|exchange|do (?:this|that|it)))\\b",
    "\\bwhich (?:\\w+ )?(?:option|method|one) (?:would|do) you\\b",
    "\\b(?:shall|should) (?:i|we)\\b|\\b(?:may|can) i (?:proceed|go ahead)\\b",
    "\\b(?:reply|type|say|respond|answer) (?:with )?(?:a )?[\"“'‘*]{0,3}yes\\b",
    "\\bis (?:that|this|it) (?:ok|okay|alright|all right|acceptable|correct|right)\\b",
    "\\b(?:does|do|did) (?:that|this|these|it) (?:look|sound|work)\\b",
    "\\b(?:sound|look)s? (?:good|right|correct|ok(?:ay)?)\\?",
    "\\blet me know if you(?:['’]d like| would like| want)(?: me)? to (?:proceed|go|continue|do (?:this|that|it)|book|make)",
    "\\blet me know if (?:this|that)\\b",
    "\\bif you['’]d like to (?:proceed|go ahead|continue)\\b",
    "\\bif yes\\b",
    "\\b(?:here are|these are|there are|you have)(?: \\w+){0,3} options\\b",
    "\\bif you(?:['’]d)? (?:decide|prefer|would (?:like|prefer) (?:me|us) to),?(?= (?:to|i|we)\\b)",
    "\\b(?:want|like|have) to confirm\\b",
    "\\blet['’]s (?:move on|continue|proceed|start|go on) (?:to|with)\\b",
  ].join("|"),
  "gi",
);
const acts =
  "submitted|processed|cancell?ed|completed?|modified|updated|changed|exchanged|refunded|issued|booked|initiated|placed|requested|upgraded|downgraded|scheduled|arranged|set up|created|added|removed|credited|opened|logged|escalated|raised|filed|reserved|sorted|registered|returned|received|reported|ordered|forwarded|put in|sent|done|made";
const adverbs = "(?: (?:now|been|both|all|just|already|also|currently|successfully|fully)){0,4}";
/** The message reports something as done or under way: what it says next follows from it. */
const done = new RegExp(
  [
    `\\b(?:has|have)${adverbs} (?:${acts})\\b`,
    `\\b(?:was|were) (?:just |now |already )?successfully (?:${acts})\\b`,
    `\\b(?:is|are)${adverbs} (?:completed?|submitted|cancell?ed|confirmed|in place|in transit|on (?:its|the|his|her|their) way|under ?way|in progress|out for delivery)\\b`,
    `['’](?:ve|s)${adverbs} (?:${acts})\\b`,
    `\\bsuccessfully (?:${acts})\\b`,
    "\\b(?:you['’]re |you are )?all (?:set|done)\\b",
    "(?<=^\\W*(?:message: *)?)done\\b",
  ].join("|"),
  "gi",
);
/** "I submitted it before receiving your": what comes before a confirmation that nobody asks for any more. */
const tooLate =
  /\b(?:i|we)(?:['’]ve| have)?(?: already| mistakenly)? (?:\w{2,20}ed|went|made|sent|put)\b[^.!?;\n]{0,80}\b(?:before|without|instead of|prior to|rather than) (?:first )?(?:obtaining|receiving|getting|waiting|asking|having|your|you)\b[^.!?;\n]{0,30}$/i;
/** Characters in which such words are looked for. */
const beforeConfirmation = 160;
/** What comes before words that name a later step, not one that is done. */
const later = /\b(?:once|when|after|as soon as|if|until|unless)\b[^.!?;\n]{0,60}$/i;
/** Characters in which such words are looked for. */
const beforeStep = 80;

/**
 * Reads which of a message's words wait for the customer's yes: those after a question for consent, and those before
 * it unless something was reported as done first. A question after what was done is about something else.
 * @returns whether the words that end at an offset wait
 */
export function readConsent(text: string): (end: number) => boolean {
  const asked = startsOf(text, asking).filter(
    (start) => !tooLate.test(text.slice(Math.max(0, start - beforeConfirmation), start)),
  );
  if (asked.length === 0) return () => false;
  const reported = startsOf(text, done).filter(
    (start) => !later.test(text.slice(Math.max(0, start - beforeStep), start)),
  );
  return (end) => {
    const lastReported = reported.findLast((start) => start < end);
    const lastAsked = asked.findLast((start) => start < end);
    if (lastReported === undefined) return true;
    return lastAsked !== undefined && lastAsked > lastReported;
  };
}

function startsOf(text: string, pattern: RegExp): readonly number[] {
  return matchesIn(pattern, text).map(({ index }) => index);
}
