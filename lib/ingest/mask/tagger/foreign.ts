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

/** Whether a text is in another language: it has more function words of others than words that English has. */
export function isForeign(facts: readonly WordFacts[]): boolean {
  let [foreign, english] = [0, 0];
  for (const { lower, rank } of facts) {
    if (rank > 0) english += 1;
    else if (functionWords.has(lower)) foreign += 1;
  }
  return foreign >= 2 ? foreign > english / 2 : foreign === 1 && english === 0;
}

/** Whether a word is no part of a name in a foreign text: a function word, a title or a greeting. */
export function isForeignWord({ lower }: WordFacts): boolean {
  return functionWords.has(lower) || announcing.has(lower);
}

/** Whether a title or a greeting of another language stands before a word. */
export function isAnnounced(facts: readonly WordFacts[], at: number): boolean {
  return [1, 2].some((back) => announcing.has(facts[at - back]?.lower ?? ""));
}
