/**
 * Function words of ten languages: pronouns, articles, conjunctions, auxiliaries. What stands in names ("de", "van",
 * "la") is left out.
 */
const functionWords = new Set(
  [
    "ich und nicht das ist sind ein eine einen einem einer mit für auf dem im zum zur wurde wird werden haben hat sie wir ihr ihre ihren mein meine meinen noch auch oder aber wenn kann können bitte bei nach sich dass wie vom seit heute muss müssen über keine kein",
    "je vous nous les des une est pas pour dans avec sur mon mes votre vos notre qui que ce cette sont ai avez avoir être été mais ou où donc très bien plus aux du au leur ses veuillez merci n'ai j'ai c'est n'est qu'il",
    "el los las una por para con que mi mis su sus es son está están estoy tengo tiene ha han pero muy más cómo cuando donde porque este esta eso ese hay ser puede puedo favor gracias se lo al del",
    "ik je het een niet zijn mijn uw voor met op naar ook maar als dat deze wat heb heeft hebben kan kunnen worden wordt bij uit nog geen wij jullie graag dank bedankt niets meer",
    "il lo gli una per che non mio mia suo sono è ho hai ha abbiamo hanno della del dei delle nel nella con più come quando perché questo questa grazie può essere stato anche alla al",
    "os as um uma por para com que não meu minha seu sua é são está estou tenho tem foi mas muito mais como quando onde porque este esta isso obrigado obrigada pode ser ao dos das na no pelo",
    "wann wo wer wieso weshalb warum welche welcher welches wem wen quand pourquoi comment quel quelle quels quelles combien cuándo dónde quién cuál cuánto cuánta dove chi quale quanto quanti waar wanneer waarom hoe wie welke wiens onde quando quem qual quantos",
    "jag och inte det är en ett för med på av till har hade kan ska från om eller men när mitt min din ert vi ni tack som att den var vart hur varför vem vad vilken vilket vilka hej vänligen beklagar måste vill kunde",
    "nie się jest na do że jak ale czy dla mój moja proszę dziękuję mam masz może być był była przez po za od ze już tylko gdzie kiedy dlaczego kto co który która które dzień dobry witam chcę muszę",
    "og ikke jeg det er en et til med på av har kan skal fra om eller men når min mitt takk som at den hvor hvornår hvorfor hvem hvad hva hvordan hvilken hvilket hvilke vi du i jer dig mig hej hei tak venligst vennligst beklager hvis må vil kunne bliver",
  ].flatMap((words) => words.split(" ")),
);

const english = new Set(
  "the a an and or but to of in on at is are was were be been am i you he she it we they my your his her its our their me him us them this that these those what which who when where why how do does did have has had can could would should may might must not no yes for with from as by if so just please i'm im i've i'd it's that's".split(
    " ",
  ),
);

/** Lower-case words within names. */
export const particles: ReadonlySet<string> = new Set(
  "de den der van von ten ter te zu zum di da do dos das du la le los las del della dello dei e y i bin ibn al el ben af".split(
    " ",
  ),
);

/**
 * Whether a word is never part of a name but as a particle. "Mia" is a name in English and a pronoun in Italian.
 * @param language ISO 639-1; "": not known
 */
export function isFunctionWord(lower: string, language: string): boolean {
  if (english.has(lower) || particles.has(lower)) return true;
  return language !== "en" && functionWords.has(lower);
}

/** Whether a word is a function word of another language, and neither an English one nor one that stands in names. */
export function isForeignFunctionWord(lower: string): boolean {
  return functionWords.has(lower) && !english.has(lower) && !particles.has(lower);
}
