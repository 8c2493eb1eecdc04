import type { WordFacts } from "./word-facts";

/**
 * Function words of nine languages other than English: pronouns, articles, conjunctions, auxiliaries. Left out is what
 * English has, too ("die", "was"), and what stands in names ("de", "van", "la").
 */
const functionWords = new Set(
  [
    "ich und nicht das ist sind ein eine einen einem einer mit für auf dem im zum zur wurde wird werden haben hat sie wir ihr ihre ihren mein meine meinen noch auch oder aber wenn kann können bitte bei nach sich dass wie vom seit heute muss müssen über keine kein",
    "je vous nous les des une est pas pour dans avec sur mon mes votre vos notre qui que ce cette sont ai avez avoir être été mais ou où donc très bien plus aux du au leur ses veuillez merci n'ai j'ai c'est n'est qu'il",
    "el los las una por para con que mi mis su sus es son está están estoy tengo tiene ha han pero muy más cómo cuando donde porque este esta eso ese hay ser puede puedo favor gracias se lo al del",
    "ik je het een niet zijn mijn uw voor met op naar ook maar als dat deze wat heb heeft hebben kan kunnen worden wordt bij uit nog geen wij jullie graag dank bedankt niets meer",
    "il lo gli una per che non mio mia suo sono è ho hai ha abbiamo hanno della del dei delle nel nella con più come quando perché questo questa grazie può essere stato anche alla al",
    "os as um uma por para com que não meu minha seu sua é são está estou tenho tem foi mas muito mais como quando onde porque este esta isso obrigado obrigada pode ser ao dos das na no pelo",
    "jag och inte det är en ett för med på av till har hade kan ska från om eller men när mitt min din ert vi ni tack som att den",
    "nie się jest na do że jak ale czy dla mój moja proszę dziękuję mam masz może być był była przez po za od ze już tylko",
    "og ikke jeg det er en et til med på av har kan skal fra om eller men når min mitt takk som at den",
  ].flatMap((words) => words.split(" ")),
);

/** Titles and greetings of those languages: a name follows them. */
const announcing = new Set(
  "herr herrn frau hallo guten dzień dobry liebe lieber madame mme monsieur bonjour cher chère señor señora hola estimado estimada querido querida signor signora gentile ciao buongiorno meneer mevrouw beste hoi senhor senhora olá prezado prezada fru hej pan pani".split(
    " ",
  ),
);

/** What is wished in a greeting, and days of the week: no names, though some are last names elsewhere. */
const wishedAndDays = new Set(
  "tag morgen abend morgon dia días tardes noches tarde noite bom boa buenos buenas buonasera bonsoir goedendag goedemorgen goedemiddag goedenavond montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lunedì martedì mercoledì giovedì venerdì måndag tisdag onsdag torsdag fredag lördag söndag poniedziałek wtorek środa czwartek piątek sobota".split(
    " ",
  ),
);

/** Lower-case words within names. */
const particles = new Set("de den der van von ten ter zu di da do dos du la le del e y".split(" "));

/** From this rank on a word is so common in English that it says nothing of another language: "do", "as", "met". */
const commonInEnglish = 4;

/** Whether a text is in another language: it has more of the words above than words that English has. */
export function isForeign(facts: readonly WordFacts[]): boolean {
  let [foreign, english] = [0, 0];
  for (const { lower, rank } of facts) {
    if (rank < commonInEnglish && isForeignWord(lower)) foreign += 1;
    else if (rank > 0) english += 1;
  }
  return foreign >= 2 ? foreign > english / 2 : foreign === 1 && english === 0;
}

/** Whether a word is no part of a name in a foreign text: a function word, title, greeting or day. */
export function isForeignWord(lower: string): boolean {
  return functionWords.has(lower) || announcing.has(lower) || wishedAndDays.has(lower);
}

/**
 * Whether a word of a foreign text is so unlikely to be personal that the tagger must be nearly sure: one in lower case
 * beside capitals, or one that is no known name and that no title or greeting announces.
 */
export function isUnlikely(facts: readonly WordFacts[], at: number, isPerson: boolean): boolean {
  const word = facts[at];
  if (word === undefined || isParticle(facts, at)) return false;
  const isCased = facts.some((each, place) => place > 0 && isCapital(each));
  if (isLower(word) && isCased) return true;
  if (!isPerson) return false;
  return isLower(word)
    ? !(word.isName && isAnnounced(facts, at))
    : !(word.isName || isAnnounced(facts, at));
}

function isParticle(facts: readonly WordFacts[], at: number): boolean {
  const [before, word, after] = [facts[at - 1], facts[at], facts[at + 1]];
  if (before === undefined || word === undefined || after === undefined) return false;
  return (
    particles.has(word.lower) &&
    isCapital(before) &&
    (isCapital(after) || isParticle(facts, at + 1))
  );
}

/** Shapes of `WordFacts`. */
const isLower = ({ shape }: WordFacts) => shape <= 4 && shape !== 2;
const isCapital = ({ shape }: WordFacts) =>
  shape === 2 || (shape >= 5 && shape <= 9 && shape !== 7);

/** Whether a title or a greeting of another language stands before a word. */
function isAnnounced(facts: readonly WordFacts[], at: number): boolean {
  return [1, 2].some((back) => announcing.has(facts[at - back]?.lower ?? ""));
}
