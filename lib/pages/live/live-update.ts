import type { LiveModel, LiveRow } from "./live-model";

type LiveHead = Omit<LiveModel, "rows">;

/** What an open page must replace in its list. */
export type LiveUpdate = {
  /** True: the page's list is replaced by this one. */
  readonly isWhole: boolean;
  /** The fields that changed. */
  readonly head: Partial<LiveHead>;
  /** The case ids of all rows, in order. */
  readonly order: readonly string[];
  /** The rows that are new or changed. */
  readonly rows: readonly LiveRow[];
};

/** Fields that change with every reading, and are no reason to send it. */
const passing: ReadonlySet<string> = new Set<keyof LiveHead>(["asOfUs", "asOfWords", "sequence"]);

/** Compares each list with the one before it. The first one is whole; null: nothing changed but the time. */
export function createLiveDiff(): (model: LiveModel) => LiveUpdate | null {
  let before: LiveModel | null = null;
  return (model) => {
    const known = before;
    before = model;
    const { rows, ...head } = model;
    const order = rows.map(({ caseId }) => caseId);
    if (known === null) return { isWhole: true, head, order, rows };
    const { rows: knownRows, ...knownHead } = known;
    const headBefore = new Map<string, unknown>(Object.entries(knownHead));
    const changed = Object.entries(head).filter(
      ([name, value]) => !isSame(value, headBefore.get(name)),
    );
    const rowsBefore = new Map(knownRows.map((row) => [row.caseId, row]));
    const changedRows = rows.filter((row) => !isSame(row, rowsBefore.get(row.caseId)));
    const isOrderSame =
      order.length === knownRows.length &&
      order.every((caseId, at) => caseId === knownRows[at]?.caseId);
    const isOnlyTime = changed.every(([name]) => passing.has(name));
    if (isOrderSame && changedRows.length === 0 && isOnlyTime) return null;
    return { isWhole: false, head: Object.fromEntries(changed), order, rows: changedRows };
  };
}

/** By value; what is shared by many pages is written as text once. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || textOf(one) === textOf(other);
}

const texts = new WeakMap<object, string>();

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** The list after an update; rows that did not change are the same objects. */
export function applyLiveUpdate(model: LiveModel, update: LiveUpdate): LiveModel {
  const known = new Map(
    [...(update.isWhole ? [] : model.rows), ...update.rows].map((row) => [row.caseId, row]),
  );
  const rows = update.order.flatMap((caseId) => known.get(caseId) ?? []);
  return { ...model, ...update.head, rows };
}
