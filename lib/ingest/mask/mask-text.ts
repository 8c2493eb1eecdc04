import { maskedPattern, piiTypes, type Pseudonymise } from "@/lib/domain/pseudonym";
import { createMemory, type Memory } from "./create-memory";
import { findCandidates } from "./find-candidates";
import { findStretches, replaceStretches, type Stretch } from "./find-stretches";
import { keyHint, type KeyHint } from "./key-hint";
import { maskJson } from "./mask-json";
import type { Candidate, MaskedPiece, MaskedText, TextMasker } from "./text-masker";

const charsMax = 16_000_000;
const textsMax = 50_000;
const keysMax = 20_000;
/** Nothing personal is shorter: an address, `pin 123`; under a sensitive key, a code. */
const shortest = 6;
const shortestSecret = 3;
const nothing: readonly MaskedPiece[] = [];

/**
 * Makes a masker of texts: what patterns, the words around a value, or the key above it show to be personal becomes
 * `<TYPE:pseudonym>`. A text that is a JSON document is masked leaf by leaf and stays one. Each distinct text is
 * read once while it is remembered; memory is bounded.
 * @param pseudonymise the workspace's keyed function; it gets normalised values
 */
export function createTextMasker(pseudonymise: Pseudonymise): TextMasker {
  const hints = createMemory<KeyHint | null>(keysMax, charsMax);
  const texts = new Map<KeyHint | null, Memory<MaskedText | null>>();

  const masker: TextMasker = {
    find: (text) => findIn(text, null, pseudonymise, new Set()),
    hintOf(key) {
      const known = hints.get(key);
      if (known !== undefined) return known;
      return hints.set(key, keyHint(key));
    },
    mask(text, options) {
      const key = options?.keyHint;
      const hint = key === undefined ? null : masker.hintOf(key);
      if (text.length < (hint === null ? shortest : shortestSecret))
        return { text, found: nothing };
      let memory = texts.get(hint);
      if (memory === undefined) {
        memory = createMemory(textsMax, charsMax);
        texts.set(hint, memory);
      }
      const known = memory.get(text);
      const masked =
        known === undefined
          ? memory.set(text, maskNew(text, key, hint, masker, pseudonymise))
          : known;
      return masked ?? { text, found: nothing };
    },
  };
  return masker;
}

/** @returns null where nothing was found */
function maskNew(
  text: string,
  key: string | undefined,
  hint: KeyHint | null,
  masker: TextMasker,
  pseudonymise: Pseudonymise,
): MaskedText | null {
  const marks = new Set<string>();
  const json = hint === "KEY" || hint === "TOKEN" ? null : maskJson(text, key, masker, marks);
  const masked = json ?? replaceStretches(text, findIn(text, hint, pseudonymise, marks));
  if (masked === text) return null;
  return { text: masked, found: locate(masked, marks) };
}

/** @param marks receives each mask that stands in the text now */
function findIn(
  text: string,
  hint: KeyHint | null,
  pseudonymise: Pseudonymise,
  marks: Set<string>,
): readonly Stretch[] {
  const stretches = findStretches(
    text,
    (part) => findCandidates(part, hint),
    (candidate) => markOf(pseudonymise, candidate),
  );
  for (const { mark } of stretches) marks.add(mark);
  return stretches;
}

function markOf(pseudonymise: Pseudonymise, { type, value }: Candidate): string {
  return `<${type}:${pseudonymise(type, value)}>`;
}

function locate(masked: string, marks: ReadonlySet<string>): MaskedPiece[] {
  const found: MaskedPiece[] = [];
  for (const match of masked.matchAll(maskedPattern)) {
    const type = piiTypes.find((name) => name === match[1]);
    if (type === undefined || !marks.has(match[0])) continue;
    found.push({ type, pseudonym: match[2] ?? "", start: match.index });
  }
  return found;
}
