import type { Utterance } from "@/lib/domain/trace/reading";
import { normaliseWords } from "../utterance-key";

/**
 * A model's answer with what was streamed in pieces once: pieces become one text; pieces before the whole, and
 * beginnings before the longer one, are left out. Other utterances stay as they are.
 */
export function joinPieces(answer: readonly Utterance[]): readonly Utterance[] {
  if (answer.length < 2) return answer;
  const joined: Utterance[] = [];
  let run: Utterance[] = [];
  for (const utterance of answer) {
    if (isText(utterance)) {
      run.push(utterance);
      continue;
    }
    joined.push(...joinRun(run), utterance);
    run = [];
  }
  joined.push(...joinRun(run));
  return joined.length === answer.length ? answer : joined;
}

function isText({ speaker, text, toolCalls }: Utterance): boolean {
  return speaker === "agent" && text !== "" && toolCalls === undefined;
}

function joinRun(run: readonly Utterance[]): readonly Utterance[] {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined || run.length < 2) return run;
  const texts = run.map(({ text }) => text);
  const before = texts.slice(0, -1).join("");
  if (lettersOf(before) === lettersOf(last.text) || areSnapshots(texts)) return [last];
  if (!arePieces(texts)) return run;
  const { choice: _choice, ...rest } = first;
  return [{ ...rest, text: texts.join("") }];
}

function lettersOf(text: string): string {
  return normaliseWords(text).replaceAll(" ", "");
}

/** True if each is the beginning of the next. */
function areSnapshots(texts: readonly string[]): boolean {
  return texts.every(
    (text, at) => at === 0 || text.trim().startsWith((texts[at - 1] ?? "").trim()),
  );
}

/** True if at least half of the later ones continue a sentence by their form: a space or a sign stands first. */
function arePieces(texts: readonly string[]): boolean {
  const [first = "", ...later] = texts;
  if (/^\s/.test(first)) return false;
  const glued = later.filter((text, at) => isGlued(texts[at] ?? "", text)).length;
  return glued * 2 >= later.length;
}

function isGlued(before: string, text: string): boolean {
  return /^[ ,.;:!?…)]/.test(text) || /[ ([]$/.test(before);
}
