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
/** Of many letters, at least five: "twelve", "vierzehn". */
const longNumeral = `(?:(?=\\p{L}{5})${numeral})`;
const joint = "(?:[ ,.-]{1,3}(?:(?:and|then|y|et?|und|en|dann|luego|puis|poi|depois|dan) )?)";
/** What is counted is no number of somebody's. */
const unit =
  "(?:euros?|eur|dollars?|pounds?|pence|francs?|franken|reais|metres?|meters?|metros|metri|mètres|kilos?|chili|quilos|grams?|gramm|litres?|liters?|liter|minut\\p{L}{1,3}|minuten|hours?|stunden|heures|horas|ore|uur|days?|tage|tagen|jours|días|dias|giorni|dagen|weeks?|years?|jahre|stück|stuks|pieces|people|personen|personnes|personas|persone|pessoas|prozent|per ?cent|procent)";
const ends = `(?!${joint}(?:${numeral}|${unit}))`;

/** A code that is said: three numerals or more, two long ones, or one of several parts. The longest run is read, or none. */
export const saidCode = `(?:${numeral}(?:${joint}${numeral}){2,15}|${longNumeral}[ ,-]{1,2}${longNumeral}|(?=\\p{L}{13})${numeral})${ends}`;
/** Four numerals or more, where little announces a code. */
export const saidDigits = `${numeral}(?:${joint}${numeral}){3,15}${ends}`;
/** A year or a day that is said: any numerals. */
export const saidNumber = `${numeral}(?:${joint}${numeral}){0,7}`;
