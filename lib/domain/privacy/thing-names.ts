import { wordsIn, type NamedInResults } from "./named-things";

/** A stretch of a thing's name, with the words of the name around it. */
export type NamePart = {
  readonly before: readonly string[];
  readonly words: readonly string[];
  readonly after: readonly string[];
  /** The words as the tool writes them. */
  readonly text: string;
};

/** At the end of a name, and left out by people: "the Hilton" for "Hilton Hotel". */
const endings = new Set(
  "hotel motel inn restaurant cafe bar grill venue apartments apartment airport station airlines store street st avenue ave".split(
    " ",
  ),
);
const thingsMost = 300;

/**
 * The parts of the names of places, venues, products and brands in a conversation's tool results: the whole name, or
 * a stretch of it with the rest of the name around it. Names of persons in the same results are left out.
 * @returns in an order that depends on the names alone
 */
export function namePartsOf({
  things,
  persons,
}: Pick<NamedInResults, "things" | "persons">): readonly NamePart[] {
  const parts: NamePart[] = [];
  for (const thing of [...things].sort().slice(0, thingsMost)) {
    const words = [...thing.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
    for (const [from, to] of namesIn(wordsIn(thing))) {
      const own = wordsIn(thing).slice(from, to);
      if (own.every((word) => persons.has(word))) continue;
      addParts(parts, thing, words.slice(from, to));
    }
  }
  return parts;
}

/** The whole name, without its article, without its ending: as first and last word. */
function namesIn(words: readonly string[]): readonly (readonly [number, number])[] {
  const start = words[0] === "the" && words.length > 1 ? 1 : 0;
  const last = words.at(-1) ?? "";
  const names: [number, number][] = [[0, words.length]];
  if (start > 0) names.push([start, words.length]);
  if (endings.has(last) && words.length - start > 1) names.push([start, words.length - 1]);
  return names;
}

function addParts(parts: NamePart[], thing: string, name: readonly RegExpExecArray[]): void {
  const lower = name.map(([word]) => word.toLowerCase());
  for (let from = 0; from < name.length; from += 1) {
    for (let to = from + 1; to <= name.length; to += 1) {
      const first = name[from];
      const last = name[to - 1];
      if (first === undefined || last === undefined) continue;
      parts.push({
        before: lower.slice(0, from),
        words: lower.slice(from, to),
        after: lower.slice(to),
        text: thing.slice(first.index, last.index + last[0].length),
      });
    }
  }
}

const reach = 80;

/**
 * True if the words around a stretch complete a name that it is a part of.
 * @param start the stretch's start in the text
 * @param end its end
 */
export function completesName(text: string, start: number, end: number, part: NamePart): boolean {
  const before = wordsIn(text.slice(Math.max(0, start - reach), start)).slice(-part.before.length);
  const after = wordsIn(text.slice(end, end + reach));
  return (
    (part.before.length === 0 || part.before.every((word, at) => before[at] === word)) &&
    part.after.every((word, at) => after[at] === word)
  );
}

const introduction =
  /(?:\b(?:name(?:['’]s| is)?|i['’]?m|i am|this is|mr|mrs|ms|miss|dr|hi|hello|hey|dear|thanks|thank you|welcome|regards|sincerely|passengers?|guests?)[.,:]?\s*)$/i;

/** True if the words before a stretch introduce or address a person: "my name is …", "Hi …". */
export function isIntroduced(text: string, start: number): boolean {
  return introduction.test(text.slice(Math.max(0, start - 24), start));
}
