/**
 * Numerals as they are said in seven languages, as parts of patterns in lower case. Words of German, Dutch, Italian and
 * Spanish are put together of the same pieces that stand alone elsewhere: "neunzehnhundertachtzig", "ventidue".
 */
const pieces = [
  "zero|oh|nought|one|two|three|four|five|six|seven|eight|niner?|ten|eleven|twelve|thirteen|(?:four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|double|triple",
  "null|eins?|zwei|zwo|drei|vier|fünf|sechs?|sieben|sieb|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|dreissig|zig|hundert|tausend",
  "nul|één|een|twee|drie|vijf|zes|zeven|negen|tien|twaalf|der|veer|t?ach|tig|honderd|duizend",
  "zéro|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante|cents?|mille",
  "cero|uno|una|ún|dos|dós|tres|trés|cuatro|cinco|seis|séis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci|veinte?i?|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|cientos?|cientas|quinientos|setecientos|novecientos|mil",
  "due|tre|tré|quattro|cinque|sei|sette|otto|nove|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|venti?|tren?ta?|quaranta?|cinquanta?|sessanta?|settanta?|ottanta?|novanta?|cento?|mila",
  "um|uma|dois|duas|três|quatro|meia|sete|oito|dez|doze|treze|quatorze|quinze|dezass?eis|dezess?eis|dezassete|dezessete|dezoito|dezanove|dezenove|vinte|trinta|quarenta|cinquenta|sessenta|oitenta|duzentos|trezentos|quatrocentos|quinhentos|seiscentos|setecentos|oitocentos|novecentos|cem",
].join("|");

const within = "(?![\\p{L}\\p{N}])";
/** One word. */
export const numeral = `(?:(?:${pieces})(?:(?:und|en|ën)?(?:${pieces})){0,7}(?:tig)?${within})`;
const joint = "(?:[ ,.-]{1,3}(?:(?:and|then|y|et?|und|en|dann|luego|puis|poi|depois|dan) )?)";
/** What is counted is no number of somebody's. */
const unit =
  "(?:euros?|eur|dollars?|pounds?|pence|francs?|franken|reais|metres?|meters?|metros|metri|mètres|kilos?|chili|quilos|grams?|gramm|litres?|liters?|liter|minut\\p{L}{1,3}|minuten|hours?|stunden|heures|horas|ore|uur|days?|tage|tagen|jours|días|dias|giorni|dagen|weeks?|years?|jahre|stück|stuks|pieces|people|personen|personnes|personas|persone|pessoas|prozent|per ?cent|procent)";
const numeralHere = new RegExp(numeral, "uy");
const jointHere = new RegExp(joint, "uy");
const counted = new RegExp(`${joint}${unit}`, "uy");
const numeralsMax = 16;

/** Words of a text, each from its start to its end. */
type Run = readonly { readonly start: number; readonly end: number }[];

/**
 * The numerals from a place on, as many as there are. Patterns that repeat a numeral would do the same with megabytes of
 * compiled code each.
 * @param text in lower case
 * @returns none if there are more than anybody says in one go, or if they count something
 */
function runOfNumerals(text: string, at: number): Run {
  const run: { start: number; end: number }[] = [];
  let start: number | null = at;
  while (start !== null) {
    const end = endOf(numeralHere, text, start);
    if (end === null) break;
    run.push({ start, end });
    start = endOf(jointHere, text, end);
  }
  const last = run.at(-1);
  if (last === undefined || run.length > numeralsMax) return [];
  return endOf(counted, text, last.end) === null ? run : [];
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Where a code that is said ends; null if none begins there. */
export type FindSaid = (text: string, at: number) => number | null;

/** A code: three numerals or more, two long ones, or one of several parts. */
export const endOfSaidCode: FindSaid = (text, at) => {
  const run = runOfNumerals(text, at);
  const [first, second] = run;
  const end = run.at(-1)?.end ?? null;
  if (first === undefined || run.length > 2) return end;
  if (second === undefined) return first.end - first.start >= longNumber ? end : null;
  const isPair = [first, second].every((word) => word.end - word.start >= longNumeral);
  return isPair && /^[ ,-]{1,2}$/.test(text.slice(first.end, second.start)) ? end : null;
};

/** Four numerals or more, where little announces a code. */
export const endOfSaidDigits: FindSaid = (text, at) => {
  const run = runOfNumerals(text, at);
  return run.length > 3 ? (run.at(-1)?.end ?? null) : null;
};

/** Letters of "twelve" or "vierzehn", and of a numeral of several parts. */
const longNumeral = 5;
const longNumber = 13;

/** A year or a day that is said: any numerals. */
export const saidNumber = `${numeral}(?:${joint}${numeral}){0,7}`;
