/** The largest number of bootstrap groups: enough for an interval, however many cases there are. */
const groupsMax = 200;

/** Cases by group of customers. */
export type CustomerGroups = {
  /** By case. */
  readonly ofCase: Uint8Array;
  /** How many groups there are; none is empty. */
  readonly count: number;
};

/** The group of a customer where customers are many. */
export function slotOf(customer: number): number {
  return customer % groupsMax;
}

/**
 * Groups cases by customer: one group per customer, or of many, several per group. Groups do not depend on the order
 * of the cases.
 * @param customers equal numbers are one customer; one entry per case
 * @param slots of the same customers, see `slotOf`
 */
export function groupCustomers(customers: Uint32Array, slots: Uint8Array): CustomerGroups {
  return areMany(customers) ? bySlot(slots) : oneByOne(customers);
}

/** Numbers the slots in use, in order. */
function bySlot(slots: Uint8Array): CustomerGroups {
  const isIn = new Uint8Array(groupsMax);
  for (let at = 0; at < slots.length; at += 1) isIn[slots[at] ?? 0] = 1;
  const taken = Array.from(isIn.keys()).filter((slot) => isIn[slot] === 1);
  if (taken.length === groupsMax) return { ofCase: slots, count: groupsMax };
  return { ofCase: slots.map((slot) => taken.indexOf(slot)), count: taken.length };
}

/** Numbers customers in the order of their hashes. */
function oneByOne(customers: Uint32Array): CustomerGroups {
  const all = [...new Set(customers)].sort((one, other) => one - other);
  const numbers = new Map(all.map((customer, number) => [customer, number]));
  return {
    ofCase: Uint8Array.from(customers, (each) => numbers.get(each) ?? 0),
    count: all.length,
  };
}

function areMany(customers: Uint32Array): boolean {
  const seen = new Set<number>();
  return customers.some((customer) => seen.add(customer).size > groupsMax);
}
