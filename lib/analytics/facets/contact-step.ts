import { channels, type Channel } from "@/lib/domain/trace/channel";

/** The next contact: on one of these channels, any other, or none. */
export type AfterContact = readonly Channel[] | "any" | "none";

/** A contact's number in its case, and what followed. */
export type ContactStep = {
  /** From 1. */
  readonly number: number;
  /** The contact's channel is one of these; "any": all. */
  readonly on: readonly Channel[] | "any";
  /** Absent: anything. */
  readonly then?: AfterContact;
};

const asText = /^(?<number>[1-9]\d{0,3}):(?<on>[a-z_.]+)(?::(?<then>[a-z_.]+))?$/u;

/** A step as an address has it: "2:chat.email:voice", "1:voice:none". */
export function writeContactStep({ number, on, then }: ContactStep): string {
  const pieces = [on, ...(then === undefined ? [] : [then])];
  return [
    number,
    ...pieces.map((piece) => (typeof piece === "string" ? piece : piece.join("."))),
  ].join(":");
}

/** @returns null where it is not a step */
export function readContactStep(text: string): ContactStep | null {
  const groups = asText.exec(text)?.groups;
  if (groups === undefined) return null;
  const [on, then] = [readAfter(groups["on"] ?? ""), readAfter(groups["then"] ?? "any")];
  if (on === null || on === "none" || then === null) return null;
  const number = Number(groups["number"]);
  return groups["then"] === undefined ? { number, on } : { number, on, then };
}

function readAfter(text: string): AfterContact | null {
  if (text === "any" || text === "none") return text;
  const named = text.split(".");
  const known = channels.filter((channel) => named.includes(channel));
  return known.length === named.length ? known : null;
}
