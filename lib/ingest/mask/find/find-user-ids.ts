import { eachMatch } from "@/lib/learning/each-match";
import { lookUpWord } from "../tagger/shipped-tagger";
import type { Candidate } from "../text-masker";

/** Two words and a number: `sophia_taylor_9065`, `sophia.taylor9065`. A word is read once: none is tried shorter. */
const shape = "(?=(\\p{L}{2,20}))\\1[_.](?=(\\p{L}{2,20}))\\2[_.]?\\d{2,8}";
const pattern = new RegExp(`(?<![\\p{L}\\p{N}_.@/-])${shape}(?![\\p{L}\\p{N}_@]|\\.\\p{L})`, "gu");
const whole = new RegExp(`^${shape}$`, "u");
const wholeMost = 50;
/** Cheap pre-check. */
const mayBe = /[A-Za-z\u0080-\uffff][_.][A-Za-z\u0080-\uffff]{2,20}[_.]?\d/;
/** From this rank on a word is ordinary, and two such words make no name: `rose_gold_64`. */
const ordinary = 4;

/** Words of things that have ids, of ids for accounts that are nobody's, and of examples: `gift_card_71`, `jane_doe_1`. */
const things = new Set(
  (
    "account acct address admin agent api app banking batch billing booking bot call card case cart case cert " +
    "certificate channel chat claim client code company config contact contract corp coupon credit customer data debit " +
    "default delivery demo dept device discount doc doe domain employee error event file flight function gift group " +
    "guest gpt host hotel inc index input insurance invoice item job key level line list llc loan log loyalty ltd member " +
    "message meter method mode model name node note number object office offer order org organisation organization " +
    "output owner package page parcel partner passenger patient payment paypal plan point points policy prepaid " +
    "product profile project prompt queue receipt record ref refund region request reservation result return reward " +
    "role room route row savings schema seat section sensor serial server service session ship shipment shop site sku " +
    "slot span state status step stock store sub subscription system table task team temp template tenant test thread " +
    "ticket token tool trace travel trip txn transaction transfer trial type unit user value variant vendor version " +
    "visa voucher wallet warehouse warranty widget worker workspace zone"
  ).split(" "),
);

/** Names of attributes, arguments and JSON keys that hold somebody's id. */
const idKey =
  /(?:^|[._-])(?:end_?user|user|customer|client|member|account|patient|guest|subscriber|caller|contact|holder|profile|login|person)s?(?:[._-]?(?:id|name|key|ref|handle|login|number|no)s?)?$/i;
/** The same in words just before an id: "my user id is ", `"user_id": "`, "account #". */
const saidBefore =
  /(?<![\p{L}\p{N}])(?:(?:user|customer|client|member|account|patient|profile|login)(?:[\s_-]?(?:id|name|handle|number|no\.?))?|(?:my|your|his|her|their) id)(?:['’]s| (?:is|was|of|with|under|should be|would be|on file(?: is)?))?[\s"'`*‘’“”\\:=#(]{1,10}$/iu;
const saidAfter =
  /^["'`*’”]{0,3}(?: is|,) (?:my|your|the|his|her|their) (?:user|customer|account|member|login)/iu;
const reach = 40;

type Word = ReturnType<typeof lookUpWord> & { readonly lower: string };

/** Finds user ids that are built of somebody's name and a number, known by the name or by the words around it. */
export function findUserIds(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!mayBe.test(text)) return found;
  eachMatch(pattern, text, (match) => {
    const end = match.index + match[0].length;
    const words = wordsOf(match);
    if (!isPersons(words) && !(isUnnamed(words) && isCalledId(text, match.index, end))) return;
    found.push(candidate(match[0], match.index));
  });
  return found;
}

/**
 * Reads a whole value under a key such as `user_id`: two words and a number are a name, whichever it is.
 * @returns null if it is none, or the key is another's
 */
export function readUserId(text: string, key: string): Candidate | null {
  if (text.length > wholeMost || !mayBe.test(text) || !isUserIdKey(key)) return null;
  const match = whole.exec(text);
  return match !== null && isUnnamed(wordsOf(match)) ? candidate(text, 0) : null;
}

function isUserIdKey(key: string): boolean {
  return idKey.test(key.slice(-wholeMost).replace(/([a-z])([A-Z])/g, "$1_$2"));
}

function candidate(written: string, start: number): Candidate {
  return {
    type: "ACCOUNT",
    start,
    end: start + written.length,
    value: written.toLowerCase(),
  };
}

function isCalledId(text: string, start: number, end: number): boolean {
  return (
    saidBefore.test(text.slice(Math.max(0, start - reach), start)) ||
    saidAfter.test(text.slice(end, end + reach))
  );
}

/** True if both words are names and one of them is nothing else, or one is a name and the other no known word. */
function isPersons(words: readonly Word[]): boolean {
  const names = words.filter(({ isName }) => isName);
  if (names.length === 0 || !names.some(({ rank }) => rank < ordinary)) return false;
  if (names.length === words.length) return true;
  return words.every((word) => word.isName || (word.rank === 0 && !things.has(word.lower)));
}

/** True if the words may be anybody's name: none is a thing's, and they are not both ordinary. */
function isUnnamed(words: readonly Word[]): boolean {
  const mayName = ({ isName, rank }: Word): boolean => isName || rank < ordinary;
  return words.some(mayName) && words.every((word) => word.isName || !things.has(word.lower));
}

function wordsOf(match: RegExpExecArray): readonly Word[] {
  return [match[1] ?? "", match[2] ?? ""].map((written) => {
    const lower = written.toLowerCase();
    return { lower, ...lookUpWord(lower) };
  });
}
