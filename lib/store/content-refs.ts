import type { Connection } from "@/db/connect";
import type { Content, Speaker, ToolCall, Utterance } from "@/lib/domain/reading";
import { internContent } from "./intern";
import { statement } from "./database";
import { fromJson } from "./json";

/**
 * How a span's input or output is stored: a JSON number for a text, else one JSON array a message,
 * `[speaker's letter, text]` or `[speaker's letter, text, rest]`, each number a row of contents.
 */
type MessageRef = readonly [letter: string, text: number, rest?: number];

type UtteranceRest = {
  readonly toolCalls?: readonly ToolCall[];
  readonly toolCallId?: string;
  readonly name?: string;
  readonly atUs?: number;
};

const letters = { customer: "c", agent: "a", system: "s", tool: "t" } as const satisfies Record<
  Speaker,
  string
>;
const speakersByLetter: Readonly<Record<string, Speaker>> = {
  c: "customer",
  a: "agent",
  s: "system",
  t: "tool",
};

/** Stores a span's input or output, each text once. @returns the column's value */
export function writeContent(connection: Connection, content: Content | null): string | null {
  if (content === null) return null;
  if (typeof content === "string") return String(internContent(connection, content));
  return JSON.stringify(content.map((utterance) => refOf(connection, utterance)));
}

function refOf(connection: Connection, utterance: Utterance): MessageRef {
  const { speaker, text, ...rest } = utterance;
  const textId = internContent(connection, text);
  return Object.keys(rest).length === 0
    ? [letters[speaker], textId]
    : [letters[speaker], textId, internContent(connection, JSON.stringify(rest))];
}

/** Reads stored contents back. The same words come back as the same object. */
export type ContentReader = {
  readonly text: (id: number) => string;
  readonly content: (column: string | null) => Content | null;
  /** The row a text was read from, for writing it again without hashing. */
  readonly idOf: (text: string) => number | undefined;
};

/** Makes a reader with a memory of its own; make one for each case, or for a few. */
export function createContentReader(connection: Connection): ContentReader {
  const texts = new Map<number, string>();
  const ids = new Map<string, number>();
  const utterances = new Map<string, Utterance>();
  const body = statement<[number], { body: string }>(
    connection,
    "SELECT body FROM contents WHERE id = ?",
  );

  function text(id: number): string {
    let known = texts.get(id);
    if (known === undefined) {
      known = body.get(id)?.body ?? "";
      texts.set(id, known);
      ids.set(known, id);
    }
    return known;
  }

  function utterance(ref: MessageRef): Utterance {
    const key = ref.join();
    let known = utterances.get(key);
    if (known === undefined) {
      const rest: UtteranceRest = ref[2] === undefined ? {} : fromJson<UtteranceRest>(text(ref[2]));
      known = { speaker: speakersByLetter[ref[0]] ?? "system", text: text(ref[1]), ...rest };
      utterances.set(key, known);
    }
    return known;
  }

  function content(column: string | null): Content | null {
    if (column === null) return null;
    const refs = fromJson<number | readonly MessageRef[]>(column);
    return typeof refs === "number" ? text(refs) : refs.map(utterance);
  }

  return { text, content, idOf: (known) => ids.get(known) };
}
