import type { AttributeValue } from "./span";
import { readTokenDetails, type TokenDetails } from "./token-details";
import { amountOf, countOf, isReport, plainName, type Report } from "./token-names";

/** What a report of usage states; null: not stated. */
export type TokenCounts = {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costUsd: number | null;
};

/** The same with what it states of their parts. */
export type ReportedTokens = TokenCounts & TokenDetails;

/** Names of an amount as letters and digits alone, so that `prompt_tokens`, `promptTokens` and `$ai_…` are one. */
const inputNames: ReadonlySet<string> = new Set([
  "prompttokens",
  "inputtokens",
  "prompttokencount",
  "inputtokencount",
  "inputtexttokencount",
  "promptevalcount",
  "totalinputtokens",
  "totalprompttokens",
  "tokensprompt",
  "tokensinput",
  "aiinputtokens",
]);
const outputNames: ReadonlySet<string> = new Set([
  "completiontokens",
  "outputtokens",
  "candidatestokencount",
  "responsetokencount",
  "completiontokencount",
  "outputtokencount",
  "evalcount",
  "generationtokens",
  "totaloutputtokens",
  "totalcompletiontokens",
  "tokenscompletion",
  "tokensoutput",
  "aioutputtokens",
]);
/** Within a report of usage also plain words. */
const plainInput: ReadonlySet<string> = new Set(["input", "prompt"]);
const plainOutput: ReadonlySet<string> = new Set(["output", "completion"]);
const totalNames: ReadonlySet<string> = new Set([
  "total",
  "totaltokens",
  "totaltokencount",
  "tokens",
]);
const costNames: ReadonlySet<string> = new Set([
  "cost",
  "totalcost",
  "costusd",
  "totalcostusd",
  "estimatedcost",
]);
/**
 * Tokens that some count apart: Anthropic and Bedrock the cached part of the input, Google the tools' results and the
 * thoughts. Where a total shows that input and output hold them already, they are not added.
 */
const furtherInput: ReadonlySet<string> = new Set([
  "cachereadinputtokens",
  "cachecreationinputtokens",
  "cachewriteinputtokens",
  "cachereadtokens",
  "cachecreationtokens",
  "cachewritetokens",
  "tooluseprompttokencount",
]);
const furtherOutput: ReadonlySet<string> = new Set(["thoughtstokencount"]);
/** The input of OpenAI's names holds the cached part. */
const holdsCached: ReadonlySet<string> = new Set(["prompttokens", "totalprompttokens"]);

const nothing: TokenCounts = { inputTokens: null, outputTokens: null, costUsd: null };

type Named = readonly (readonly [name: string, count: number])[];

/** The AI SDK since 6 splits an amount: `{"inputTokens": {"total": 9, "cacheRead": 4}}`. */
function countIn(value: AttributeValue): number | null {
  return countOf(isReport(value) ? value["total"] : value);
}

/**
 * Reads one report of usage, in the names of any SDK.
 * @param isUsage whether it is known to be one, so that `input` and `output` are amounts of tokens
 */
export function readTokenCounts(report: Report, isUsage: boolean): ReportedTokens {
  const counts: [string, number][] = [];
  for (const [name, value] of Object.entries(report)) {
    const count = countIn(value);
    if (count !== null) counts.push([plainName(name), count]);
  }
  const total = firstIn(counts, totalNames);
  const input = firstNamed(counts, inputNames);
  const output = firstNamed(counts, outputNames);
  if (input !== null || output !== null) {
    const further = {
      input: holdsCached.has(input?.[0] ?? "") ? 0 : sumIn(counts, furtherInput),
      output: sumIn(counts, furtherOutput),
    };
    return withCost(report, completed(input?.[1] ?? null, output?.[1] ?? null, further, total));
  }
  return withCost(report, isUsage ? plainCounts(counts, total) : nothing);
}

/** Langfuse's own details: each token counts under one name, `input` or one that has the word in it. */
function plainCounts(counts: Named, total: number | null): TokenCounts {
  const input = firstIn(counts, plainInput);
  const output = firstIn(counts, plainOutput);
  const further = {
    input: sumWith(counts, "input", plainInput),
    output: sumWith(counts, "output", plainOutput),
  };
  return completed(input, output, further, total);
}

function completed(
  input: number | null,
  output: number | null,
  further: { readonly input: number; readonly output: number },
  total: number | null,
): TokenCounts {
  const isWhole = total !== null && (input ?? 0) + (output ?? 0) === total;
  return {
    inputTokens: isWhole ? input : plus(input, further.input),
    outputTokens: isWhole ? output : plus(output, further.output),
    costUsd: null,
  };
}

function plus(amount: number | null, further: number): number | null {
  return amount === null && further === 0 ? null : countOf((amount ?? 0) + further);
}

function withCost(report: Report, counts: TokenCounts): ReportedTokens {
  const members = Object.entries(report);
  const cost = members.find(([name]) => costNames.has(plainName(name)));
  return { ...counts, ...readTokenDetails(members), costUsd: amountOf(cost?.[1]) };
}

function firstNamed(counts: Named, names: ReadonlySet<string>): Named[number] | null {
  return counts.find(([name]) => names.has(name)) ?? null;
}

function firstIn(counts: Named, names: ReadonlySet<string>): number | null {
  return firstNamed(counts, names)?.[1] ?? null;
}

function sumIn(counts: Named, names: ReadonlySet<string>): number {
  return counts.reduce((sum, [name, count]) => (names.has(name) ? sum + count : sum), 0);
}

function sumWith(counts: Named, part: string, except: ReadonlySet<string>): number {
  return counts.reduce(
    (sum, [name, count]) => (name.includes(part) && !except.has(name) ? sum + count : sum),
    0,
  );
}
