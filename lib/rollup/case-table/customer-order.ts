import type { CaseTable } from "./case-table";
import { flags } from "./columns";

type Known = { readonly version: number; readonly order: Uint32Array };
const known = new WeakMap<CaseTable, Known>();

/** The keys of some cases, those of one customer side by side. */
export function inCustomerOrder(table: CaseTable, keys: Uint32Array): Uint32Array {
  const order = customerOrder(table);
  if (keys.length === order.length) return order;
  const isChosen = new Uint8Array(table.end);
  for (let index = 0; index < keys.length; index += 1) isChosen[keys[index] ?? 0] = 1;
  const chosen = new Uint32Array(keys.length + 1);
  let found = 0;
  for (let index = 0; index < order.length; index += 1) {
    const key = order[index] ?? 0;
    // Written always and kept where it counts: without a condition.
    chosen[found] = key;
    found += isChosen[key] ?? 0;
  }
  return chosen.subarray(0, found);
}

/** Of all cases. Made anew when a case came, went or changed. */
function customerOrder(table: CaseTable): Uint32Array {
  const { version } = table;
  const remembered = known.get(table);
  if (remembered?.version === version) return remembered.order;
  const order = orderByCustomer(table);
  known.set(table, { version, order });
  return order;
}

const digitBits = 16;
const digits = 2 ** digitBits;

/** By the customers' numbers, lower half first and then the upper one: comparing them costs five times as much. */
function orderByCustomer({ columns, end, count }: CaseTable): Uint32Array {
  const keys = new Uint32Array(count);
  let found = 0;
  for (let key = 0; key < end; key += 1) {
    if (((columns.flags[key] ?? 0) & flags.present) === 0) continue;
    keys[found] = key;
    found += 1;
  }
  const { customer } = columns;
  const half = byDigit(keys, (key) => (customer[key] ?? 0) % digits);
  return byDigit(half, (key) => (customer[key] ?? 0) >>> digitBits);
}

/** Keeps the order of those with the same digit. */
function byDigit(keys: Uint32Array, digitOf: (key: number) => number): Uint32Array {
  const next = new Uint32Array(digits + 1);
  for (let index = 0; index < keys.length; index += 1) {
    const digit = digitOf(keys[index] ?? 0) + 1;
    next[digit] = (next[digit] ?? 0) + 1;
  }
  for (let digit = 1; digit <= digits; digit += 1) {
    next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  }
  const ordered = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const digit = digitOf(key);
    const place = next[digit] ?? 0;
    ordered[place] = key;
    next[digit] = place + 1;
  }
  return ordered;
}
