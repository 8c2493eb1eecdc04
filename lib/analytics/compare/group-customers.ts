/** Customers are drawn in so many groups at most: enough for an interval, however many cases there are. */
const groupsMax = 200;

/** Cases by group of customers. */
export type CustomerGroups = {
  /** By case. */
  readonly ofCase: Uint8Array;
  /** How many groups there are; none is empty. */
  readonly count: number;
};

/** The one of so many groups that a customer is in where customers are many. */
export function slotOf(customer: number): number {
  return customer % groupsMax;
}

/**
 * Groups cases by customer: each customer is one group, or where they are many, several are. Groups are the
 * same and in the same order however the cases come.
 * @param customers whoever has the same number is one customer; one entry a case
 * @param slots of the same customers, see `slotOf`
 */
export function groupCustomers(customers: Uint32Array, slots: Uint8Array): CustomerGroups {
  return areMany(customers) ? bySlot(slots) : oneByOne(customers);
}

/** Numbers slots that somebody is in, in their order. */
function bySlot(slots: Uint8Array): CustomerGroups {
  const isIn = new Uint8Array(groupsMax);
  for (let at = 0; at < slots.length; at += 1) isIn[slots[at] ?? 0] = 1;
  const taken = Array.from(isIn.keys()).filter((slot) => isIn[slot] === 1);
  if (taken.length === groupsMax) return { ofCase: slots, count: groupsMax };
  return { ofCase: slots.map((slot) => taken.indexOf(slot)), count: taken.length };
}

/** Numbers customers in the order of what stands for them. */
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
