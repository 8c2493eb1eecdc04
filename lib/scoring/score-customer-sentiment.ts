import { judgeFrustration } from "@/lib/evaluators/customer-sentiment/customer-sentiment";
import {
  readFrustration,
  type FrustrationReader,
} from "@/lib/evaluators/customer-sentiment/read-frustration";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Scorer } from "./scorer";

/** Creates a scorer of the probability that a row's customer is frustrated: in a message, or over a conversation. */
export function createCustomerSentimentScorer(read: FrustrationReader): Scorer {
  return (row) => {
    const assembled = caseOfRow(row);
    const verdict = judgeFrustration(assembled.messages, read);
    return { id: row.id, ...lineOfVerdict(verdict, assembled) };
  };
}

export const scoreCustomerSentiment = createCustomerSentimentScorer(readFrustration);
