/** Cases by group of customers. */
export type CustomerGroups = {
  /** Where each case stands once those of a group stand together. */
  readonly standing: Uint32Array;
  /** A group has those from `starts[group]` until before `starts[group + 1]`; none is empty. */
  readonly starts: Uint32Array;
};

/** Customers are drawn in so many groups at most: enough for an interval, however many cases there are. */
const groupsMax = 200;

/**
 * Groups cases by customer: each customer is one group, or where they are many, several are. Groups are
 * numbered as they come, and so are the cases of each.
 * @param customers whoever has the same number is one customer; one entry a case
 */
export function groupCustomers(customers: Uint32Array): CustomerGroups {
  const groups = areMany(customers) ? bySlot(customers) : oneByOne(customers);
  const starts = new Uint32Array(groups.count + 1);
  for (let at = 0; at < groups.ofCase.length; at += 1) {
    const next = (groups.ofCase[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let group = 1; group < starts.length; group += 1) {
    starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
  }
  const next = starts.slice();
  const standing = new Uint32Array(customers.length);
  for (let at = 0; at < standing.length; at += 1) {
    const group = groups.ofCase[at] ?? 0;
    const place = next[group] ?? 0;
    standing[at] = place;
    next[group] = place + 1;
  }
  return { standing, starts };
}

function bySlot(customers: Uint32Array) {
  const ofCase = new Uint8Array(customers.length);
  const numbers = new Int16Array(groupsMax).fill(-1);
  let count = 0;
  for (let at = 0; at < customers.length; at += 1) {
    const slot = (customers[at] ?? 0) % groupsMax;
    let number = numbers[slot] ?? 0;
    if (number === -1) {
      number = count;
      numbers[slot] = number;
      count += 1;
    }
    ofCase[at] = number;
  }
  return { ofCase, count };
}

function oneByOne(customers: Uint32Array) {
  const numbers = new Map<number, number>();
  const ofCase = Uint8Array.from(customers, (customer) => {
    const number = numbers.get(customer) ?? numbers.size;
    numbers.set(customer, number);
    return number;
  });
  return { ofCase, count: numbers.size };
}

function areMany(customers: Uint32Array): boolean {
  const seen = new Set<number>();
  return customers.some((customer) => seen.add(customer).size > groupsMax);
}
