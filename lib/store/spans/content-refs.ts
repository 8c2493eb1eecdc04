import { ownEntry } from "@/lib/domain/own-entry";
import type { Content, Speaker, ToolCall, Utterance } from "@/lib/domain/trace/reading";
import { internContent } from "./intern";
import { tupleStatement, type Connection } from "../port";
import { fromJson } from "../json";
import { mapInOrder } from "@/lib/domain/in-order";

/**
 * A span's input or output as stored: a JSON number for a text, else one JSON array per message, `[speaker's letter,
 * text]` or `[speaker's letter, text, rest]`, each number a row of contents.
 */
type MessageRef = readonly [letter: string, text: number, rest?: number];

type UtteranceRest = {
  readonly toolCalls?: readonly ToolCall[];
  readonly toolCallId?: string;
  readonly isError?: boolean;
  readonly name?: string;
  readonly role?: string;
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
export async function writeContent(
  connection: Connection,
  content: Content | null,
): Promise<string | null> {
  if (content === null) return null;
  if (typeof content === "string") return String(await internContent(connection, content));
  return `[${(await mapInOrder(content, (utterance) => refOf(connection, utterance))).join()}]`;
}

/** The texts that a span's input or output refers to once it is stored. */
export function textsIn(content: Content | null): readonly string[] {
  if (content === null) return [];
  if (typeof content === "string") return [content];
  return content.flatMap((utterance) => {
    const rest = restOf(utterance);
    return rest === null ? [utterance.text] : [utterance.text, rest];
  });
}

/** @returns a `MessageRef` as JSON */
async function refOf(connection: Connection, utterance: Utterance): Promise<string> {
  const rest = restOf(utterance);
  const said = `["${letters[utterance.speaker]}",${await internContent(connection, utterance.text)}`;
  return rest === null ? `${said}]` : `${said},${await internContent(connection, rest)}]`;
}

/** Cache of the rest of repeated messages, as JSON: a history has the same objects again. */
const rests = new WeakMap<Utterance, string | null>();

function restOf(utterance: Utterance): string | null {
  const known = rests.get(utterance);
  if (known !== undefined) return known;
  const { speaker: _speaker, text: _text, ...rest } = utterance;
  const json = Object.keys(rest).length === 0 ? null : JSON.stringify(rest);
  rests.set(utterance, json);
  return json;
}

/** The rows of contents that a span's input or output refers to. @param column as `writeContent` wrote it */
export function contentIdsIn(column: string | null): number[] {
  return column === null ? [] : (column.match(/\d+/g) ?? []).map(Number);
}

/** Reads stored contents. Equal words are the same object. */
export type ContentReader = {
  readonly text: (id: number) => Promise<string>;
  readonly content: (column: string | null) => Promise<Content | null>;
  /** Reads the texts that inputs or outputs refer to with one statement. @param columns histories in their order */
  readonly readAhead: (columns: readonly (string | null)[]) => Promise<void>;
  /** The row a text was read from, for writing it again without hashing. */
  readonly idOf: (text: string) => number | undefined;
};

/** The messages of a list that another one begins with, as a list of their own; null: it does not begin with it. */
function restAfter(before: string, column: string): string | null {
  const end = before.length - 1;
  const isContinued = column[end] === "," && column.slice(0, end) === before.slice(0, end);
  return isContinued ? `[${column.slice(end + 1)}` : null;
}

/** The parsed messages of a column. */
type ReadList = { readonly column: string; readonly utterances: readonly Utterance[] };

const emptyList: ReadList = { column: "[]", utterances: [] };

/** Creates a reader with a cache of its own, for one case or a few. */
export function createContentReader(connection: Connection): ContentReader {
  const texts = new Map<number, string>();
  const ids = new Map<string, number>();
  const utterances = new Map<string, Utterance>();
  let last = emptyList;
  const body = tupleStatement<[number], [body: string]>(
    connection,
    "SELECT body FROM contents WHERE id = ?",
  );

  const bodies = tupleStatement<[string], [id: number, body: string]>(
    connection,
    "SELECT id, body FROM contents WHERE id IN (SELECT CAST(value AS bigint) FROM json_each(?))",
  );

  function know(id: number, said: string): string {
    texts.set(id, said);
    ids.set(said, id);
    return said;
  }

  async function text(id: number): Promise<string> {
    return texts.get(id) ?? know(id, (await body.get(id))?.[0] ?? "");
  }

  async function readAhead(columns: readonly (string | null)[]): Promise<void> {
    const unknown = new Set<number>();
    let before = "";
    for (const column of columns) {
      if (column === null) continue;
      for (const id of contentIdsIn(restAfter(before, column) ?? column))
        if (!texts.has(id)) unknown.add(id);
      before = column;
    }
    if (unknown.size === 0) return;
    for (const [id, said] of await bodies.all(JSON.stringify([...unknown]))) know(id, said);
  }

  async function utterance(ref: MessageRef): Promise<Utterance> {
    const key = ref.join();
    let known = utterances.get(key);
    if (known === undefined) {
      const rest: UtteranceRest =
        ref[2] === undefined ? {} : fromJson<UtteranceRest>(await text(ref[2]));
      known = {
        speaker: ownEntry(speakersByLetter, ref[0]) ?? "system",
        text: await text(ref[1]),
        ...rest,
      };
      utterances.set(key, known);
    }
    return known;
  }

  /** A history mostly begins with the whole previous one: then only the rest is parsed. */
  async function list(column: string): Promise<readonly Utterance[]> {
    const rest = restAfter(last.column, column);
    const read = await mapInOrder(fromJson<readonly MessageRef[]>(rest ?? column), utterance);
    // Copied, since a list that was pushed to has room for 17 and most have one.
    const said = rest === null ? [...read] : [...last.utterances, ...read];
    // A reply of one message comes between two histories and is the beginning of none.
    if (said.length > 1) last = { column, utterances: said };
    return said;
  }

  async function content(column: string | null): Promise<Content | null> {
    if (column === null) return null;
    return column.startsWith("[") ? list(column) : text(Number(column));
  }

  return { text, content, readAhead, idOf: lookupIn(ids) };
}

/** Made outside of the reader, so that whoever keeps it keeps no parsed message. */
function lookupIn(ids: ReadonlyMap<string, number>): ContentReader["idOf"] {
  return (text) => ids.get(text);
}
