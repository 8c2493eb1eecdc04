import type { AttributeValue } from "./span";
import { readTokenCounts, type ReportedTokens, type TokenCounts } from "./token-counts";
import type { TokenDetails } from "./token-details";
import { isReport, parsedOf, plainName, reportOf } from "./token-names";

/** Names of a report of usage within a model's reply. */
const usageNames: ReadonlySet<string> = new Set([
  "usage",
  "usagemetadata",
  "usagedetails",
  "tokenusage",
  "tokencounts",
  "tokens",
  "billedunits",
  "metrics",
  "llmmetrics",
  "realtimemodelmetrics",
]);
/** Members of a reply that may hold such a report. */
const wrapperNames: ReadonlySet<string> = new Set([
  "responsemetadata",
  "llmoutput",
  "meta",
  "metadata",
  "message",
  "messages",
  "response",
  "raw",
  "rawresponse",
  "output",
  "outputs",
  "result",
  "body",
  "data",
  "kwargs",
  "value",
  "generations",
  "generationinfo",
  "replies",
  "choices",
  "json",
  "llmresponse",
]);
/** `Array.isArray` alone does not narrow a readonly list. */
function isItems(value: AttributeValue): value is readonly AttributeValue[] {
  return Array.isArray(value);
}

const deepest = 6;
const itemsMax = 20;

/** True for the name of an attribute or member that holds a report of usage. */
export function isUsageName(name: string): boolean {
  return usageNames.has(plainName(name));
}

/** Metrics may be of anything: among them only names with the word "tokens" are amounts. */
export function isOfTokensAlone(name: string): boolean {
  return !plainName(name).endsWith("metrics");
}

/**
 * Finds the usage that a model's reply reports, the outermost; of a list that of the last item that has it.
 * @returns null if it reports none
 */
function findTokenCounts(body: AttributeValue, depth = 0): ReportedTokens | null {
  if (depth > deepest) return null;
  if (isItems(body)) {
    return firstOf(body.slice(-itemsMax).toReversed(), (item) => findTokenCounts(item, depth + 1));
  }
  if (!isReport(body)) return null;
  const members = Object.entries(body);
  const own = orNull(readTokenCounts(body, false));
  if (own !== null) return own;
  const reported = firstOf(
    members.filter(([name]) => usageNames.has(plainName(name))),
    ([name, value]) =>
      isReport(value) ? orNull(readTokenCounts(value, isOfTokensAlone(name))) : null,
  );
  if (reported !== null) return reported;
  const inner = members.filter(([name]) => {
    const plain = plainName(name);
    return wrapperNames.has(plain) || usageNames.has(plain);
  });
  return firstOf(inner, ([, value]) => findTokenCounts(value, depth + 1));
}

function orNull<T extends TokenCounts>(counts: T): T | null {
  return counts.inputTokens === null && counts.outputTokens === null ? null : counts;
}

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

/** What a model's reply reports of the call. */
export type RepliedUsage = Partial<TokenCounts> & TokenDetails & { readonly responseId?: string };

/**
 * Reads what a model's reply reports of its call: its id and its usage.
 * @returns null if it reports no usage
 */
export function readRepliedUsage(reply: AttributeValue): RepliedUsage | null {
  if (typeof reply === "string" && !replyHint.test(reply)) return null;
  const body = typeof reply === "string" ? parsedOf(reply) : reply;
  const counts = findTokenCounts(body);
  if (counts === null) return null;
  const id = reportOf(body)?.["id"];
  return { ...counts, ...(typeof id === "string" && id !== "" && { responseId: id }) };
}

const replyHint = /[tT]oken|usage|eval_count/;
