import type { Chance } from "../chance";
import { expand } from "./grammar";

/** Phrases first, then remaining contractions. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/\b(Oh |Ah, |Okay, )?(I'm )?sorry to hear that\b/gi, "I regret to learn of this"],
  [/\bsorry about that\b/gi, "please accept our apologies"],
  [/\b(I'm afraid|sorry)\b/gi, "regrettably"],
  [/^(Right, okay|Okay so|Okay then|Okay|Alright|Right|Lovely|Yeah|Hmm),? ?/g, "Very well, "],
  [/\b(Hi|Hello|Hey)\b/g, "Good day"],
  [/\bthanks\b/gi, "thank you"],
  [/\bbye( bye| now)?\b/gi, "goodbye"],
  [/\b(one sec|bear with me|just a moment|give me a second)\b/gi, "kindly remain on the line"],
  [/\b(get|have) your account number\b/gi, "kindly be provided with your account number"],
  [/\b(ring|call) you\b/gi, "contact you by telephone"],
  [/\bI'm having a look( at)?\b/gi, "I am reviewing"],
  [/\b(no problem|no worries|not at all)\b/gi, "You are most welcome"],
  [/\bput you through\b/gi, "transfer you"],
  [
    /\b(let's take a look|let's have a look|having a look|let me see)\b/gi,
    "I shall review your records",
  ],
  [/\bhow can I help( you)?\b/gi, "how may I be of assistance"],
  [/\bwhat can I do for you\b/gi, "how may I be of service"],
  [/\bwhat's happening\b/gi, "what is the nature of your enquiry"],
  [/\bgot it\b/gi, "duly noted"],
  [/\bcan't\b/gi, "cannot"],
  [/\bwon't\b/gi, "will not"],
  [/\bgonna\b/gi, "going to"],
  [/\b(do|does|did|is|are|was|has|have|should)n't\b/gi, "$1 not"],
  [/\bI'm\b/g, "I am"],
  [/\b(you|we|they)'re\b/gi, "$1 are"],
  [/\b(I|you|we|they)'ve\b/gi, "$1 have"],
  [/\b(I|you|we|they|that|it)'ll\b/gi, "$1 will"],
  [/\b(I|you)'d\b/gi, "$1 would"],
  [/\b(it|that|there|what|here)'s\b/gi, "$1 is"],
  [/\blet's\b/gi, "let us"],
  [/\{first\}/g, "{title} {last}"],
];

const closings = [
  "[Please be advised|You are advised] that [your request|the matter of {ref}|your enquiry] is being [processed|handled] in accordance with our [procedures|guidelines].",
  "We [appreciate|are grateful for] your [continued |]patience in [this matter|the matter of {ref}|respect of {topic}].",
  "Kindly note that [this information|the above|reference {ref}] is provided for your records[ as of {today}|].",
  "It is [our privilege|my duty|our pleasure] to assist you[ this {part}| with {plan}|], {title} {last}.",
  "I trust that this [is|proves] satisfactory[ with regard to {ref}|], {title} {last}.",
  "Should you require [further|additional] assistance [with {plan}|regarding {topic}|], [do not hesitate to|you are welcome to] inform me.",
];

const shareWithClosing = 0.55;

/** Makes an agent's text formal: no contractions, a title, often a stock phrase. Facts stay in braces. */
export function formalise(text: string, chance: Chance): string {
  const written = replacements.reduce(
    (so, [pattern, instead]) => so.replace(pattern, instead),
    text,
  );
  if (!chance.happens(shareWithClosing)) return written;
  return `${written} ${expand(chance.pick(closings), braced, chance)}`;
}

/** Keeps facts as placeholders. */
const braced = Object.fromEntries(
  ["ref", "topic", "today", "part", "plan", "title", "last"].map((name) => [name, `{${name}}`]),
);
