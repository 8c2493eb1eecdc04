import { createHash } from "node:crypto";
import { createTextMasker } from "@/lib/ingest/mask/mask-text";
import type { Row, RowMessage } from "@/lib/scoring/row";

/**
 * Creates a function that masks rows like ingest, to measure accuracy on masked text. Equal values get equal
 * pseudonyms, under a fixed key.
 */
export function rowMasker(): <R extends Row>(row: R) => R {
  const masker = createTextMasker((type, value) =>
    createHash("sha256").update(`${type}:${value}`).digest("hex").slice(0, 16),
  );
  const mask = (text: string) => masker.mask(text).text;
  const maskMessages = (messages: readonly RowMessage[]): RowMessage[] =>
    messages.map((message) => ({
      ...message,
      content: mask(message.content),
      tool_calls: message.tool_calls?.map((call) => ({
        ...call,
        arguments: mask(
          typeof call.arguments === "string"
            ? call.arguments
            : JSON.stringify(call.arguments ?? {}),
        ),
      })),
    }));
  return (row) => ({
    ...row,
    messages: maskMessages(row.messages),
    context: row.context?.map(mask),
    interactions: row.interactions?.map((contact) => ({
      ...contact,
      messages: maskMessages(contact.messages),
    })),
    a: row.a === undefined ? undefined : maskMessages(row.a),
    b: row.b === undefined ? undefined : maskMessages(row.b),
  });
}
