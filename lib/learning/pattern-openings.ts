import { ownEntry } from "@/lib/domain/own-entry";
import { endOfWord, anyCode, codeOf, keyOf, keyOfSign, keysMax } from "./word-starts";

/** Characters: one flag per ASCII code, and one for all others. */
type Characters = Uint8Array;
const beyondAscii = 128;

type Node =
  | { readonly type: "characters"; readonly set: Characters }
  | { readonly type: "boundary" | "end" | "nothing" }
  | { readonly type: "group"; readonly alternatives: readonly (readonly Node[])[] }
  | { readonly type: "repeat"; readonly node: Node; readonly least: number; readonly most: number };

/** The first characters of a match as far as they are read: per character the codes that it may have. */
type Opening = { readonly codes: readonly number[]; readonly isAtBoundary: boolean };

/** A pattern whose matches may begin anywhere, or whose syntax is not read here. */
class Unreadable extends Error {}

const keyLetters = 3;
const openingsMost = 4000;

/**
 * The keys of `WordStarts` at which a match of a pattern may begin, as a set of bits.
 * @returns null if it may begin at a space or inside a word, or has syntax that is not read here
 */
export function openingsOf({ source, flags }: RegExp): Uint32Array | null {
  if (flags.includes("i") && flags.includes("u")) return null;
  const keys = new Uint32Array(Math.ceil(keysMax / 32));
  try {
    const reader = { source, at: 0 };
    const alternatives = readAlternatives(reader);
    if (reader.at < source.length) return null;
    const left = apply({ type: "group", alternatives }, start, keys);
    for (const { codes } of left) addWord(keys, codes, anyCode);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
  return keys;
}

const start: readonly Opening[] = [{ codes: [], isAtBoundary: false }];

/** Adds what a node may match; openings that are complete go into the keys. */
function apply(node: Node, openings: readonly Opening[], keys: Uint32Array): readonly Opening[] {
  switch (node.type) {
    case "nothing":
      return openings;
    case "boundary":
      return openings.flatMap(({ codes }) => {
        if (codes.length > 0) addWord(keys, codes, endOfWord);
        return codes.length > 0 ? [] : [{ codes, isAtBoundary: true }];
      });
    case "end":
      for (const { codes } of openings) addWord(keys, codes, endOfWord);
      return [];
    case "characters":
      return openings.flatMap((opening) => applyCharacters(node.set, opening, keys));
    case "group":
      return distinct(
        node.alternatives.flatMap((nodes) =>
          nodes.reduce((sum, each) => apply(each, sum, keys), openings),
        ),
      );
    case "repeat": {
      let [now, all] = [openings, node.least === 0 ? openings : []];
      for (let times = 1; times <= Math.min(node.most, keyLetters); times += 1) {
        now = apply(node.node, now, keys);
        if (times >= Math.min(node.least, keyLetters)) all = [...all, ...now];
      }
      return distinct(all);
    }
  }
}

function applyCharacters(
  set: Characters,
  { codes, isAtBoundary }: Opening,
  keys: Uint32Array,
): readonly Opening[] {
  let [word, sign] = [0, 0];
  for (let character = 0; character <= beyondAscii; character += 1) {
    if (set[character] === 0) continue;
    const code = codeOf(character);
    if (code > 0) word |= 1 << code;
    else if (codes.length > 0) sign = endOfWord;
    else if (/\s/.test(String.fromCharCode(character))) throw new Unreadable();
    else add(keys, keyOfSign(character));
  }
  if (sign !== 0) addWord(keys, codes, endOfWord);
  if (word === 0) return [];
  if (codes.length === 0 && !isAtBoundary) throw new Unreadable();
  const longer = [...codes, word];
  if (longer.length < keyLetters) return [{ codes: longer, isAtBoundary }];
  addWord(keys, longer, endOfWord);
  return [];
}

function distinct(openings: readonly Opening[]): readonly Opening[] {
  const found = new Map(openings.map((each) => [JSON.stringify(each), each]));
  if (found.size > openingsMost) throw new Unreadable();
  return [...found.values()];
}

/** @param rest the codes of the letters that are not read */
function addWord(keys: Uint32Array, codes: readonly number[], rest: number): void {
  const [first = 0, second = rest, third = rest] = codes;
  if (first === 0) throw new Unreadable();
  const [ones, others, lasts] = [bitsOf(first), bitsOf(second), bitsOf(third)];
  for (const one of ones) {
    for (const other of others) for (const last of lasts) add(keys, keyOf(one, other, last));
  }
}

function bitsOf(codes: number): readonly number[] {
  return Array.from({ length: 32 }, (_, code) => code).filter((code) => (codes >>> code) & 1);
}

function add(keys: Uint32Array, key: number): void {
  keys[key >> 5] = (keys[key >> 5] ?? 0) | (1 << (key & 31));
}

type Reader = { readonly source: string; at: number };

function readAlternatives(reader: Reader): readonly (readonly Node[])[] {
  const alternatives: Node[][] = [[]];
  while (reader.at < reader.source.length && reader.source[reader.at] !== ")") {
    if (reader.source[reader.at] === "|") {
      alternatives.push([]);
      reader.at += 1;
    } else {
      alternatives.at(-1)?.push(readTerm(reader));
    }
  }
  return alternatives;
}

function readTerm(reader: Reader): Node {
  const node = readAtom(reader);
  const found = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/.exec(reader.source.slice(reader.at));
  if (found === null) return node;
  reader.at += found[0].length;
  const [sign, least = "", comma, most = ""] = found;
  if (sign.startsWith("?")) return { type: "repeat", node, least: 0, most: 1 };
  if (sign.startsWith("*")) return { type: "repeat", node, least: 0, most: Infinity };
  if (sign.startsWith("+")) return { type: "repeat", node, least: 1, most: Infinity };
  const limit = comma === "" ? Number(least) : most === "" ? Infinity : Number(most);
  return { type: "repeat", node, least: Number(least), most: limit };
}

function readAtom(reader: Reader): Node {
  const sign = reader.source.charAt(reader.at);
  if (sign === "(") return readGroup(reader);
  if (sign === "[") return { type: "characters", set: readClass(reader) };
  if (sign === "\\" && /[bB]/.test(reader.source.charAt(reader.at + 1))) {
    reader.at += 2;
    return { type: reader.source[reader.at - 1] === "b" ? "boundary" : "nothing" };
  }
  if (sign === "\\") return { type: "characters", set: readEscape(reader) };
  reader.at += 1;
  if (sign === "^") return { type: "boundary" };
  if (sign === "$") return { type: "end" };
  return { type: "characters", set: sign === "." ? where(() => true) : only(sign) };
}

function readGroup(reader: Reader): Node {
  const [opening = ""] = /^\((?:\?(?::|<?[=!]))?/.exec(reader.source.slice(reader.at)) ?? [];
  if (reader.source.startsWith("(?", reader.at) && opening === "(") throw new Unreadable();
  reader.at += opening.length;
  const alternatives = readAlternatives(reader);
  reader.at += 1;
  // What stands before or after is not looked at: more openings than there are do no harm.
  return opening.length > 1 && opening !== "(?:"
    ? { type: "nothing" }
    : { type: "group", alternatives };
}

function readClass(reader: Reader): Characters {
  const isNot = reader.source[reader.at + 1] === "^";
  reader.at += isNot ? 2 : 1;
  const found = new Uint8Array(beyondAscii + 1);
  while (reader.source[reader.at] !== "]") {
    const one = reader.source.charAt(reader.at);
    if (one === "\\") {
      for (const [index, has] of readEscape(reader).entries()) if (has === 1) found[index] = 1;
      continue;
    }
    const isRange = reader.source[reader.at + 1] === "-" && reader.source[reader.at + 2] !== "]";
    const last = isRange ? reader.source.charAt(reader.at + 2) : one;
    if (last === "\\") throw new Unreadable();
    reader.at += isRange ? 3 : 1;
    for (let code = one.charCodeAt(0); code <= last.charCodeAt(0); code += 1) {
      found[Math.min(code, beyondAscii)] = 1;
    }
  }
  reader.at += 1;
  if (isNot) for (const [index, has] of found.entries()) found[index] = 1 - has;
  // Of the characters beyond ASCII only some are excluded.
  if (isNot) found[beyondAscii] = 1;
  return found;
}

const classes: Readonly<Record<string, RegExp>> = {
  w: /\w/,
  W: /\W/,
  d: /\d/,
  D: /\D/,
  s: /\s/,
  S: /\S/,
};

function readEscape(reader: Reader): Characters {
  const [property, name] = /^\\p\{(\w+)\}/.exec(reader.source.slice(reader.at)) ?? [];
  if (property !== undefined) {
    reader.at += property.length;
    const pattern = new RegExp(`\\p{${name ?? ""}}`, "u");
    const found = where((character) => pattern.test(character));
    found[beyondAscii] = 1;
    return found;
  }
  const sign = reader.source.charAt(reader.at + 1);
  const known = ownEntry(classes, sign);
  reader.at += 2;
  if (known !== undefined) {
    const found = where((character) => known.test(character));
    found[beyondAscii] = /[WDSs]/.test(sign) ? 1 : 0;
    return found;
  }
  if (sign === "n") return only("\n");
  if (/\w/.test(sign)) throw new Unreadable();
  return only(sign);
}

function only(sign: string): Characters {
  const found = new Uint8Array(beyondAscii + 1);
  found[Math.min(sign.charCodeAt(0), beyondAscii)] = 1;
  return found;
}

function where(has: (character: string) => boolean): Characters {
  const found = new Uint8Array(beyondAscii + 1);
  for (let code = 0; code < beyondAscii; code += 1) {
    if (has(String.fromCharCode(code))) found[code] = 1;
  }
  found[beyondAscii] = has("\u{fffd}") ? 1 : 0;
  return found;
}
