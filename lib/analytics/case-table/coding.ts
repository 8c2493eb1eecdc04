/** By dimension, its possible values in order of their positions. */
export type ValueLists = Readonly<Record<string, readonly [unknown, ...unknown[]]>>;

/** One value per dimension. */
export type Coded<Lists extends ValueLists> = {
  readonly [Name in keyof Lists]: Lists[Name][number];
};

/** Distinct combinations of values, in order of first use: few, however many rows there are. */
export type Coding<Values> = {
  readonly ids: Map<number, number>;
  readonly values: Values[];
};

/**
 * Dimensions that are encoded together. Independent dimensions are in groups of their own: all together would have
 * nearly as many combinations as there are rows.
 */
export type DimensionGroup<Values> = {
  /** By row: the index of its combination in `combinations.values`. */
  codes: Uint32Array;
  readonly combinations: Coding<Values>;
  /** Whether any row's code changed since it was last reset. */
  isChanged: boolean;
};

/** Sets a row's code. @param number the index of its combination */
export function setCombination(
  group: DimensionGroup<unknown>,
  place: number,
  number: number,
): void {
  if (group.codes[place] === number) return;
  group.codes[place] = number;
  group.isChanged = true;
}

/** By name, each with its values. */
export type DimensionGroups<EntityDimensions> = {
  readonly [Name in keyof EntityDimensions]: DimensionGroup<EntityDimensions[Name]>;
};

/** A dimension group with room for `capacity` rows, all of code 0. */
export function createDimensionGroup<Values>(capacity: number): DimensionGroup<Values> {
  const combinations = { ids: new Map<number, number>(), values: [] };
  return { codes: new Uint32Array(capacity), combinations, isChanged: false };
}

/** Creates the function that gives a combination's code from its values' positions; a new code on first use. */
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
    // `Object.fromEntries` loses the types of the values by name.
    return values.push(Object.fromEntries(entries) as Coded<Lists>) - 1;
  };
}
