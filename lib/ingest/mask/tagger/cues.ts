/** Words that announce what follows (or refer to what came before), by its type. */
export const cues = {
  none: 0,
  name: 1,
  address: 2,
  number: 3,
  birth: 4,
  reference: 5,
  talk: 6,
} as const;

/** Roles of words inside personal data. */
export const roles = {
  none: 0,
  street: 1,
  unit: 2,
  month: 3,
  day: 4,
  title: 5,
  spokenDigit: 6,
  compass: 7,
  state: 8,
  mail: 9,
  tally: 10,
} as const;

const cueWords = table([
  [
    cues.name,
    "name names named surname firstname lastname called call i'm im am this it's its mr mrs ms miss dr dear hi hello hey regards sincerely signed spouse wife husband passenger applicant holder patient beneficiary attn thanks",
  ],
  [
    cues.address,
    "address live lives living street located location deliver delivered delivery ship shipped shipping mail mailing reside resides residence move moved moving zip zipcode postcode postal house apartment home",
  ],
  [
    cues.number,
    "number numbers phone mobile cell telephone tel fax ssn social security account acct card digits pin id tax passport licence license iban routing contact callback",
  ],
  [cues.birth, "born birth dob birthday birthdate"],
  [
    cues.reference,
    "order orders item items reservation booking confirmation flight ticket tracking case product model year serial invoice reference quantity seat gate size",
  ],
  [cues.talk, "want need order buy like have with add get please size pizza book change cancel"],
]);

const roleWords = table([
  [
    roles.street,
    "street st road rd avenue ave av lane ln drive dr court ct boulevard blvd way place pl square sq terrace trail circle cir parkway pkwy highway hwy route crescent alley row plaza nagar colony cross rue strasse straße via calle",
  ],
  [roles.unit, "apt apartment suite ste unit floor flat room building bldg block box po"],
  [
    roles.month,
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
  ],
  [
    roles.day,
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday mon tue wed thu fri sat sun",
  ],
  [roles.title, "mr mrs ms miss dr prof sir madam mister doctor"],
  [
    roles.spokenDigit,
    "zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred double triple",
  ],
  [
    roles.compass,
    "north south east west n s e w ne nw se sw northern southern eastern western new san santa los las fort saint mount lake el port corner",
  ],
  [
    roles.state,
    "al ak az ar ca co ct dc de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa ri sc sd tn tx ut va vt wa wi wv wy alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming",
  ],
  [
    roles.mail,
    "gmail gmailcom yahoo yahoocom hotmail hotmailcom outlook outlookcom email dot com net org",
  ],
  [
    roles.tally,
    "pm am usd dollars euros miles hours hour minutes days day weeks percent points years year guests people bags gb inch inches",
  ],
]);

/** The cue of a lower-case word. */
export function cueOf(word: string): number {
  return cueWords.get(word) ?? cues.none;
}

/** The role of a lower-case word. */
export function roleOf(word: string): number {
  return (
    roleWords.get(word) ??
    (/(?:gmail|yahoo|hotmail|outlook|rediff)(?:com)?$/.test(word) ? roles.mail : roles.none)
  );
}

/** What a message asks for, as bits. */
export const requests = {
  name: 1,
  address: 2,
  number: 4,
  birth: 8,
  reference: 16,
  other: 32,
  secret: 64,
} as const;

/** The bits of questions for personal data. */
export const personalRequests =
  requests.name | requests.address | requests.number | requests.birth | requests.secret;

const request =
  /\?|\b(?:please|provide|tell|give|may i|can i|could (?:i|you)|can you|what(?:'s| is)|need|verify|confirm|share|enter|spell|have your)\b/i;
const secret =
  "(?:password|pass ?phrase|passcode|pass ?word|pin|cvv|cvc|otp|(?:security|access|verification|authentication|login|log-in|sign-in|one[- ]time|unlock|door|clearance) code|(?:\\d|four|five|six|eight)[- ]?digit code|code (?:that )?(?:we|i)(?:['’]ve| have)? (?:just )?(?:sent|texted|e-?mailed))(?: (?:number|code))?";
/** Questions whose answer identifies somebody as a password does. */
const securityQuestion =
  /\b(?:maiden name|security (?:question|answer|word|phrase)|secret (?:question|answer|word)|memorable (?:word|name|place|date)|code ?word|(?:first|childhood|favou?rite) (?:pet|dog|cat|animal|teacher|school|best friend|friend|nickname|boss|book|movie|singer|superhero)|(?:pet|dog|cat)['’]s name|name of (?:your|the) (?:(?:first|childhood|favou?rite) )?(?:pet|dog|cat|school|teacher|street)|first (?:car|job)|(?:city|town|hospital|street) (?:were|was|did) you|street (?:that )?you grew up|childhood (?:home|street|nickname))\b/i;
/** "What is your PIN?", "the password, please"; not "did you reset your password?". */
const requestsSecret = new RegExp(
  `\\b(?:what(?:['’]?s| is| was)|tell|give|provide|confirm|verify|enter|share|have|need|say|spell|repeat)\\b(?:(?!\\b(?:reset|chang|forg|recover|updat|set up)\\p{L}*)[^.?!\\n]){0,50}\\b${secret}\\b(?!\\s+(?:reset|link|page|field|e-?mail|policy|screen))|(?<!\\b(?:reset|chang|forg|recover|updat|remember|know|lost|set|receiv|get|got)\\p{L}*\\s(?:\\p{L}+\\s){0,2})\\b${secret}[\\s,]*(?:\\bplease\\b|\\?)`,
  "iu",
);
/** Cheap pre-check. */
const mayAskSecret = /pass|pin|cv[vc]|otp|code/i;
const asked: readonly (readonly [number, RegExp])[] = [
  [requests.name, /\bnames?\b|\bwho am i (?:speaking|talking|chatting)|\bspell\b/i],
  [
    requests.address,
    /\baddress\b(?! (?:is )?@)|\bzip\b|\bpost(?:al|code)\b|\bwhere (?:do you live|should (?:we|i) (?:send|ship|deliver))/i,
  ],
  [
    requests.number,
    /\b(?:phone|mobile|cell|contact|account|card|social|ssn|security|pin|cvv|passcode|password|member(?:ship)?|policy|e-?mail)\b/i,
  ],
  [requests.birth, /\bbirth|\bdob\b|\bborn\b/i],
  [
    requests.reference,
    /\b(?:order|item|reservation|booking|confirmation|flight|tracking|ticket|product|model|vin)\b/i,
  ],
];

/**
 * What an agent's message asks the customer for.
 * @returns bits of `requests`; 0 for nothing
 */
export function requestsIn(text: string): number {
  const tail = text.slice(-400);
  if (!request.test(tail) && tail.length > 60) return 0;
  let bits = 0;
  for (const [bit, pattern] of asked) if (pattern.test(tail)) bits |= bit;
  const what = bits === 0 && tail.includes("?") ? requests.other : bits;
  const isSecret =
    (mayAskSecret.test(tail) && requestsSecret.test(tail)) || securityQuestion.test(tail);
  return isSecret ? what | requests.secret : what;
}

function table(rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap(([value, words]) => words.split(" ").map((word) => [word, value] as const)),
  );
}
