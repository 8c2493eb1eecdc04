import type { ActReader } from "@/lib/acts/act-reader";
import { questionsOf } from "@/lib/acts/questions";
import { caseOfRow } from "./case-of-row";
import type { Row, RowMessage } from "./row";

/** The row with what its messages do, as `reader` reads them. */
export async function withActsOfRow(row: Row, reader: Pick<ActReader, "read">): Promise<Row> {
  const contacts = row.interactions ?? null;
  const read: RowMessage[] = [...(contacts?.flatMap(({ messages }) => messages) ?? row.messages)];
  for (const { at, question } of questionsOf(caseOfRow(row).messages)) {
    const message = read[at];
    if (message !== undefined) read[at] = { ...message, acts: await reader.read(question) };
  }
  if (contacts === null) return { ...row, messages: read };
  let from = 0;
  const interactions = contacts.map((contact) => {
    const messages = read.slice(from, from + contact.messages.length);
    from += contact.messages.length;
    return { ...contact, messages };
  });
  return { ...row, interactions };
}
