import type { StoredTagger } from "@/lib/ingest/mask/tagger/tagger";
import { createTagger, createTaggingReader } from "@/lib/ingest/mask/tagger/tagger";
import { createNameReader } from "@/lib/ingest/mask/names/read-names";
import { createTextMasker } from "@/lib/ingest/mask/mask-text";
import { fitNames } from "./fit-names";
import { nameLanguages } from "@/lib/domain/privacy/name-languages";
import { readNameLines, readOrdinaryNames, type NameLine } from "./name-lines";

/** Words of names: those found, those missed, and others that were masked as names. */
type Counts = { readonly found: number; readonly missed: number; readonly wrong: number };
const none: Counts = { found: 0, missed: 0, wrong: 0 };

/** A language's names, read by weights that saw no line of the writer. */
export type NameFigures = { readonly language: string; readonly lines: number } & Counts;

/**
 * Measures how words of names are masked in the lines of each writer by a reader that is fitted to the lines of all
 * others. The tagger is the shipped one; it saw none of them.
 */
export function measureNames(tagger: StoredTagger): readonly NameFigures[] {
  const lines = readNameLines();
  const ordinary = readOrdinaryNames();
  const tag = createTaggingReader(tagger);
  const writers = [...new Set(lines.map(({ writer }) => writer))];
  const counted = writers.flatMap((writer) => {
    const names = fitNames(
      lines.filter((line) => line.writer !== writer),
      ordinary,
      tag,
    );
    const masker = createTextMasker(
      () => "0".repeat(16),
      createTagger(tagger, createNameReader(names)),
    );
    return lines
      .filter((line) => line.writer === writer)
      .map((line) => {
        const found = masker
          .find(line.text, { requested: 0 })
          .filter(({ type }) => type === "PERSON");
        return { language: line.language, ...countWords(line, found) };
      });
  });
  return nameLanguages.map((language) => {
    const own = counted.filter((each) => each.language === language);
    const sum = own.reduce(
      (total, { found, missed, wrong }): Counts => ({
        found: total.found + found,
        missed: total.missed + missed,
        wrong: total.wrong + wrong,
      }),
      none,
    );
    return { language, lines: own.length, ...sum };
  });
}

/** The figures as lines of text. */
export function tableOfNames(figures: readonly NameFigures[]): string {
  const rows = figures.map(({ language, lines, found, missed, wrong }) => {
    const [recall, precision] = [found / (found + missed), found / (found + wrong)];
    return `  ${language}: ${String(lines)} lines, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`;
  });
  return ["names, each writer's lines read by what is fitted to the others'", ...rows].join("\n");
}

const word = /[\p{L}\p{M}]+/gu;

function countWords(
  { text, names }: NameLine,
  masked: readonly { readonly start: number; readonly end: number }[],
): Counts {
  const counts = { found: 0, missed: 0, wrong: 0 };
  for (const { 0: written, index } of text.matchAll(word)) {
    const end = index + written.length;
    const isName = names.some(([from, to]) => from < end && index < to);
    const isMasked = masked.some(({ start, end: to }) => start < end && index < to);
    if (isName && isMasked) counts.found += 1;
    else if (isName) counts.missed += 1;
    else if (isMasked) counts.wrong += 1;
  }
  return counts;
}
