import type { PromptText, PromptTexts } from "@/lib/domain/trace/prompt-text";
import { shortName } from "@/lib/analytics/compare/stratum-words";
import { latestMax } from "@/lib/analytics/compare/read-comparison";
import type { ArmPair } from "@/lib/analytics/compare/usual-pair";
import { plainWords, sharedWords, wordSet } from "@/lib/format/prompts/likeness";
import { textDifference } from "@/lib/format/prompts/text-difference";
import type { ComparedTexts, TextPairView } from "./compare-model";
import { texts as words } from "./words";

/** The texts of a version's cases. */
export type TextSide = PromptTexts & {
  /** How many cases were read. */
  readonly read: number;
};

/** A text of the first version and the one in its place in the second; null: there is none. */
type TextPair = { readonly a: PromptText | null; readonly b: PromptText | null };

/** The texts of two versions, and which of them belong together. */
export type TextSides = {
  readonly a: TextSide;
  readonly b: TextSide;
  readonly pairs: readonly TextPair[];
};

/** At most so many pairs are shown; a text in fewer of the cases is shown only where no other is. */
const pairsMax = 4;
const shareMin = 0.1;

/** Chooses the texts to show: those in most cases, each with the one most like it. */
export function chooseTexts(a: TextSide, b: TextSide): TextSides {
  const left = [...b.texts];
  const pairs: TextPair[] = [];
  for (const own of commonTexts(a)) {
    const other = mostLike(own, left);
    if (other !== null) left.splice(left.indexOf(other), 1);
    pairs.push({ a: own, b: other });
  }
  const isOnlyOfB = a.texts.length === 0;
  if (isOnlyOfB) pairs.push(...commonTexts(b).map((own) => ({ a: null, b: own })));
  return { a, b, pairs: pairs.slice(0, pairsMax) };
}

function commonTexts({ texts, cases }: TextSide): readonly PromptText[] {
  return texts.filter((text, at) => at === 0 || text.cases >= shareMin * cases).slice(0, pairsMax);
}

function mostLike(own: PromptText, others: readonly PromptText[]): PromptText | null {
  const words = wordSet(plainWords(own.text));
  let [best, most] = [null as PromptText | null, -1];
  for (const other of others) {
    const isSame = Number(other.text === own.text) + Number(other.prompt === own.prompt);
    const fit = isSame + sharedWords(words, wordSet(plainWords(other.text)));
    if (fit > most) [best, most] = [other, fit];
  }
  return best;
}

/** Prepares the difference of two versions' system prompts. */
export function prepareTexts({ a, b, pairs }: TextSides, pair: ArmPair): ComparedTexts {
  const names = [shortName(pair[0], pair[1]), shortName(pair[1], pair[0])] as const;
  const [one, other] = names;
  if (a.read === 0 || b.read === 0) return emptyTexts(words.notMet(a.read === 0 ? one : other));
  if (a.count === 0 && b.count === 0) return emptyTexts(words.none(one, other));
  if (a.count === 0 || b.count === 0) {
    return emptyTexts(words.onlyOne(a.count === 0 ? one : other, a.count === 0 ? other : one));
  }
  const views = pairs.map((each) => pairView(each, { a, b }, names));
  const differing = views.filter(({ isSame }) => !isSame).length;
  const shownB = pairs.filter((each) => each.b !== null).length;
  return {
    title: differing === 0 ? words.same : words.differ,
    note: [
      ...(a.read === latestMax || b.read === latestMax ? [words.latest(latestMax)] : []),
      ...othersOf(one, a.count - pairs.length),
      ...othersOf(other, b.count - shownB),
    ].join(" "),
    pairs: views,
  };
}

function emptyTexts(title: string): ComparedTexts {
  return { title, note: "", pairs: [] };
}

function othersOf(name: string, count: number): readonly string[] {
  return count === 0 ? [] : [words.others(name, count)];
}

type Sides = Pick<TextSides, "a" | "b">;

function pairView({ a, b }: TextPair, sides: Sides, [one, other]: ArmPair): TextPairView {
  const own = a ?? b;
  const prompt = own?.prompt ?? "";
  const carried = (text: PromptText | null, side: TextSide, name: string) =>
    text === null ? [] : [words.carried(name, text.cases, side.cases, text.spans)];
  const where = [...carried(a, sides.a, one), ...carried(b, sides.b, other)].join("; ");
  if (a === null || b === null) {
    const lines = (own?.text ?? "").split("\n");
    const name = a === null ? other : one;
    return {
      ...{ prompt, where, isSame: false, words: words.only(name) },
      parts: [{ kind: "same", lines }],
    };
  }
  return { prompt, where, ...textDifference(b.text, a.text) };
}
