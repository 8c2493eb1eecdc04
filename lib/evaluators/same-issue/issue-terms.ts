import { ofWord, readWords } from "@/lib/learning/read-words";
import { wordsOf } from "@/lib/learning/words-of";

/** Synonym groups, from general knowledge of service requests. */
const groups = [
  "buy purchase order ordered bought purchased ordering buying",
  "cancel cancelled canceled cancelling terminate stop undo revert reverse abort",
  "refund refunded reimburse reimbursement moneyback return returned",
  "pay payment paid paying payed pays",
  "fee charge charged fees charges charging cost costs price pricing",
  "change update modify edit switch changing changed updating alter adjust",
  "lost lose misplaced stolen missing losing",
  "wait waiting arrive arrived arrival delivered delivery deliver deliveries ship shipping shipped tracking track",
  "broken break damaged cracked faulty defective malfunction malfunctioning",
  "work working works function functioning functional",
  "decline declined declining reject rejected refused denied rejecting denying",
  "fail failed failing unsuccessful failure",
  "transfer transferred transferring send sent sending wire move moved",
  "money cash funds fund dollars",
  "topup topping topped reload recharge",
  "pin passcode password code",
  "phone mobile cell cellphone telephone",
  "account accounts profile",
  "card cards",
  "verify verification confirm identity identification authenticate verified verifying",
  "withdraw withdrawal withdrew atm withdrawing withdrawals cashpoint",
  "exchange convert conversion currency currencies rate converted exchanged rates exchanging",
  "balance balances",
  "restaurant restaurants eat dinner food meal",
  "flight flights plane fly airline flying",
  "hotel hotels room",
  "book reserve reservation booking reserved reservations bookings",
  "car vehicle automobile",
  "weather forecast temperature rain",
  "alarm wake",
  "remind reminder reminders",
  "schedule meeting appointment meetings calendar",
  "language speak translate translation spanish french english",
  "call dial ring calling",
  "song music play track playlist",
  "limit maximum limits minimum",
  "country countries abroad international overseas foreign europe",
  "fast quick quickly soon long time",
  "expire expired expiration expires expiry expiring",
  "new another replacement replace",
  "activate activation activating start enable",
  "bill bills invoice",
  "wrong incorrect mistake error incorrectly",
  "unknown unrecognized recognise recognize unfamiliar",
  "many number much amount",
];
const groupOf = new Map(
  groups.flatMap((words) =>
    words.split(" ").map((word) => [word, `=${words.split(" ")[0] ?? ""}`]),
  ),
);
const suffix = /(?:'s|ings?|ed|ies|es|s|ly|ment|ions?)$/;

/** A text's terms: stems, with synonyms replaced by their group. */
export function issueTerms(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => readWords(text).words.map(termOf)));
}

/** The letter 4-grams of the words. */
export function letterRuns(texts: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const word of texts.flatMap(wordsOf)) {
    const framed = `<${word}>`;
    for (let from = 0; from + 4 <= framed.length; from += 1)
      runs.add(`#${framed.slice(from, from + 4)}`);
  }
  return runs;
}

/** Pairs of consecutive terms. */
export function termPairs(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => {
      const terms = readWords(text).words.map(termOf);
      return terms.slice(1).map((term, index) => `${terms[index] ?? ""} ${term}`);
    }),
  );
}

const termOf = ofWord((word): string => {
  const group = groupOf.get(word);
  if (group !== undefined) return group;
  const stem = word.replace(suffix, "");
  return stem.length >= 3 ? stem : word;
});
