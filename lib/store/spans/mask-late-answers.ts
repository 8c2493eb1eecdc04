import { compareEvents, listEvent } from "@/lib/domain/case/join-events";
import { isParty, type Content, type Utterance } from "@/lib/domain/trace/reading";
import { statement, type Connection } from "../port";
import { contentIdsIn, createContentReader, writeContent } from "./content-refs";
import { bumpInterning, retireInterned } from "./retired-rows";
import { forgetSealed } from "./sealed-originals";

/** Masks a customer's stored text given the agent's before it. */
export type MaskStoredAnswer = (answer: string, question: string) => string;

type EventRow = {
  readonly id: number;
  readonly spanId: string;
  readonly name: string;
  readonly startUs: number;
  readonly endUs: number;
  readonly input: string | null;
  readonly output: string | null;
};

/**
 * Masks answers among a span's stored log events by the questions before them, as if each had come after its question.
 * Call it in the transaction that writes events of the span. An answer's former text is retired.
 * @param trace the trace's key
 * @param spanId the span that the events belong to
 */
export async function maskLateAnswers(
  connection: Connection,
  { trace, spanId }: { readonly trace: number; readonly spanId: string },
  mask: MaskStoredAnswer,
): Promise<void> {
  const sql = `SELECT id, span_id AS spanId, name, start_us AS startUs, end_us AS endUs, input, output
    FROM spans WHERE trace = ? AND part = 'event' AND parent_span_id = ?`;
  const events = await statement<[number, string], EventRow>(connection, sql).all(trace, spanId);
  // An event with a whole list has been masked with its questions.
  const single = events.filter(({ name }) => name !== listEvent).sort(compareEvents);
  if (single.length < 2) return;
  const contents = createContentReader(connection);
  let question: string | null = null;
  for (const event of single) {
    const input = await contents.content(event.input);
    const masked = maskContent(input, question, mask);
    if (masked !== input) await rewriteInput(connection, event, masked);
    question = questionAfter(await contents.content(event.output), questionAfter(masked, question));
  }
}

function maskContent(
  content: Content | null,
  asked: string | null,
  mask: MaskStoredAnswer,
): Content | null {
  if (content === null || typeof content === "string") return content;
  let question = asked;
  const masked = content.map((utterance) => {
    const { speaker, text } = utterance;
    const before = question;
    question = questionAfter([utterance], question);
    if (speaker !== "customer" || text === "" || before === null) return utterance;
    const answer = mask(text, before);
    return answer === text ? utterance : { ...utterance, text: answer };
  });
  return masked.every((utterance, index) => utterance === content[index]) ? content : masked;
}

/** Tool results and instructions may come between a question and its answer. */
function questionAfter(content: Content | null, before: string | null): string | null {
  if (content === null || typeof content === "string") return before;
  const last = content.findLast(isSpeech);
  if (last === undefined) return before;
  return last.speaker === "agent" ? last.text : null;
}

function isSpeech({ speaker, text }: Utterance): boolean {
  return text !== "" && isParty[speaker];
}

async function rewriteInput(
  connection: Connection,
  event: EventRow,
  masked: Content | null,
): Promise<void> {
  const column = await writeContent(connection, masked);
  const sql = "UPDATE spans SET input = ? WHERE id = ?";
  await statement<[string | null, number]>(connection, sql).run(column, event.id);
  // Masked by another's words, it would not be masked so alone.
  await forgetSealed(connection, [event.id]);
  const kept = new Set(contentIdsIn(column));
  await retireInterned(
    connection,
    "contents",
    contentIdsIn(event.input).filter((id) => !kept.has(id)),
  );
  await bumpInterning(connection);
}
