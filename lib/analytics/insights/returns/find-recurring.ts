import { groupBy } from "@/lib/format/group-by";
import { compareSteps, type ComparedCase } from "../compare-steps";
import { describeFindings, type WhatWorks } from "../describe-findings";
import { findSteps } from "../find-steps";
import type { ServedContact } from "../served-contact";
import type { Fix } from "./find-fixes";

/** A matter that came back after it was called resolved. */
export type Recurring = {
  readonly matter: number;
  /** Customers to whom it was called resolved, and of whom it came back. */
  readonly customers: { readonly hits: number; readonly of: number };
  /** Keys of the cases of which it came back, ascending. */
  readonly cases: readonly number[];
  /** The median, from the end of the contact to the customer's next one, microseconds. */
  readonly afterUs: number;
  /** A fix after which it came back with a recorded contact: of the first ones in their case the newest. */
  readonly example: Fix | null;
};

/** The fewest customers of whom a matter came back: fewer could be one person's trouble. */
const customersMin = 3;
/** Agents' messages whose words are read: the fix is where the contact ends. */
const messagesMost = 12;
/** Fixes are compared with others of the same number; later ones are few. */
const attemptsMost = 3;

/** Finds the matters that came back of enough customers, those of most customers first. */
export function findRecurring(fixes: readonly Fix[]): readonly Recurring[] {
  return [...groupBy(fixes, ({ matter }) => matter)]
    .map(([matter, own]): Recurring => {
      const back = own.filter((fix) => fix.back !== null);
      const times = back.map((fix) => fix.back?.afterUs ?? 0).sort((a, b) => a - b);
      return {
        matter,
        customers: { hits: customersIn(back), of: customersIn(own) },
        cases: [...new Set(back.map(({ key }) => key))].sort((a, b) => a - b),
        afterUs: times[Math.floor((times.length - 1) / 2)] ?? 0,
        example: exampleOf(back),
      };
    })
    .filter(({ customers }) => customers.hits >= customersMin)
    .sort(
      ({ customers: a, matter: one }, { customers: b, matter: other }) =>
        b.hits - a.hits || a.of - b.of || one - other,
    );
}

function exampleOf(back: readonly Fix[]): Fix | null {
  const recorded = back.filter((fix) => fix.back?.contact != null);
  const firsts = recorded.filter(({ attempt }) => attempt === 1);
  // Later contacts of a case begin with what came before.
  const earliest = firsts.reduce((least, { ordinal }) => Math.min(least, ordinal), Infinity);
  return firsts.findLast(({ ordinal }) => ordinal === earliest) ?? recorded.at(-1) ?? null;
}

function customersIn(fixes: readonly Fix[]): number {
  return new Set(fixes.map(({ customer }) => customer)).size;
}

/**
 * Finds the steps of fixes after which more of them held than without, like for like: within a matter, among the
 * customers' first fixes, their second ones, and so on. A customer counts once among each.
 * @param contacts the fixes' contacts, in any order
 * @param below a source of random integers from 0 up to its argument
 */
export function findWhatHeld(
  fixes: readonly Fix[],
  contacts: readonly ServedContact[],
  below: (limit: number) => number,
): readonly WhatWorks[] {
  const byPlace = new Map(contacts.map((contact) => [placeOf(contact), contact]));
  const rows = [...fixes]
    .sort((a, b) => a.atUs - b.atUs || a.key - b.key || a.ordinal - b.ordinal)
    .flatMap((fix) => {
      const contact = byPlace.get(placeOf(fix));
      return contact === undefined ? [] : [{ fix, contact, isGood: fix.back === null }];
    });
  const steps = rows.map(({ contact }) => findSteps(contact, messagesMost));
  const compared = rows.map(({ fix, contact, isGood }, at): ComparedCase => ({
    issue: String(fix.matter),
    stratum: String(Math.min(attemptsMost, fix.attempt)),
    isHit: isGood,
    steps: (steps[at] ?? []).map(({ id }) => id),
    servedBy: servedBy(contact),
  }));
  return describeFindings(compareSteps(compared, below).findings, rows, steps);
}

function placeOf({ key, ordinal }: { readonly key: number; readonly ordinal: number }): string {
  return `${String(key)} ${String(ordinal)}`;
}

function servedBy({ lines, agentKinds }: ServedContact): readonly string[] {
  const people = lines.flatMap((line) =>
    line.kind === "said" && line.agentId !== null ? [line.agentId] : [],
  );
  return [...new Set([...people, ...(agentKinds.includes("ai") ? ["ai"] : [])])];
}
