/** Cases of two arms as columns, one entry each; a case of both arms has two. */
type CaseColumns = {
  readonly keys: Uint32Array;
  /** 0 of the first arm, 1 of the second. */
  readonly arms: Uint8Array;
  /** Positions among kinds of case and among regions. */
  readonly kinds: Uint32Array;
  readonly regions: Uint32Array;
  /** Whoever has the same number is one customer. */
  readonly customers: Uint32Array;
};

/** The same, what one customer has beside each other. */
export type ArrangedCases = Omit<CaseColumns, "customers"> & {
  /** A group of customers has the entries from `starts[group]` until before `starts[group + 1]`. */
  readonly starts: Uint32Array;
};

/** Customers are drawn in so many groups at most: enough for an interval, however many cases there are. */
const groupsMax = 200;

/** Puts cases in order of their customers' groups: each customer is one, or where they are many, several are. */
export function arrangeCases({ customers, ...columns }: CaseColumns): ArrangedCases {
  const { groups, starts } = groupCustomers(customers);
  const next = starts.slice();
  const order = new Uint32Array(groups.length);
  groups.forEach((group, at) => {
    const place = next[group] ?? 0;
    order[place] = at;
    next[group] = place + 1;
  });
  const { keys, arms, kinds, regions } = columns;
  return {
    starts,
    keys: keys.map((_, place) => keys[order[place] ?? 0] ?? 0),
    arms: arms.map((_, place) => arms[order[place] ?? 0] ?? 0),
    kinds: kinds.map((_, place) => kinds[order[place] ?? 0] ?? 0),
    regions: regions.map((_, place) => regions[order[place] ?? 0] ?? 0),
  };
}

/** Numbers the groups as they come; none is empty. */
function groupCustomers(customers: Uint32Array) {
  const slots = areMany(customers) ? groupsMax : 2 ** 32;
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const groups = customers.map((customer) => {
    const slot = customer % slots;
    const number = numbers.get(slot) ?? counts.push(0) - 1;
    numbers.set(slot, number);
    counts[number] = (counts[number] ?? 0) + 1;
    return number;
  });
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, group) => {
    starts[group + 1] = (starts[group] ?? 0) + count;
  });
  return { groups, starts };
}

function areMany(customers: Uint32Array): boolean {
  const seen = new Set<number>();
  return customers.some((customer) => seen.add(customer).size > groupsMax);
}
