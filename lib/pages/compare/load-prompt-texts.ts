import "server-only";
import { readRememberedCase } from "@/lib/analytics/load/read-remembered-case";
import type { PromptText } from "@/lib/domain/trace/prompt-text";
import type { HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import type { Comparison } from "@/lib/analytics/compare/read-comparison";
import type { Database } from "@/lib/store/port";
import { readPromptTexts, type SpansOf } from "@/lib/store/spans/prompt-texts";
import { createShownText } from "@/lib/pages/trace/load-shown-text";
import { chooseTexts, type TextSide, type TextSides } from "./prepare-texts";
import type { CompareQuery } from "./url";

/**
 * Reads the system prompts of the two versions' latest cases, as the Trace page shows them.
 * @param halfOfName as masking writes it
 * @returns null without two versions
 */
export async function readTexts(
  reader: Database,
  { by }: Pick<CompareQuery, "by">,
  { pair, latest }: Pick<Comparison, "pair" | "latest">,
  halfOfName: HalfOfName,
): Promise<TextSides | null> {
  if (pair === null) return null;
  const read = async (arm: 0 | 1): Promise<TextSide> => {
    const of: SpansOf = { kind: by, name: pair[arm] };
    const keys = [...latest[arm]];
    return { read: keys.length, ...(await readPromptTexts(reader, keys, of)) };
  };
  const [a, b] = [await read(0), await read(1)];
  const { pairs, ...rest } = chooseTexts(a, b);
  const shown = await Promise.all(
    pairs.map(async (each) => ({
      a: each.a === null ? null : await shownText(reader, each.a, halfOfName),
      b: each.b === null ? null : await shownText(reader, each.b, halfOfName),
    })),
  );
  return { ...rest, pairs: shown };
}

/** With the names masked that the words of its case tell to be persons. */
async function shownText(
  reader: Database,
  each: PromptText,
  halfOfName: HalfOfName,
): Promise<PromptText> {
  const stored = await readRememberedCase(reader, each.caseId);
  const shown = createShownText(stored?.derived.messages ?? [], halfOfName);
  return { ...each, text: shown(each.text) };
}
