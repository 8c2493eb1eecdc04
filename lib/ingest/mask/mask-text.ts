import type { Pseudonymise } from "@/lib/domain/privacy/pseudonym";
import { isBareNumber, readBareNumber } from "./numbers/bare-number";
import { createMemory } from "./create-memory";
import { cutMark, cutPieces } from "./cut-pieces";
import { readAnsweredBirth } from "./find/find-births";
import { findCandidates } from "./find/find-candidates";
import { findFormats } from "./find/find-formats";
import { findInBrokenJson, findInJson, resemblesJson } from "./find/find-in-json";
import { nobodysIn } from "./nobodys-in";
import { binaryLarge, binaryLeast, dropBinary } from "./binary/drop-binary";
import { findEncoded, type FindInside } from "./find/find-encoded";
import { addRepeated } from "./find/find-repeated";
import { normaliseWords } from "./find/find-numbers";
import { findQuoted } from "./find/find-quoted";
import { findStreets } from "./find/find-streets";
import {
  findStretches,
  joinAddresses,
  replaceStretches,
  type Stretch,
} from "./find/find-stretches";
import { readUserId } from "./find/find-user-ids";
import { keyHint, type KeyHint } from "./key-hint";
import { locateMarks } from "./locate-marks";
import { maskJson } from "./mask-json";
import { requests } from "./tagger/cues";
import type { Setting, Tagger } from "./tagger/tagger";
import { pseudonymOf } from "./pseudonym-of";
import { settingAfter, settingOf } from "./setting-of";
import { createShelves } from "./text-shelves";
import { shippedTagger } from "./tagger/shipped-tagger";
import { toPlainCharacters } from "./to-plain-characters";
import type { Candidate, MaskedPiece, MaskedText, TextMasker, TextPlace } from "./text-masker";

const charsMax = 16_000_000;
const keysMax = 20_000;
/** Minimum length of personal data: a name under its key, otherwise a short first name or a code. */
const shortest = 3;
const shortestNamed = 2;
/** How often a text may read as another language than before. */
const languagesMax = 4;
/** How often parts of addresses are joined. */
const joinsMax = 4;
const nothing: readonly MaskedPiece[] = [];
const nothingFound: readonly Candidate[] = [];

/**
 * Creates a masker of texts: personal data found by patterns, context words or the key becomes
 * `<TYPE:pseudonym>`. A JSON document is masked leaf by leaf and stays one. Results are cached;
 * memory is bounded.
 * @param pseudonymise the workspace's keyed function of normalised values
 * @param tagger finds what only the word sequence shows
 */
export function createTextMasker(
  pseudonymise: Pseudonymise,
  tagger: Tagger = shippedTagger(),
): TextMasker {
  const hints = createMemory<KeyHint | null>(keysMax, charsMax);
  const shelves = createShelves();
  const replacement = (found: Candidate) => replacementOf(pseudonymise, found);

  const findInside: FindInside = (decoded, isProse) =>
    masker.find(decoded, isProse ? { requested: 0 } : undefined);

  const findInLeaf = (leaf: string, key: string | undefined): readonly Candidate[] =>
    masker.find(leaf, key === undefined ? undefined : { keyHint: key });

  const isPersonalKey = (key: string): boolean => {
    const hint = masker.hintOf(key);
    return hint !== null && hint !== "version";
  };

  const findIn = (
    text: string,
    hint: KeyHint | null,
    setting: Setting | null,
    replacements: Set<string>,
  ): readonly Stretch[] => {
    let stretches = findJoined(text, hint, setting && { ...setting, requested: 0 }, []);
    if (setting !== null && setting.requested !== 0) {
      // As if the text had been masked without the question before: both must find the same.
      const masked = replaceStretches(text, stretches);
      const settingThen = settingAfter(masked, setting) ?? setting;
      stretches = findJoined(text, hint, settingThen, stretches);
    }
    if (setting?.isFullName === true && stretches.some(({ type }) => type === "PERSON")) {
      stretches = [asWhole(text)];
    }
    for (const stretch of stretches) replacements.add(stretch.replacement);
    return stretches;
  };

  const asWhole = (text: string): Stretch => {
    const whole = {
      type: "PERSON",
      start: 0,
      end: text.length,
      value: normaliseWords(text),
    } as const;
    return { ...whole, replacement: replacement(whole) };
  };

  /** The parts of an address are made one, and the text is read once more with it as a whole. */
  const findJoined = (
    text: string,
    hint: KeyHint | null,
    setting: Setting | null,
    known: readonly Stretch[],
  ): readonly Stretch[] => {
    let stretches = known;
    for (let pass = 0; pass < joinsMax; pass += 1) {
      const found = findUntilSettled(text, hint, setting, stretches);
      stretches = joinAddresses(text, found, replacement, known);
      if (stretches === found) break;
    }
    return stretches;
  };

  /** Without its names a text may read as another language: masked again, it would be masked further. */
  const findUntilSettled = (
    text: string,
    hint: KeyHint | null,
    setting: Setting | null,
    known: readonly Stretch[],
  ): readonly Stretch[] => {
    let stretches = findInLanguage(text, hint, setting, known);
    let own = setting;
    for (let pass = 0; own !== null && stretches.length > 0 && pass < languagesMax; pass += 1) {
      own = settingAfter(replaceStretches(text, stretches), own);
      if (own !== null) stretches = findInLanguage(text, hint, own, stretches);
    }
    return stretches;
  };

  const findInLanguage = (
    text: string,
    hint: KeyHint | null,
    setting: Setting | null,
    before: readonly Stretch[],
  ): readonly Stretch[] => {
    const isBrokenJson = resemblesJson(text);
    const findRequested = (part: string, requested: number): readonly Candidate[] => {
      const found = findCandidates(part, {
        hint,
        requested,
        tag: (read, known) => [
          ...(setting === null ? [] : tagger(read, known, { ...setting, requested })),
          // Read with a question, a text has been read without one: these would find nothing again.
          ...(requested === 0 ? findBesideTagger(read, hint) : []),
        ],
      });
      const isNobodys = nobodysIn(part, isBrokenJson, setting?.isInstructions === true);
      const kept = isNobodys === null ? found : found.filter((each) => !isNobodys(each));
      const named = addRepeated(part, kept);
      if ((requested & requests.birth) === 0) return named;
      return named.flatMap((each) => readAnsweredBirth(part, each) ?? []);
    };
    /** The last text in which nothing was found without the question. */
    let clean: string | null = null;
    const findPlain = (part: string): readonly Candidate[] => {
      if (part === clean) return nothingFound;
      const found = findRequested(part, 0);
      if (found.length === 0) clean = part;
      return found;
    };
    let stretches = findStretches(text, findPlain, replacement, before);
    const requested = setting?.requested ?? 0;
    if (requested !== 0) {
      // A question only adds findings to those of the same text without one.
      const find = (part: string) => {
        const plain = findPlain(part);
        return plain.length > 0 ? plain : findRequested(part, requested);
      };
      stretches = findStretches(text, find, replacement, stretches);
    }
    return stretches;
  };

  /** The weights were fitted with the other rules' findings as input: these are added to the result instead. */
  const findBesideTagger = (text: string, hint: KeyHint | null): readonly Candidate[] => [
    ...findStreets(text),
    ...findFormats(text),
    ...findInPlain(text, hint),
    ...findEncoded(text, findInside),
    ...findQuoted(text, isPersonalKey, findInLeaf),
    ...(resemblesJson(text) ? findInBrokenJson(text, findInLeaf) : nothingFound),
  ];

  /** Pattern matches after mapping to plain characters, if the text has others. */
  const findInPlain = (text: string, hint: KeyHint | null): readonly Candidate[] => {
    const plain = toPlainCharacters(text);
    if (plain === null) return nothingFound;
    return findIn(plain.text, hint, null, new Set()).map((found) => ({
      ...found,
      start: plain.offsets[found.start] ?? 0,
      end: plain.offsets[found.end] ?? text.length,
    }));
  };

  /**
   * Large binary data is dropped before the search, shorter runs after keys and tokens were found. A long text is read in
   * pieces, and what lies beyond them is masked as a whole.
   */
  const maskWords = (
    text: string,
    hint: KeyHint | null,
    setting: Setting | null,
    replacements: Set<string>,
  ): string => {
    const { pieces, isCut } = cutPieces(dropBinary(text, binaryLarge));
    const masked = pieces.map((piece) =>
      dropBinary(replaceStretches(piece, findIn(piece, hint, setting, replacements)), binaryLeast),
    );
    return masked.join("") + (isCut ? cutMark : "");
  };

  /** @returns null if nothing was found */
  const maskNew = (
    text: string,
    place: TextPlace | undefined,
    hint: KeyHint | null,
  ): MaskedText | null => {
    const replacements = new Set<string>();
    const isSecret = hint === "KEY" || hint === "TOKEN";
    const json = isSecret ? null : maskJson(text, place?.keyHint, masker, replacements);
    const masked = json ?? maskWords(text, hint, settingOf(text, place), replacements);
    if (masked === text) return null;
    return { text: masked, found: locateMarks(masked, replacements) };
  };

  /** Digits alone are classified by their key or by the question before, a user id by its key. */
  const findBare = (text: string, place: TextPlace | undefined): Candidate | null => {
    if (place === undefined) return null;
    const { keyHint: key, requested } = place;
    if (!isBareNumber(text)) return key === undefined ? null : readUserId(text, key);
    if (key !== undefined) return masker.hintOf(key) === null ? readBareNumber(text, key) : null;
    return ((requested ?? 0) & requests.number) === 0 ? null : readBareNumber(text, "");
  };

  const isTooShort = (text: string, key: string | undefined): boolean =>
    text.length < shortest &&
    (text.length < shortestNamed || key === undefined || masker.hintOf(key) !== "PERSON");

  const masker: TextMasker = {
    find(text, place) {
      const bare = findBare(text, place);
      if (bare !== null) return [bare];
      const inJson = findInJson(text, findInLeaf);
      if (inJson !== null) return inJson;
      const hint = place?.keyHint === undefined ? null : masker.hintOf(place.keyHint);
      return findIn(text, hint, settingOf(text, place), new Set());
    },
    maskOnly(text, place, isWanted) {
      const wanted = masker.find(text, place).filter(isWanted);
      return replaceStretches(
        text,
        wanted.map((each) => ({ ...each, replacement: replacement(each) })),
      );
    },
    hintOf(key) {
      const known = hints.get(key);
      if (known !== undefined) return known;
      return hints.set(key, keyHint(key));
    },
    mask(text, place) {
      if (isTooShort(text, place?.keyHint)) return { text, found: nothing };
      const bare = findBare(text, place);
      if (bare !== null) {
        const mark = replacement(bare);
        const masked = replaceStretches(text, [{ ...bare, replacement: mark }]);
        return { text: masked, found: locateMarks(masked, new Set([mark])) };
      }
      const key = place?.keyHint;
      const hint = key === undefined ? null : masker.hintOf(key);
      const memory = shelves(hint, place);
      const known = memory.get(text);
      const masked = known === undefined ? memory.set(text, maskNew(text, place, hint)) : known;
      return masked ?? { text, found: nothing };
    },
  };
  return masker;
}

function replacementOf(pseudonymise: Pseudonymise, { type, value }: Candidate): string {
  return `<${type}:${pseudonymOf(pseudonymise, type, value)}>`;
}
