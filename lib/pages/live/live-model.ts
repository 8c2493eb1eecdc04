import type { CaseActRow } from "@/lib/domain/people/audit";
import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import type { Pagination } from "@/lib/format/address/paginate";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { Tone } from "@/lib/format/wording";
import type { Channel } from "@/lib/domain/trace/channel";
import type { LiveSection } from "@/lib/analytics/live/rank-live";
import type { LiveQuery } from "./url";

/** A promise that is due today or overdue. */
export type LivePromiseLine = {
  readonly key: string;
  /** Opens the words in the case. */
  readonly href: string;
  /** "Callback". */
  readonly what: string;
  /** The sentence that promised it, masked; "": not stored. */
  readonly quote: string;
  /** Who promised it: "agent-204, Refunds". */
  readonly by: string;
  readonly dueUs: number;
  /** "2 h overdue", "40 min left". */
  readonly state: { readonly tone: Tone; readonly label: string };
};

/** A case that needs a person. Instants are microseconds since 1970. */
export type LiveRow = {
  readonly caseId: string;
  readonly href: string;
  /** Why, in one sentence: "Refund still open; callback overdue; SLA ends 04:00". */
  readonly sentence: string;
  /** What is left until the first deadline, or how late it is; null: it has none. */
  readonly left: { readonly tone: Tone; readonly label: string } | null;
  /** Name of the account that takes care of it; null: nobody. */
  readonly owner: string | null;
  /** Public id of that account; null: nobody. */
  readonly ownerId: string | null;
  readonly section: LiveSection;
  /** Who served it last, as the traces name them; "": not said. */
  readonly agent: string;
  readonly team: string;
  readonly channel: Channel;
  readonly customer: { readonly id: string; readonly href: string } | null;
  readonly lastWords: {
    readonly speaker: string;
    readonly text: string;
    readonly atUs: number;
  } | null;
  /** The last note on it, masked; null: none. */
  readonly note: string | null;
  /** Why it is off the list: "Snoozed until …", "Handled …"; null: it is on it. */
  readonly off: string | null;
  readonly promises: readonly LivePromiseLine[];
};

/** What somebody did with a case. */
export type ShiftEntry = {
  readonly key: string;
  readonly atUs: number;
  readonly who: string;
  /** "marked it as handled". */
  readonly words: string;
  readonly caseId: string;
  readonly href: string;
  /** The note that was written, masked; null: none, or it was removed. */
  readonly note: string | null;
};

/** The model of the Live page; what changes of it is sent to the open page. */
export type LiveModel = {
  readonly query: LiveQuery;
  /** Public id of whoever looks. */
  readonly viewer: string;
  readonly asOfUs: number;
  /** The sequence's value that it was read at, or an earlier one. */
  readonly sequence: number;
  /** "24 Nov 2026, 03:57 UTC". */
  readonly asOfWords: string;
  readonly lead: string;
  readonly rest: string;
  readonly tabs: readonly TabChoice[];
  readonly filters: readonly FilterChoice[];
  /** What the search found; "": there is none. */
  readonly found: string;
  /** The parts of the whole list in order, with the number of cases on all pages. */
  readonly sections: readonly {
    readonly key: LiveSection;
    readonly words: string;
    readonly count: string;
  }[];
  /** Leads to what was missed long ago; null: nothing is left out. */
  readonly left: { readonly words: string; readonly href: string } | null;
  readonly rows: readonly LiveRow[];
  /** What was done with cases, the latest first; of other lists it is empty. */
  readonly log: readonly ShiftEntry[];
  readonly pagination: Pagination;
  /** Words where the list is empty. */
  readonly empty: string;
  /** What the list leaves out, if anything; "": nothing. */
  readonly caveat: string;
  readonly isWorkspaceEmpty: boolean;
};

/** An account that a case can be given to. */
export type Assignee = { readonly id: string; readonly name: string };

/** Whoever looks: their public id, and the names of accounts by theirs. */
export type LiveViewer = {
  readonly actor: string;
  readonly names: ReadonlyMap<string, string>;
  /** Who arranged what about cases during the last shift, the latest first; empty where no list shows it. */
  readonly acts: readonly CaseActRow[];
};
