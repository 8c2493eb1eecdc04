import type { JsonObject } from "../formats/json-shape";
import { parseChannel, type Channel } from "@/lib/domain/trace/channel";
import type { ReplayContact, ReplayItem, ReplayMessage, Unreadable } from "./conversation";
import { fullest } from "./fullest";
import { noChannel, readItem, type FileContext } from "./read-contact";
import { readMessage } from "./read-messages";
import { ordinalOf, wordsOf } from "./values";

/** A line that is one message of a conversation. */
export type MessageRow = {
  readonly place: string;
  readonly item: ReplayItem;
  readonly channel: Channel;
  readonly repeat: number | null;
  readonly leg: number | null;
  /** Its place in the contact, from 1. */
  readonly turn: number | null;
  readonly message: ReplayMessage;
};

/** Whether a line is one message: it has a role, and no conversation of its own. */
export function isMessageRow(value: JsonObject): boolean {
  const hasRole = value["role"] !== undefined || value["speaker"] !== undefined;
  return hasRole && value["messages"] === undefined && value["transcript"] === undefined;
}

/** Reads a message's line. */
export function readMessageRow(
  value: JsonObject,
  place: string,
  context: FileContext,
): MessageRow | Unreadable {
  const item = readItem(value, context);
  if (typeof item === "string") return { place, reason: item };
  const message = readMessage(value);
  if (typeof message === "string") return { place, reason: message };
  const stated = wordsOf(value["channel"]);
  const channel = stated === null ? context.channel : parseChannel(stated);
  if (channel === null) return { place, reason: noChannel };
  return {
    ...{ place, item, channel, message },
    repeat: ordinalOf(value["repeat"]) ?? context.repeat,
    leg: ordinalOf(value["leg"]) ?? context.leg,
    turn: ordinalOf(value["turn"]),
  };
}

/** Joins the messages of each contact in the order that they state, whatever the order of their lines. */
export function joinRows(rows: readonly MessageRow[]): readonly (ReplayContact | Unreadable)[] {
  const groups = new Map<string, MessageRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.item.id, row.repeat, row.leg, row.channel]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map(joinContact);
}

function joinContact(rows: readonly MessageRow[]): ReplayContact | Unreadable {
  const [first] = rows;
  if (first === undefined) throw new Error("A contact has a message.");
  const { place, channel, repeat, leg } = first;
  const inOrder = orderOf(rows, ({ turn }) => turn) ?? orderOf(rows, (row) => row.message.atUs);
  if (inOrder === null) {
    const reason =
      "The messages of this contact do not say their order; give each a turn of its own, 1, 2, 3, or a time of its own in at.";
    return { place, reason };
  }
  const messages = inOrder.map(({ message }) => message);
  const item = fullest(rows.map((row) => row.item));
  const startUs = messages[0]?.atUs ?? null;
  return { place, item, repeat, leg, channel, startUs, messages, scores: [], error: null };
}

/** Rows by a number that each has and no two share; null if it is not so. */
function orderOf(
  rows: readonly MessageRow[],
  numberOf: (row: MessageRow) => number | null,
): readonly MessageRow[] | null {
  const numbers = new Map<number, MessageRow>();
  for (const row of rows) {
    const number = numberOf(row);
    if (number === null || numbers.has(number)) return null;
    numbers.set(number, row);
  }
  return [...numbers].sort(([a], [b]) => a - b).map(([, row]) => row);
}
