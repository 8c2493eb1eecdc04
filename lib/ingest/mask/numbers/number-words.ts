/** The spellings of a number as it is said, in lower case. */
type Spellings = readonly string[];
/** Of 0, 1, 2 …, as far as a language's numbers are listed. */
export type NumberWords = readonly Spellings[];

const list = (text: string): NumberWords => text.split(" ").map((word) => word.split("|"));

/** All numbers below 100 of the first twenty and the tens. @param join both parts' words, the tens' first */
function belowHundred(
  first: string,
  tens: string,
  join: (ten: string, one: string, digit: number) => Spellings,
): NumberWords {
  const start = list(first);
  const names = list(tens);
  return Array.from({ length: 100 }, (_, number) => {
    if (number < start.length) return start[number] ?? [];
    const ten = names[Math.floor(number / 10) - 2] ?? [];
    const one = number % 10;
    if (one === 0) return ten;
    return ten.flatMap((before) => (start[one] ?? []).flatMap((after) => join(before, after, one)));
  });
}

const german = belowHundred(
  "null eins|ein zwei|zwo drei vier fünf|fuenf sechs sieben acht neun zehn elf zwölf|zwoelf dreizehn vierzehn fünfzehn|fuenfzehn sechzehn siebzehn achtzehn neunzehn",
  "zwanzig dreißig|dreissig vierzig fünfzig|fuenfzig sechzig siebzig achtzig neunzig",
  (ten, one) => [`${one}und${ten}`],
);
const dutch = belowHundred(
  "nul een|één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
  "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
  (ten, one) => [`${one}en${ten}`, `${one}ën${ten}`],
);
const spanish = belowHundred(
  "cero uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis|dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiún veintidós|veintidos veintitrés|veintitres veinticuatro veinticinco veintiséis|veintiseis veintisiete veintiocho veintinueve",
  "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  (ten, one) => [`${ten} y ${one}`],
);
const portuguese = belowHundred(
  "zero um|uma dois|duas três|tres quatro cinco seis|meia sete oito nove dez onze doze treze catorze|quatorze quinze dezasseis|dezesseis dezassete|dezessete dezoito dezanove|dezenove",
  "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
  (ten, one) => [`${ten} e ${one}`],
);
const italian = belowHundred(
  "zero uno|una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
  "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
  (ten, one, digit) => [
    `${digit === 1 || digit === 8 ? ten.slice(0, -1) : ten}${digit === 3 ? "tré" : one}`,
  ],
);
const frenchFirst = list(
  "zéro|zero un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
);
const frenchTens = list(
  "vingt trente quarante cinquante soixante soixante|septante quatre-vingt|quatre-vingts|huitante quatre-vingt|nonante",
);
/** 70 is sixty and ten, 90 four twenties and ten. */
const french: NumberWords = Array.from({ length: 100 }, (_, number) => {
  if (number < frenchFirst.length) return frenchFirst[number] ?? [];
  const tens = frenchTens[Math.floor(number / 10) - 2] ?? [];
  return tens.flatMap((ten) => {
    const isLong = ten === "soixante" || ten === "quatre-vingt";
    const rest = isLong && Math.floor(number / 10) % 2 === 1 ? 10 + (number % 10) : number % 10;
    const spelled =
      rest === 0
        ? [ten]
        : (frenchFirst[rest] ?? []).flatMap((one) => [`${ten}-${one}`, `${ten} et ${one}`]);
    return spelled.flatMap((words) => [words, words.replaceAll("-", " ")]);
  });
});

/** How numbers are said digit by digit or in pairs, by language; of some only the digits. */
export const numberWords: readonly NumberWords[] = [
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  ...[
    "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
    "noll ett|en två tre fyra fem sex sju åtta nio",
    "ноль|нуль один|раз два три четыре пять шесть семь восемь девять",
    "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
    "शून्य एक दो तीन चार पांच|पाँच छह|छः सात आठ नौ",
    "صفر واحد اثنان|اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة",
  ].map(list),
];
