import type { JoinedItem } from "./join-described";
import type { RunMapping } from "./read/read-mapping";

/** What a trace declares that an item can be recognised by. */
type TraceNames = {
  readonly traceId: string;
  readonly items: readonly string[];
  readonly sessions: readonly string[];
  readonly cases: readonly string[];
  readonly repeat: number | null;
};

export type ItemMatch =
  | {
      readonly kind: "item";
      readonly item: string;
      readonly repeat: number;
      /** What it was recognised by: ids, or what its file says of it. */
      readonly by: "id" | "words";
    }
  /** Of no item, and why: "names no item". */
  | { readonly kind: "none"; readonly why: string };

type KnownItem = { readonly id: string; readonly source?: string | undefined };

/**
 * Makes a function that says which item a trace is a replay of: the one that it names itself, else the one that the
 * mapping names for its trace, session, case or item, else the one that is like what its file says, else the one whose
 * id or source is its case.
 * @param items of the cohort; null: any item that is named
 * @param joined by id, what files or the mapping say of items that they do not name
 */
export function createMatchItem(
  items: readonly KnownItem[] | null,
  mapping: Pick<RunMapping, "items">,
  joined: ReadonlyMap<string, JoinedItem> = new Map(),
): (names: TraceNames) => ItemMatch {
  const ids = items === null ? null : new Set(items.map(({ id }) => id));
  const bySource = new Map(
    (items ?? []).flatMap(({ id, source }) =>
      source === undefined ? [] : [[source, id] as const],
    ),
  );
  const isKnown = (id: string) => ids === null || ids.has(id);
  return ({ traceId, items: own, sessions, cases, repeat }) => {
    const found = (named: readonly string[], at: number | null): ItemMatch | null => {
      const distinct = [...new Set(named)];
      const [item] = distinct;
      if (item === undefined) return null;
      if (distinct.length > 1) return { kind: "none", why: `is of ${distinct.join(" and ")}` };
      return { kind: "item", item, repeat: at ?? repeat ?? 1, by: "id" };
    };
    const all = [traceId, ...sessions, ...cases, ...own];
    const ofWords = (): ItemMatch | null => {
      const id = all.find((each) => joined.has(each));
      const like = id === undefined ? undefined : joined.get(id);
      if (id === undefined || like === undefined) return null;
      if (like.kind === "item") return { ...like, repeat: repeat ?? 1, by: "words" };
      return { kind: "none", why: `${like.why}; its id to map is ${id}` };
    };
    const mapped = all.flatMap((id) => mapping.items.get(id) ?? []);
    const ofCase = cases.flatMap((id) => (ids?.has(id) === true ? id : (bySource.get(id) ?? [])));
    const match =
      found(own.filter(isKnown), null) ??
      found(mapped.map(({ item }) => item).filter(isKnown), mapped[0]?.repeat ?? null) ??
      ofWords() ??
      found(ofCase, null);
    return (
      match ?? {
        kind: "none",
        why: whyNone(
          own,
          mapped.map(({ item }) => item),
          cases,
        ),
      }
    );
  };
}

function whyNone(
  own: readonly string[],
  mapped: readonly string[],
  cases: readonly string[],
): string {
  const [item = mapped[0]] = own;
  if (item !== undefined) return `names ${item}, which is no item of the cohort`;
  const [caseId] = cases;
  return caseId === undefined
    ? "names no item and no case"
    : `names no item, and its case ${caseId} is none of the cohort`;
}
