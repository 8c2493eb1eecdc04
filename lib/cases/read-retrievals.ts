import type { Retrieval } from "@/lib/domain/case/case";
import { spanKey } from "@/lib/domain/trace/span";
import type { Contact } from "./read-contacts";

/** The retrievers' results by contact, in span order. */
export function readRetrievals(contacts: readonly Contact[]): readonly Retrieval[] {
  return contacts.flatMap((contact, interaction) =>
    contact.spans
      .filter((span) => span.passages.length > 0 || span.kind === "retriever")
      .map((span) => ({
        interaction,
        atUs: span.startUs,
        span: spanKey(span),
        passages: span.passages,
      })),
  );
}
