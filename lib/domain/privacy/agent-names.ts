/** A word with a capital; a name is one or two. */
const word = "\\p{Lu}\\p{Ll}[\\p{L}-]{0,20}";
const name = `(?<name>${word}(?: ${word})?)`;
/** What may follow a name in such a sentence: its end, or what the agent is, does or works for. */
const after =
  "(?=[.,;:!\\n\"”]| ?[–—(-]|$|\\s(?:from|at|of|the|an?|and|with|for|working|die|der|das|den|eine?n?|von|bei|und|les?|la|l['’]|une?|des?|du|chez|et|el|una?|del?|y|il|lo|uno|di|della?|e|os?|uma?|d[ao]|het|een|van|en)(?!\\p{L}))";

/** Either case of the first letter: the name's own must be told apart, so that the pattern can't ignore case. */
function eitherCase(phrases: string): string {
  return phrases
    .split("|")
    .map((phrase) => `[${phrase.charAt(0).toUpperCase()}${phrase.charAt(0)}]${phrase.slice(1)}`)
    .join("|");
}

const addressed = eitherCase(
  "you are|you['’]re|your name is|du bist|dein name ist|du heißt|ihr name ist|tu es|tu t['’]appelles|ton nom est|vous êtes|votre nom est|eres|te llamas|tu nombre es|sei|ti chiami|il tuo nome è|você é|seu nome é|o teu nome é|tu és|chamas-te|je bent|jij bent|je heet|je naam is|jouw naam is",
);
const described =
  "(?:assistant|agent|advis[eo]r|bot|chatbot|representative|receptionist|concierge|Assistentin|Assistent|Beraterin|Berater|assistante|conseillère|conseiller|asistente|assistente|agente|assistent|medewerker) (?:named|called|namens|nommée?|appelée?|llamad[oa]|chiamat[oa]|de nome|chamad[oa]|genaamd)";
const introduced = new RegExp(`(?<!\\p{L})(?:${addressed}|${described}) ${name}${after}`, "gu");
/** "You are Maria Keller, a customer": whoever tests a model has it play the customer. */
const playsCustomer =
  /^[,.]? ?(?:an? |the )?(?:\p{L}{2,20} )?(?:customer|caller|user|patient|guest|client)\b/u;

/** In a greeting that the instructions dictate: "Say: Hi, my name is Ava Brooks". */
const saysName = new RegExp(
  `(?:[Nn]ame is|[Nn]ame ist|I am|I['’]m|[Tt]his is|[Ii]ch bin|appelle|llamo|chiamo|nome é|[Ii]k ben) (?<name>${word} ${word})(?!\\p{L})`,
  "gu",
);

const none: readonly string[] = [];

/**
 * The names that instructions to a model give it: "You are Ava, …", "Your name is Ava Brooks.", "an assistant called
 * Ava". They are the company's, and nobody's personal data.
 * @returns as written, each once
 */
export function namesOfAgent(instructions: string): readonly string[] {
  const found = new Set<string>();
  for (const match of instructions.matchAll(introduced)) {
    const written = match.groups?.name;
    const end = match.index + match[0].length;
    if (written !== undefined && !playsCustomer.test(instructions.slice(end, end + 60))) {
      found.add(written);
    }
  }
  if (found.size === 0) return none;
  for (const { groups } of instructions.matchAll(saysName)) {
    const written = groups?.name ?? "";
    if (found.has(written.split(" ")[0] ?? "")) found.add(written);
  }
  return [...found];
}
