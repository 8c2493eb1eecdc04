/** For each name the values it can have, in the order of their positions. */
export type ValueLists = Readonly<Record<string, readonly [unknown, ...unknown[]]>>;

/** One value a name. */
export type Coded<Lists extends ValueLists> = {
  readonly [Name in keyof Lists]: Lists[Name][number];
};

/** Combinations of values, numbered as they came: few, however many rows have them. */
export type Coding<Values> = {
  readonly ids: Map<number, number>;
  readonly values: Values[];
};

/**
 * What is asked of each row from one side. Values that have nothing to do with each other stand in dimensionGroups of
 * their own: all of them together would have nearly as many combinations as there are rows.
 */
export type DimensionGroup<Values> = {
  /** By row: the position of its combination in the values of `combinations`. */
  codes: Uint32Array;
  readonly combinations: Coding<Values>;
  /** Whether any row stands otherwise since somebody took note. */
  isChanged: boolean;
};

/** Says how a row stands. @param number of its combination */
export function setCombination(
  group: DimensionGroup<unknown>,
  place: number,
  number: number,
): void {
  if (group.codes[place] === number) return;
  group.codes[place] = number;
  group.isChanged = true;
}

/** By name, each with what it asks. */
export type DimensionGroups<EntityDimensions> = {
  readonly [Name in keyof EntityDimensions]: DimensionGroup<EntityDimensions[Name]>;
};

/** An group of rows below `capacity`, with nothing told yet. */
export function createDimensionGroup<Values>(capacity: number): DimensionGroup<Values> {
  const combinations = { ids: new Map<number, number>(), values: [] };
  return { codes: new Uint32Array(capacity), combinations, isChanged: false };
}

/**
 * Makes the function that numbers a combination, by the positions of its values; a new number where no
 * row had it before.
 */
export function numberer<Lists extends ValueLists>(
  lists: Lists,
): (coding: Coding<Coded<Lists>>, at: Readonly<Record<keyof Lists, number>>) => number {
  const names: (keyof Lists)[] = Object.keys(lists);
  const places = names.map((name) => ({ name, size: lists[name]?.length ?? 1 }));
  return ({ ids, values }, at) => {
    let code = 0;
    for (const { name, size } of places) code = code * size + at[name];
    const known = ids.get(code);
    if (known !== undefined) return known;
    ids.set(code, values.length);
    const entries = names.map((name) => [name, lists[name]?.[at[name]] ?? lists[name]?.[0]]);
    // `Object.fromEntries` forgets which values belong to which name.
    return values.push(Object.fromEntries(entries) as Coded<Lists>) - 1;
  };
}
