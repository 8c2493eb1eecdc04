import type { Message, Quote } from "@/lib/domain/case/case";
import { findAskings } from "@/lib/cases/words/last-words";
import { issueTerms } from "../same-issue/issue-terms";
import { contentWords } from "../slots/content-words";
import type { Refusal } from "./find-refusal";

/** Messages back from the customer's last in which a request that was refused is looked for. */
const messagesBack = 3;

type Request = { readonly quote: Quote; readonly shared: number };

/**
 * The sentence with which the customer asked for what a refusal names: of their last message that has one, the one that
 * shares most terms with the refusal, the last of equals. Null where no sentence shares any.
 */
export function findRefusedRequest(
  messages: readonly Message[],
  { place, rule }: Refusal,
): Quote | null {
  const said = messages.find(({ ordinal }) => ordinal === place.message)?.text ?? "";
  const refused = termsOf([place, rule].map((each) => textAt(said, each)).join(" "));
  const asked = messages
    .filter(({ speaker, ordinal }) => speaker === "customer" && ordinal < place.message)
    .slice(-messagesBack)
    .toReversed();
  for (const { ordinal, text } of asked) {
    const requests = findAskings(text).map(({ start, end }): Request => ({
      quote: { message: ordinal, start, end },
      shared: [...termsOf(text.slice(start, end))].filter((term) => refused.has(term)).length,
    }));
    const best = requests.reduce<Request | null>(
      (most, each) => (each.shared > 0 && each.shared >= (most?.shared ?? 0) ? each : most),
      null,
    );
    if (best !== null) return best.quote;
  }
  return null;
}

function textAt(text: string, quote: Quote | null): string {
  return quote === null ? "" : text.slice(quote.start, quote.end);
}

function termsOf(text: string): ReadonlySet<string> {
  return issueTerms(contentWords(text));
}
