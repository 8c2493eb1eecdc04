import { ofWord, type Word } from "./read-words";

/**
 * Function words of twenty languages, some as they are typed without marks: pronouns, articles, conjunctions, auxiliaries. What stands in names ("de", "van",
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
    "yang dan di ini itu untuk dengan tidak dari ke saya kami kita anda nya sudah udah belum bisa akan juga ada karena tapi tetapi kalau jika sangat lebih lagi apa kenapa bagaimana kapan dimana mana terima kasih tolong mohon sesuai barang pesanan bagus ga gak nggak ngga enggak yg dgn utk sdh udh blm bgt banget aja saja sama jadi sampai pada oleh atau",
    "si nu este sunt pe cu la din pentru care mai foarte dar sau daca dacă cand când unde cum acest aceasta această asta sa să am ai are avem au fost fi imi îmi mi-a mi-am multumesc mulțumesc rog buna bună ziua ce cine cat cât nici doar dupa după fara fără prea asa așa e o un produs produsul comanda nu-i s-a l-am",
    "je jsem jsme není neni jsou byl byla bylo být byt na se že ze pro jak ale nebo když kdyz kdy kde proč proc který ktery která ktera které ktere moc velmi velice dobry den dobrý prosím prosim děkuji dekuji mám mam máte mate ještě jeste už uz jen co som sme nie je sú su bol bola bolo keď ked pre ako alebo veľmi velmi ďakujem dakujem prosim čo",
    "és es hogy nem egy az van volt lesz meg csak már mar még meg ha vagy mint ez azt ezt nagyon kell lehet köszönöm koszonom kérem kerem miért miert mikor hol jó jo sem is de",
    "ja on ei että etta se oli kun niin mutta tai jos mitä mita miksi milloin missä missa kuka olen olet ovat ole minä mina sinä sina minun sinun tämä tama tuo nyt vain myös myos kiitos hei voi voiko olisi ollut aina eli kuin joka sen siis",
    "ve bir bu için icin çok cok ne değil degil var yok ama da de ile gibi daha ben sen biz siz mi mı mu mü nasıl nasil neden nerede zaman ki en kadar her şey sey olan oldu olarak teşekkürler tesekkurler lütfen lutfen merhaba",
    "i je nije su sam smo ste bio bila bilo se na u za od do sa kako ali ili ako kada gdje gde zašto zasto koji koja koje što sto vrlo jako hvala molim dobar dan još jos već vec samo ne da",
    "và la là có không cho của được này với các một những tôi bạn mình rất quá thì mà nhưng khi nào sao vì đã sẽ đang cảm ơn xin chào",
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

/** Also those that stand in names, as "will" and "may". */
const englishFunctionWords = new Set(
  "the a an and or but to of in on at is are was were be been am i you he she it we they my your his her its our their me him us them this that these those what which who when where why how do does did have has had can could will would should may might must not no yes for with from as by if so just please thanks thank hello hi ok okay need want get got about there here".split(
    " ",
  ),
);
/** Frequent ones of other Latin-script languages. */
const otherFunctionWords = new Set(
  "el la los las una que por para con del está qué cómo pero mi su yo le les des une est et je vous nous pas ne dans sur avec pour qui mon ma der die das und ist ich nicht ein eine zu mit auf für von wie wir sie il che di non è sono per mio della o não você um uma meu minha do da em het een van niet ik je de en dat voor".split(
    " ",
  ),
);

/** Whose function word a word is. */
const sideOf = ofWord((word) => {
  if (englishFunctionWords.has(word) === otherFunctionWords.has(word)) return "neither";
  return englishFunctionWords.has(word) ? "ours" : "theirs";
});

/** How many words are English function words, and how many another language's. */
export function countFunctionWords(words: readonly Word[]): {
  readonly ours: number;
  readonly theirs: number;
} {
  let [ours, theirs] = [0, 0];
  for (const word of words) {
    const side = sideOf(word);
    if (side === "ours") ours += 1;
    else if (side === "theirs") theirs += 1;
  }
  return { ours, theirs };
}
