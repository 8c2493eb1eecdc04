import type { AttributeValue } from "./span";
import { countOf, isReport, plainName } from "./token-names";

/** Parts of the tokens of a call that have prices of their own; absent: the sender does not say. */
export type TokenDetails = {
  /** Read from a cache, as a part of the input or beside it. */
  readonly cacheReadTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly audioInputTokens?: number;
  readonly audioOutputTokens?: number;
};

type Detail = keyof TokenDetails;

/** The parts alone, of what states more. */
export function detailsOf(stated: TokenDetails): TokenDetails {
  const { cacheReadTokens, cacheWriteTokens, audioInputTokens, audioOutputTokens } = stated;
  return {
    ...(cacheReadTokens !== undefined && { cacheReadTokens }),
    ...(cacheWriteTokens !== undefined && { cacheWriteTokens }),
    ...(audioInputTokens !== undefined && { audioInputTokens }),
    ...(audioOutputTokens !== undefined && { audioOutputTokens }),
  };
}

/** Names in letters and digits, after "prompt", "input_tokens", "prompt_tokens_details" and their like. */
const inputDetails: ReadonlyMap<string, Detail> = new Map<string, Detail>([
  ...named("cacheReadTokens", [
    ...["cacheread", "cachereadtokens", "cachereadinputtokens", "cachereadinputtokencount"],
    ...["cached", "cachedtokens", "cachedinputtokens", "cachedtokencount", "numcachedtokens"],
    ...["cachedcontenttokencount", "cachehittokens"],
  ]),
  ...named("cacheWriteTokens", [
    ...["cachewrite", "cachewritetokens", "cachewriteinputtokens", "cachewriteinputtokencount"],
    ...["cachecreation", "cachecreationtokens", "cachecreationinputtokens"],
  ]),
]);
const audioNames: ReadonlySet<string> = new Set(["audio", "audiotokens"]);
const inputPrefix = /^(?:prompt|input)(?:tokens?)?(?:details?)?/;
const outputPrefix = /^(?:completion|output|candidates|response)(?:tokens?)?(?:details?)?/;

function named(detail: Detail, names: readonly string[]): readonly (readonly [string, Detail])[] {
  return names.map((name) => [name, detail] as const);
}

/** Attributes with an amount each: `gen_ai.usage.cache_read.input_tokens`, `llm.token_count.prompt_details.cache_read`. */
const attributePrefix =
  /^(?:gen_ai\.usage\.(?:details\.)?|llm\.(?:usage|token_count)\.|ai\.usage\.|usage\.|\$ai_)/;

/** Reads what attributes that have an amount each say of the parts of a call's tokens. */
export function readDetailAttributes(
  attributes: Readonly<Record<string, AttributeValue>>,
): TokenDetails {
  const amounts = Object.entries(attributes).filter(([key]) => attributePrefix.test(key));
  return readTokenDetails(amounts.map(([key, value]) => [key.replace(attributePrefix, ""), value]));
}

/** Reads what a report of usage says of the parts of a call's tokens, in the names of any SDK. */
export function readTokenDetails(
  report: readonly (readonly [name: string, value: AttributeValue])[],
): TokenDetails {
  const found = new Map<Detail, number>();
  for (const [name, value] of report.flatMap(membersOf)) {
    const detail = detailNamed(name);
    const count = countOf(value);
    if (detail !== undefined && count !== null && !found.has(detail)) found.set(detail, count);
  }
  return Object.fromEntries(found);
}

function detailNamed(name: string): Detail | undefined {
  const rest = name.replace(inputPrefix, "");
  if (rest !== name && audioNames.has(rest)) return "audioInputTokens";
  const ofOutput = name.replace(outputPrefix, "");
  if (ofOutput !== name && audioNames.has(ofOutput)) return "audioOutputTokens";
  return inputDetails.get(name) ?? inputDetails.get(rest);
}

/** `{"prompt_tokens_details": {"cached_tokens": 4}}`, Google's `{"promptTokensDetails": [{"modality", "tokenCount"}]}`. */
function membersOf([name, value]: readonly [string, AttributeValue]): [string, AttributeValue][] {
  const plain = plainName(name);
  const items: readonly AttributeValue[] = Array.isArray(value) ? value : [];
  const ofItems = items.flatMap((item): [string, AttributeValue][] => {
    if (!isReport(item)) return [];
    const modality = item["modality"];
    const count = item["tokenCount"] ?? item["token_count"] ?? null;
    return typeof modality === "string" ? [[plain + plainName(modality), count]] : [];
  });
  const within = isReport(value) ? Object.entries(value) : [];
  return [
    [plain, value],
    ...within.map(([inner, each]): [string, AttributeValue] => [plain + plainName(inner), each]),
    ...ofItems,
  ];
}
