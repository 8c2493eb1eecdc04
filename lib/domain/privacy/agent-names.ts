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

const being = eitherCase(
  "you are|you['’]re|du bist|tu es|vous êtes|eres|sei|você é|tu és|je bent|jij bent",
);
const called = eitherCase(
  "your name is|dein Name ist|du heißt|tu t['’]appelles|ton nom est|votre nom est|te llamas|tu nombre es|ti chiami|il tuo nome è|o teu nome é|chamas-te|je heet|je naam is|jouw naam is",
);
/** "an assistant called": only of what the instructions speak to, since an agent can call somebody. */
const described = `(?:${being}) (?:an?|the|eine?|une?|una?|uma?|een) (?:[\\p{Ll}-]{2,20} ){0,4}(?:assistant|agent|advis[eo]r|bot|chatbot|representative|receptionist|concierge|Assistentin|Assistent|Beraterin|Berater|assistante|conseillère|conseiller|asistente|assistente|agente|medewerker) (?:named|called|namens|nommée?|appelée?|llamad[oa]|chiamat[oa]|de nome|chamad[oa]|genaamd)`;
const introduced = new RegExp(
  `(?<!\\p{L})(?:${being}|${called}|${described}) ${name}${after}`,
  "gu",
);
const customer = "(?:customer|caller|user|patient|guest|client|Kunde|Kundin|cliente?|klant)";
const staff =
  "(?![\\p{L}'’-]| (?:service|support|care|success|experience|relations|desk|team|agent|assistant|advis[eo]r|representative)(?!\\p{L}))";
/** "You are Maria Keller, a customer": whoever tests a model has it play the customer. */
const playsCustomer = new RegExp(
  `^[,.]? ?(?:\\d{1,3},? )?(?:an? |the )?(?:[\\p{L}-]{2,20} ){0,2}${customer}${staff}`,
  "u",
);
const isCustomer = new RegExp(
  `(?<!\\p{L})(?:${being}|[Aa]ct as|[Pp]lay(?:ing)?|[Pp]retend to be|[Ss]imulat(?:e|ing)|the role of) (?:an?|the|ein[e]?|une?|una?|uma?|een|de) (?:[\\p{L}-]{2,20} ){0,2}${customer}${staff}`,
  "u",
);
/** In a greeting that the instructions dictate: "Say: Hi, my name is Ava Brooks". */
const saysName = new RegExp(
  `(?:[Nn]ame is|[Nn]ame ist|I am|I['’]m|[Tt]his is|[Ii]ch bin|appelle|llamo|chiamo|nome é|[Ii]k ben) (?<name>${word} ${word})(?!\\p{L})`,
  "gu",
);

const none: readonly string[] = [];

/**
 * The names that instructions to a model give it: "You are Ava, …", "Your name is Ava Brooks.", "You are an assistant
 * called Ava". They are the company's, and nobody's personal data. Instructions to play a customer give none.
 * @returns as written, each once
 */
export function namesOfAgent(instructions: string): readonly string[] {
  const found = new Set<string>();
  for (const match of instructions.matchAll(introduced)) {
    const written = match.groups?.name;
    const end = match.index + match[0].length;
    if (written !== undefined && !playsCustomer.test(instructions.slice(end, end + 80))) {
      found.add(written);
    }
  }
  if (found.size === 0 || isCustomer.test(instructions)) return none;
  for (const { groups } of instructions.matchAll(saysName)) {
    const written = groups?.name ?? "";
    if (found.has(written.split(" ")[0] ?? "")) found.add(written);
  }
  return [...found];
}
