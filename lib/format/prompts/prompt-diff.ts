import { diffArrays } from "diff";
import { sharedWords, wordSet } from "./likeness";

/** A piece of a line. */
type DiffPiece = { readonly text: string; readonly isChanged: boolean };

/** Lines that both texts have, or a line that only one of them has. */
export type DiffPart =
  | { readonly kind: "same"; readonly lines: readonly string[] }
  | { readonly kind: "added" | "removed"; readonly pieces: readonly DiffPiece[] };

/** Texts that differ in more lines, or lines in more words, are shown one after the other. */
const editsMax = 1_000;
/** A line that has less in common with the one before is another line. */
const likeFrom = 0.4;

/**
 * Compares two prompts line by line, and lines that stand in each other's place word by word.
 * @param candidate its lines are `added`
 */
export function diffPrompts(candidate: string, baseline: string): readonly DiffPart[] {
  const [own, other] = [candidate.split("\n"), baseline.split("\n")];
  const changes = diffArrays([...other], [...own], { maxEditLength: editsMax }) ?? [
    { value: other, removed: true, added: false },
    { value: own, removed: false, added: true },
  ];
  const parts: DiffPart[] = [];
  for (let at = 0; at < changes.length; at += 1) {
    const [change, next] = [changes[at], changes[at + 1]];
    if (change === undefined) continue;
    if (change.removed && next?.added === true) {
      parts.push(...replacedLines(change.value, next.value));
      at += 1;
    } else if (change.removed || change.added) {
      const kind = change.added ? "added" : "removed";
      parts.push(...change.value.map((line): DiffPart => ({ kind, pieces: plain(line) })));
    } else {
      parts.push({ kind: "same", lines: change.value });
    }
  }
  return parts;
}

function replacedLines(removed: readonly string[], added: readonly string[]): readonly DiffPart[] {
  if (removed.length !== added.length) {
    return [
      ...removed.map((line): DiffPart => ({ kind: "removed", pieces: plain(line) })),
      ...added.map((line): DiffPart => ({ kind: "added", pieces: plain(line) })),
    ];
  }
  return removed.flatMap((line, at): DiffPart[] => {
    const [before, after] = diffLine(line, added[at] ?? "");
    return [
      { kind: "removed", pieces: before },
      { kind: "added", pieces: after },
    ];
  });
}

function plain(line: string): readonly DiffPiece[] {
  return [{ text: line, isChanged: false }];
}

/** Words, spaces and signs; a masked value is one. */
const token = /<[A-Z_]+:[0-9a-f]{16}>|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;

function diffLine(
  before: string,
  after: string,
): readonly [before: readonly DiffPiece[], after: readonly DiffPiece[]] {
  const [old, now] = [before.match(token) ?? [], after.match(token) ?? []];
  const words = (tokens: readonly string[]) =>
    wordSet(tokens.filter((each) => /\p{L}/u.test(each)).join(" "));
  const changes =
    sharedWords(words(old), words(now)) < likeFrom
      ? undefined
      : diffArrays([...old], [...now], { maxEditLength: editsMax });
  if (changes === undefined) return [plain(before), plain(after)];
  const side = (hidden: "added" | "removed") =>
    changes
      .filter((change) => !change[hidden])
      .map(({ value, added, removed }) => ({ text: value.join(""), isChanged: added || removed }));
  return [side("added"), side("removed")];
}
