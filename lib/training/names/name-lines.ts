import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { nameLanguages } from "@/lib/domain/privacy/name-languages";

/** A line of somebody's, with its names' places. */
export type NameLine = {
  readonly text: string;
  /** ISO 639-1 */
  readonly language: string;
  /** Who wrote it: the lines of one hand are left out together. */
  readonly writer: string;
  readonly names: readonly (readonly [start: number, end: number])[];
};

const lineSchema = z.strictObject({ writer: z.string(), text: z.string() });
const folder = join("training", "names");

/** Reads the lines that our writers made, in which names stand in double square brackets. */
export function readNameLines(): readonly NameLine[] {
  return nameLanguages.flatMap((language) =>
    linesOf(join(folder, `${language}.jsonl`)).map((line): NameLine => {
      const { writer, text } = lineSchema.parse(JSON.parse(line));
      return { ...readMarked(text), language, writer };
    }),
  );
}

/** By language, the names that are ordinary words of it too. */
export function readOrdinaryNames(): Readonly<Record<string, string>> {
  const others = nameLanguages.filter((language) => language !== "en");
  return Object.fromEntries(
    others.map((language) => [
      language,
      linesOf(join(folder, `ordinary.${language}.txt`)).join(" "),
    ]),
  );
}

/** Words of brands, products and programming languages. */
export function readBrands(): readonly string[] {
  return linesOf(join(folder, "brands.txt"));
}

function linesOf(path: string): readonly string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

/** "hier ist [[Sabine]]" without the brackets, and where its names are. */
function readMarked(marked: string): Pick<NameLine, "text" | "names"> {
  let text = "";
  const names: (readonly [number, number])[] = [];
  for (const part of marked.split(/(\[\[.*?\]\])/u)) {
    const name = /^\[\[(.*)\]\]$/u.exec(part)?.[1];
    if (name !== undefined) names.push([text.length, text.length + name.length]);
    text += name ?? part;
  }
  return { text, names };
}
