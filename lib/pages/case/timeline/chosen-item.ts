/** The selected item while the pages of selections are on their way from the server. */
export type ChosenItem = {
  /** The item of the page that is shown; null: its address names none. */
  readonly from: string | null;
  readonly id: string | null;
  /** Selections that were written to the address and whose pages have not arrived. */
  readonly sent: readonly string[];
};

/** The selection of a page that names an item, or none. */
export function arrivedAt(id: string | null): ChosenItem {
  return { from: id, id, sent: [] };
}

/** The selection once another page arrives: that of an earlier selection does not undo a later one. */
export function arriveAt(chosen: ChosenItem, from: string | null): ChosenItem {
  const isEarlier = from !== null && from !== chosen.id && chosen.sent.includes(from);
  return isEarlier ? { ...chosen, from } : arrivedAt(from);
}
