import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { Channel } from "@/lib/domain/trace/channel";
import type { Reject } from "@/lib/domain/trace/finding";
import type { DecodedItem } from "../formats/format";
import { JsonDocuments, type JsonDialect } from "../formats/json-documents";
import { isJsonArray, isJsonObject, type JsonObject } from "../formats/json-shape";
import type { ReplayContact, ReplayItem, Unreadable } from "./conversation";
import { fullest } from "./fullest";
import { isMessageRow, joinRows, readMessageRow, type MessageRow } from "./join-rows";
import { orderContacts } from "./order-contacts";
import { readContact, readItem, type FileContext } from "./read-contact";
import { writeSpans, type RunContext } from "./write-spans";

/** A file of replays, read. */
export type ReadReplays = {
  /** Spans as ingest takes them; they declare run, release, item and repeat. */
  readonly spans: readonly Extract<DecodedItem, { readonly type: "span" }>[];
  /** What is known of each item, by id: persona, scenario, situation, wanted outcome, channels. */
  readonly items: readonly CohortItem[];
  /** Those of them that the file does not name, so that their ids are made of what it says of them. */
  readonly unnamed: ReadonlySet<string>;
  /** Replays that the simulator could not run. */
  readonly failures: readonly {
    readonly item: string;
    readonly repeat: number;
    readonly error: string;
  }[];
  /** What could not be read; the rest was. */
  readonly rejects: readonly Reject[];
};

const dialect: JsonDialect = { listNames: ["results"], salvageName: "", isDocument: isJsonObject };

/**
 * Reads replays: a report of simulate-sdk or its successor (`{ results: [...] }`), a scenario
 * (`{ name, dataset: [...] }`, items only), or plain transcripts as JSON Lines, a conversation or a message a line.
 * Pure in its bytes and context; the order of lines and results changes nothing but places.
 */
export async function readReplays(
  bytes: AsyncIterable<Uint8Array>,
  context: FileContext & RunContext,
): Promise<ReadReplays> {
  const found: Found = { contacts: [], rows: [], personas: [], unreadable: [] };
  const documents = new JsonDocuments(dialect);
  for await (const chunk of bytes) {
    for (const piece of documents.push(chunk)) readPiece(piece, context, found);
  }
  for (const piece of documents.end()) readPiece(piece, context, found);
  for (const joined of joinRows(found.rows)) keepContact(joined, found);
  const { replays, unreadable } = orderContacts(found.contacts);
  const spans = replays.flatMap((replay) =>
    writeSpans(replay, context).map((span) => ({
      ...{ type: "span" as const, span, findings: [] },
      place: replay.contacts[0]?.place ?? "",
    })),
  );
  return {
    spans,
    ...itemsOf(found),
    failures: replays.flatMap(({ item, repeat, contacts }) => {
      const error = contacts.map((contact) => contact.error).find((each) => each !== null);
      return error == null ? [] : [{ item, repeat, error }];
    }),
    rejects: [...found.unreadable, ...unreadable].map((each) => ({ ...each, spans: 0 })),
  };
}

type Found = {
  readonly contacts: ReplayContact[];
  readonly rows: MessageRow[];
  /** Of scenarios: what no conversation is of. */
  readonly personas: ReplayItem[];
  readonly unreadable: Unreadable[];
};

type Piece = ReturnType<JsonDocuments["push"]>[number];

function readPiece(piece: Piece, context: FileContext, found: Found): void {
  const { place } = piece;
  if (piece.type === "broken") found.unreadable.push({ place, reason: piece.reason });
  else if (isJsonArray(piece.value)) {
    piece.value.forEach((each, index) => {
      readValue(each, `${place}, [${String(index)}]`, context, found);
    });
  } else readValue(piece.value, place, context, found);
}

function readValue(value: unknown, place: string, context: FileContext, found: Found): void {
  if (!isJsonObject(value)) {
    found.unreadable.push({ place, reason: "This is JSON, but no conversation; give an object." });
  } else if (isJsonArray(value["results"])) {
    value["results"].forEach((each, index) => {
      readOne(each, `${place}, results[${String(index)}]`, context, found);
    });
  } else if (isJsonArray(value["dataset"])) {
    const { name, description } = value;
    const scenario = { name: name ?? context.scenario, description };
    value["dataset"].forEach((each, index) => {
      readPersonaItem(each, `${place}, dataset[${String(index)}]`, scenario, context, found);
    });
  } else if (typeof value["dataset"] === "string") {
    const reason =
      "This scenario names another file as its dataset; give that file's personas in it.";
    found.unreadable.push({ place, reason });
  } else readOne(value, place, context, found);
}

function readOne(value: unknown, place: string, context: FileContext, found: Found): void {
  if (!isJsonObject(value)) {
    found.unreadable.push({ place, reason: "This is JSON, but no conversation; give an object." });
  } else if (isMessageRow(value)) {
    const row = readMessageRow(value, place, context);
    if ("reason" in row) found.unreadable.push(row);
    else found.rows.push(row);
  } else if (isPersonaAlone(value)) {
    readPersonaItem(value, place, { name: context.scenario }, context, found);
  } else keepContact(readContact(value, place, context), found);
}

function keepContact(read: ReplayContact | Unreadable, found: Found): void {
  if ("reason" in read) found.unreadable.push(read);
  else found.contacts.push(read);
}

/** A scenario's test case without a conversation: simulate-sdk keeps lists of them in files of their own. */
function isPersonaAlone(value: JsonObject): boolean {
  const isSaid = ["messages", "transcript", "error", "metadata"].some((key) => key in value);
  return isJsonObject(value["persona"]) && !isSaid;
}

/** A test case of a scenario: simulate-sdk's persona with situation and outcome. */
function readPersonaItem(
  value: unknown,
  place: string,
  scenario: JsonObject,
  context: FileContext,
  found: Found,
): void {
  const item = readItem({ persona: value, scenario }, context);
  if (typeof item === "string") found.unreadable.push({ place, reason: item });
  else found.personas.push(item);
}

/** What is known of each item, with the channels of its contacts. */
function itemsOf({ contacts, personas }: Found): Pick<ReadReplays, "items" | "unnamed"> {
  const known = new Map<string, { said: ReplayItem[]; channels: Set<Channel> }>();
  const of = (item: ReplayItem) => {
    const own = known.get(item.id) ?? { said: [], channels: new Set() };
    own.said.push(item);
    known.set(item.id, own);
    return own;
  };
  for (const item of personas) of(item);
  for (const { item, channel } of contacts) of(item).channels.add(channel);
  const all = [...known.values()]
    .map(({ said, channels }) => ({ ...fullest(said), channels: [...channels].sort() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    items: all.map(({ isNamed: _, ...item }) => item),
    unnamed: new Set(all.filter(({ isNamed }) => !isNamed).map(({ id }) => id)),
  };
}
