/** Calls an asynchronous function for each item, one after the other. */
export async function mapInOrder<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}

/** The same for functions that make several; all in one list. */
export async function flatMapInOrder<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => Promise<readonly Made[]>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) for (const each of await make(item)) made.push(each);
  return made;
}

/** The items an asynchronous function is true for, asked one after the other. */
export async function filterInOrder<Item>(
  items: Iterable<Item>,
  isKept: (item: Item) => Promise<boolean>,
): Promise<Item[]> {
  const kept: Item[] = [];
  for (const item of items) if (await isKept(item)) kept.push(item);
  return kept;
}

/** Whether an asynchronous function is true for some item; the items after it are not asked. */
export async function someInOrder<Item>(
  items: Iterable<Item>,
  isFound: (item: Item) => Promise<boolean>,
): Promise<boolean> {
  for (const item of items) if (await isFound(item)) return true;
  return false;
}

/** Whether an asynchronous function is true for all items; those after the first it is false for are not asked. */
export async function everyInOrder<Item>(
  items: Iterable<Item>,
  isFound: (item: Item) => Promise<boolean>,
): Promise<boolean> {
  for (const item of items) if (!(await isFound(item))) return false;
  return true;
}
