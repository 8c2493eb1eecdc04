import { eachMatch } from "@/lib/learning/each-match";
import { lookUpWord } from "../tagger/shipped-tagger";
import type { Candidate } from "../text-masker";

/** Two words and a number: `sophia_taylor_9065`, `sophia.taylor9065`. A word is read once: none is tried shorter. */
const pattern =
  /(?<![\p{L}\p{N}_.@/-])(?=(\p{L}{2,20}))\1[_.](\p{L}{2,20})[_.]?\d{2,8}(?![\p{L}\p{N}_@]|\.\p{L})/gu;
/** Cheap pre-check. */
const mayBe = /[A-Za-z\u0080-\uffff][_.][A-Za-z\u0080-\uffff]{2,20}[_.]?\d/;
/** From this rank on a word is ordinary, and two such words make no name: `rose_gold_64`. */
const ordinary = 4;

/** Finds user ids that are built of somebody's name and a number. */
export function findUserIds(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!mayBe.test(text)) return found;
  eachMatch(pattern, text, (match) => {
    const first = lookUpWord((match[1] ?? "").toLowerCase());
    const last = lookUpWord((match[2] ?? "").toLowerCase());
    if (!first.isName || !last.isName) return;
    if (first.rank >= ordinary && last.rank >= ordinary) return;
    const end = match.index + match[0].length;
    found.push({ type: "ACCOUNT", start: match.index, end, value: match[0].toLowerCase() });
  });
  return found;
}
