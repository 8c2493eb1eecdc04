/** Features of a text from one pass, by which rules decide whether to search it. */
export type TextTraits = {
  /** Longest run of digits, including the usual separators between them. */
  readonly digits: number;
  /** Longest run of characters of keys and tokens that contains a digit. */
  readonly tokenRun: number;
  readonly at: boolean;
  readonly percent: boolean;
  /** Two colons near each other, as in an IPv6 address. */
  readonly colons: boolean;
  /** A colon, an equals sign, or a question mark. */
  readonly assigns: boolean;
};

const digit = 1;
const separator = 2;
const letter = 4;
const tokenPunctuation = 8;

const classes = new Uint8Array(128);
for (let code = 48; code <= 57; code += 1) classes[code] = digit;
for (let code = 65; code <= 90; code += 1) classes[code] = letter;
for (let code = 97; code <= 122; code += 1) classes[code] = letter;
for (const char of " -.()/+_\t") classes[char.charCodeAt(0)] = separator;
for (const char of "-_.+/") {
  const code = char.charCodeAt(0);
  classes[code] = (classes[code] ?? 0) | tokenPunctuation;
}

/** Computes a text's features in one pass, linear in its length. */
export function scanText(text: string): TextTraits {
  let digits = 0;
  let digitsMax = 0;
  let run = 0;
  let runHasDigit = false;
  let tokenRun = 0;
  let at = false;
  let percent = false;
  let colons = false;
  let assigns = false;
  let lastColon = -9;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Beyond ASCII there are no-break spaces and long dashes: none of them ends a number.
    const kind = code < 128 ? (classes[code] ?? 0) : separator;
    if (kind & digit) {
      digits += 1;
      run += 1;
      runHasDigit = true;
      continue;
    }
    if (!(kind & separator) && digits > 0) {
      if (digits > digitsMax) digitsMax = digits;
      digits = 0;
    }
    if (kind & (letter | tokenPunctuation)) {
      run += 1;
      continue;
    }
    if (runHasDigit && run > tokenRun) tokenRun = run;
    run = 0;
    runHasDigit = false;
    if (code === 64) at = true;
    else if (code === 37) percent = true;
    else if (code === 58) {
      assigns = true;
      if (index - lastColon <= 5) colons = true;
      lastColon = index;
    } else if (code === 61 || code === 63) assigns = true;
  }
  if (digits > digitsMax) digitsMax = digits;
  if (runHasDigit && run > tokenRun) tokenRun = run;
  return { digits: digitsMax, tokenRun, at, percent, colons, assigns };
}
