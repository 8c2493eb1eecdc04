/** Speech recognition leaves a space where the apostrophe was: "you re", "don t". */
const apart: readonly (readonly [RegExp, string])[] = [
  [/\bi (?=(?:m|ll|d|ve)\b)/g, "i'"],
  [/\b(you|we|they) (?=(?:re|ll|d|ve)\b)/g, "$1'"],
  [/\b(he|she|it|that|this|there|here|who|what|name) (?=(?:s|ll|d)\b)/g, "$1'"],
  [/\b(call|line|conversation|let) (?=s\b)/g, "$1'"],
  [
    /\b(isn|aren|wasn|weren|don|doesn|didn|hasn|haven|hadn|couldn|wouldn|shouldn|can|won|ain) (?=t\b)/g,
    "$1'",
  ],
];

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\br ?u\b/g, "are you"],
  [/\bi ?(?:'m|m)\b/g, "i am"],
  [/\byou(?:'re|re)\b/g, "you are"],
  [/\byour(?= (?:on|talking|speaking|chatting|being|through|connected)\b)/g, "you are"],
  [/\bwe(?:'re)\b/g, "we are"],
  [/\b(i|you|we|they)'ve (?=(?:reached|come through)\b)/g, "$1 have "],
  [/\bwere(?= (?:recording|on a|being recorded)\b)/g, "we are"],
  [/\b(it|that|this|there|here|who|what|name)(?:'s)\b/g, "$1 is"],
  [/\bits(?= (?:a|an|the|your|me|\w+ (?:the|your|an?|from|here))\b)/g, "it is"],
  [/\b(thats|theres)\b/g, "that is"],
  [/\b(call|line|conversation)'s (?=being|recorded|monitored)/g, "$1 is "],
  [/\b(phone call|call|line)s (?=recorded\b)/g, "$1 is "],
  [/\bcannot\b/g, "can not"],
  [/\bwon'?t\b/g, "will not"],
  [/\b(is|are|was|were|do|does|did|has|have|had|could|would|should)n'?t\b/g, "$1 not"],
  [/\bcan'?t\b/g, "can not"],
  [/\bain'?t\b/g, "am not"],
];

/** Ways in which people and speech recognition write "AI". */
const spelledOut = /\b(?:a\.? ?i\b\.?|ay eye|a eye|ay i)/g;

/**
 * A sentence as plain lower-case words: contractions are written out, "a i" is one word, pseudonyms are `name`, and
 * punctuation is gone, so that typed and recognised speech read alike.
 */
export function plainSpeech(sentence: string): string {
  let text = sentence
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/<[a-z_]+(?::[^<>]*)?>/g, "name")
    .replace(/\b(?:un?m+|uh+|er+)\b/g, " ")
    .replace(spelledOut, "ai")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .replace(spelledOut, "ai")
    .replace(/\s+/g, " ");
  for (const [written, plain] of [...apart, ...contractions]) text = text.replace(written, plain);
  return text.replace(/\s+/g, " ").trim();
}

/** The text with "a.i." as one word of the same length, so that its full stops end no sentence. */
export function keepAbbreviation(text: string): string {
  return text.replace(/\ba\. ?i\./gi, (written) => "ai".padEnd(written.length));
}
