/** For each name the values it can have, in the order of their positions. */
export type ValueLists = Readonly<Record<string, readonly [unknown, ...unknown[]]>>;

/** One value a name. */
export type Coded<Lists extends ValueLists> = {
  readonly [Name in keyof Lists]: Lists[Name][number];
};

/** Combinations of values, numbered as they came: few, however many rows have them. */
export type Coding<Standing> = {
  readonly ids: Map<number, number>;
  readonly values: Standing[];
};

/**
 * What is asked of each row from one side. Values that have nothing to do with each other stand in dimensionGroups of
 * their own: all of them together would have nearly as many combinations as there are rows.
 */
export type DimensionGroup<Standing> = {
  /** By row: the position of its combination in the values of `standings`. */
  standing: Uint32Array;
  readonly standings: Coding<Standing>;
  /** Whether any row stands otherwise since somebody took note. */
  isChanged: boolean;
};

/** Says how a row stands. @param number of its combination */
export function setCombination(
  aspect: DimensionGroup<unknown>,
  place: number,
  number: number,
): void {
  if (aspect.standing[place] === number) return;
  aspect.standing[place] = number;
  aspect.isChanged = true;
}

/** By name, each with what it asks. */
export type DimensionGroups<EntityDimensions> = {
  readonly [Name in keyof EntityDimensions]: DimensionGroup<EntityDimensions[Name]>;
};

/** An aspect of rows below `capacity`, with nothing told yet. */
export function createDimensionGroup<Standing>(capacity: number): DimensionGroup<Standing> {
  const standings = { ids: new Map<number, number>(), values: [] };
  return { standing: new Uint32Array(capacity), standings, isChanged: false };
}

/**
 * Makes the function that numbers a combination, by the positions of its values; a new number where no
 * row had it before.
 */
export function numberer<Lists extends ValueLists>(
  lists: Lists,
): (coding: Coding<Coded<Lists>>, at: Readonly<Record<keyof Lists, number>>) => number {
  const names: (keyof Lists)[] = Object.keys(lists);
  const parts = names.map((name) => ({ name, size: lists[name]?.length ?? 1 }));
  return ({ ids, values }, at) => {
    let code = 0;
    for (const { name, size } of parts) code = code * size + at[name];
    const known = ids.get(code);
    if (known !== undefined) return known;
    ids.set(code, values.length);
    const entries = names.map((name) => [name, lists[name]?.[at[name]] ?? lists[name]?.[0]]);
    // `Object.fromEntries` forgets which values belong to which name.
    return values.push(Object.fromEntries(entries) as Coded<Lists>) - 1;
  };
}
