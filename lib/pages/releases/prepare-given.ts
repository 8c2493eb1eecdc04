import type { Passage } from "@/lib/domain/trace/reading";
import { cutText } from "@/lib/format/cut-text";
import { formatCount, formatScore } from "@/lib/format/format";
import { alignInOrder, type Pair } from "./align-in-order";
import type { GivenView, PassageRow, PromptView } from "./item-model";
import type { SideNames } from "./parting-words";
import { textDifference } from "@/lib/format/prompts/text-difference";
import { plainWords, sharedWords, wordSet } from "@/lib/format/prompts/likeness";

/** Instructions that an agent had, once for each text. */
export type Instructions = {
  /** "support-core@v15"; "": its spans name none. */
  readonly prompt: string;
  readonly text: string;
};

/** What the agents of a replay went by, in order of time. */
export type GivenSide = {
  readonly instructions: readonly Instructions[];
  readonly passages: readonly Passage[];
};

/** Prepares what the agents of two replays were given: their instructions line by line, and what was retrieved. */
export function prepareGiven(
  candidate: GivenSide,
  baseline: GivenSide,
  names: SideNames,
): GivenView {
  const prompts = alignInOrder(
    candidate.instructions,
    baseline.instructions,
    fitOfInstructions,
  ).map((pair) => promptView(pair, names));
  const passages = passagesView(candidate.passages, baseline.passages, names);
  const isTold = prompts.some(({ isSame }) => !isSame);
  const isFound = passages?.rows.some(({ isSame }) => !isSame) === true;
  return { title: titleOf(prompts.length, passages, isTold, isFound), prompts, passages };
}

function titleOf(
  prompts: number,
  passages: GivenView["passages"],
  isTold: boolean,
  isFound: boolean,
): string {
  if (prompts === 0 && passages === null) {
    return "No instructions and no passages of these replays reached us";
  }
  if (isTold && isFound) return "Other instructions, and other passages";
  if (isTold) return "The agents were instructed otherwise";
  return isFound ? "Other passages were retrieved" : "The agents were given the same";
}

/** The same prompt on another channel shares most of its words. */
function fitOfInstructions(a: Instructions, b: Instructions): number {
  const nameOf = ({ prompt }: Instructions) => prompt.replace(/@[^@]*$/u, "");
  const likeness = sharedWords(wordSet(plainWords(a.text)), wordSet(plainWords(b.text)));
  return 0.1 + (nameOf(a) === nameOf(b) ? 0.2 : 0) + 2 * likeness ** 4;
}

function promptView({ candidate, baseline }: Pair<Instructions>, names: SideNames): PromptView {
  if (candidate === null || baseline === null) {
    const only = candidate ?? baseline;
    const name = candidate === null ? names.baseline : names.candidate;
    const lines = only.text.split("\n");
    return {
      ...{ title: only.prompt, isSame: false, parts: [{ kind: "same", lines }] },
      words: `only ${name} has these instructions`,
    };
  }
  const isRenamed = candidate.prompt !== baseline.prompt && baseline.prompt !== "";
  return {
    title: isRenamed ? `${candidate.prompt}, before ${baseline.prompt}` : candidate.prompt,
    ...textDifference(candidate.text, baseline.text),
  };
}

type FoundPassage = { readonly key: string; readonly passage: Passage };

function passagesView(
  candidate: readonly Passage[],
  baseline: readonly Passage[],
  names: SideNames,
): GivenView["passages"] {
  const [own, other] = [onceEach(candidate), onceEach(baseline)];
  if (own.length + other.length === 0) return null;
  const before = new Map(other.map(({ key, passage }) => [key, passage]));
  const known = new Set(own.map(({ key }) => key));
  const rows = [
    ...own.map(({ key, passage }) => rowOf(passage, before.get(key) ?? null, names)),
    ...other.filter(({ key }) => !known.has(key)).map(({ passage }) => rowOf(null, passage, names)),
  ];
  const counted = (where: string, words: string) => {
    const count = rows.filter((row) => row.where === where).length;
    return count === 0 ? [] : [`${formatCount(count)} ${words}`];
  };
  return {
    words: [
      ...counted("both", "in both"),
      ...counted("text differs", "with another text"),
      ...counted(`only ${names.candidate}`, `only with ${names.candidate}`),
      ...counted(`only ${names.baseline}`, `only with ${names.baseline}`),
    ].join(", "),
    rows: [...rows.filter(({ isSame }) => !isSame), ...rows.filter(({ isSame }) => isSame)],
  };
}

/** A passage is one by its id, else by its words. */
function onceEach(passages: readonly Passage[]): readonly FoundPassage[] {
  const found = new Map<string, Passage>();
  for (const passage of passages) {
    const key =
      passage.id === null ? `words ${plainWords(passage.text ?? "")}` : `id ${passage.id}`;
    if (!found.has(key)) found.set(key, passage);
  }
  return [...found].map(([key, passage]) => ({ key, passage }));
}

const charactersMax = 280;

function rowOf(own: Passage | null, other: Passage | null, names: SideNames): PassageRow {
  const shown = own ?? other;
  const isText = own !== null && other !== null;
  const isSame = isText && plainWords(own.text ?? "") === plainWords(other.text ?? "");
  const where = isText ? (isSame ? "both" : "text differs") : null;
  const scores = [own, other].map((each) => (each?.score == null ? "" : formatScore(each.score)));
  const [score = "", before = ""] = scores;
  return {
    where: where ?? `only ${own === null ? names.baseline : names.candidate}`,
    isSame,
    name: shown?.id ?? "",
    text: cutText(shown?.text ?? "", charactersMax),
    before: isText && !isSame ? cutText(other.text ?? "", charactersMax) : "",
    score:
      score === ""
        ? before
        : before === "" || (score === before && isSame)
          ? score
          : `${score}, before ${before}`,
  };
}
