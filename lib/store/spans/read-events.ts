import { joinWords, type EventWords, type Words } from "@/lib/domain/case/join-events";
import type { ContentReader } from "./content-refs";
import { statement, type Connection } from "../port";
import { mapInOrder } from "@/lib/domain/in-order";

type EventRow = Omit<EventWords, keyof Words> & {
  readonly system: number | null;
  readonly input: string | null;
  readonly output: string | null;
};

/**
 * The words of a stored span joined with those of its log events.
 * @param trace the trace's key
 */
export async function withEventWords(
  connection: Connection,
  { trace, spanId }: { readonly trace: number; readonly spanId: string },
  own: Words,
  contents: ContentReader,
): Promise<Words> {
  const sql = `SELECT span_id AS spanId, name, start_us AS startUs, end_us AS endUs, system, input, output
    FROM spans WHERE trace = ? AND part = 'event' AND parent_span_id = ?`;
  const events = await mapInOrder(
    await statement<[number, string], EventRow>(connection, sql).all(trace, spanId),
    async ({ system, input, output, ...event }) => ({
      ...event,
      system: system === null ? null : await contents.text(system),
      input: await contents.content(input),
      output: await contents.content(output),
    }),
  );
  return events.length === 0 ? own : joinWords(own, events);
}
