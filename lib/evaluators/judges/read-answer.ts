import { z } from "zod";
import type { JudgedQuote, JudgedVerdict } from "@/lib/domain/quality/judgement";
import type { JudgeQuestion } from "./judge-question";

const quote = z.strictObject({ message: z.number(), quote: z.string() });
const answer = z.strictObject({
  status: z.enum(["scored", "not-applicable", "not-scorable"]),
  value: z.number().nullable(),
  reason: z.string(),
  evidence: z.array(quote),
});
type Answer = z.infer<typeof answer>;

/** JSON schema of an answer, sent to the model's server. */
export const answerSchema = z.toJSONSchema(answer);

const reasonMax = 1000;
const quotesMax = 5;
const quoteLeast = 3;
const quoteMost = 600;

export type ReadAnswer =
  | { readonly isValid: true; readonly verdict: JudgedVerdict }
  /** `problem` names the violated rule and never quotes the answer. */
  | { readonly isValid: false; readonly problem: string };

/**
 * Parses a model's answer as untrusted input: any deviation from the schema is refused, and so is a
 * quote that is not in the messages shown.
 */
export function readAnswer(text: string, question: JudgeQuestion): ReadAnswer {
  const parsed = answer.safeParse(parseJson(text));
  if (!parsed.success) return refused("it is not in the form asked for");
  const { status, value, reason, evidence } = parsed.data;
  const because = reason.trim();
  if (because === "" || because.length > reasonMax) return refused("it gives no short reason");
  if (status !== "scored") {
    return value === null
      ? { isValid: true, verdict: { status, because } }
      : refused("it gives a value and says that there is none");
  }
  if (value === null || value < 0 || value > 1)
    return refused("its value is not a number from 0 to 1");
  const quotes = findQuotes(evidence, question);
  if (typeof quotes === "string") return refused(quotes);
  return { isValid: true, verdict: { status, value, because, evidence: quotes } };
}

function findQuotes(
  evidence: Answer["evidence"],
  { rubric, shown }: JudgeQuestion,
): readonly JudgedQuote[] | string {
  if (evidence.length === 0 || evidence.length > quotesMax) return "it quotes nothing, or too much";
  const quotes: JudgedQuote[] = [];
  for (const { message, quote: words } of evidence) {
    const isOfLength = words.trim().length >= quoteLeast && words.length <= quoteMost;
    const start = isOfLength ? (shown[message]?.text.indexOf(words) ?? -1) : -1;
    if (start < 0) return "it quotes what nobody said";
    quotes.push({ shown: message, start, end: start + words.length });
  }
  const isProven =
    rubric.mustQuote === "anybody" || quotes.some((each) => shown[each.shown]?.speaker === "agent");
  return isProven ? quotes : "it judges an agent and quotes none";
}

function refused(problem: string): ReadAnswer {
  return { isValid: false, problem };
}

/** @returns undefined if the text is not JSON */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
