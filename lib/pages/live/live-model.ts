import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import type { Pagination } from "@/lib/format/address/paginate";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { Tone } from "@/lib/format/wording";
import type { Channel } from "@/lib/domain/trace/channel";
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
  /** Who promised it: "agent-204", else the kind of agent. */
  readonly by: string;
  readonly dueUs: number;
  /** "2 h late", "40 min left". */
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
  readonly isMine: boolean;
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

/** The model of the Live page; it is sent as JSON whenever something changed. */
export type LiveModel = {
  readonly query: LiveQuery;
  readonly asOfUs: number;
  /** The sequence's value that it was read at, or an earlier one. */
  readonly sequence: number;
  /** "24 Nov 2026, 03:57 UTC". */
  readonly asOfWords: string;
  readonly lead: string;
  readonly rest: string;
  readonly tabs: readonly TabChoice[];
  readonly filters: readonly FilterChoice[];
  readonly rows: readonly LiveRow[];
  readonly pagination: Pagination;
  /** Words where the list is empty. */
  readonly empty: string;
  /** What the list leaves out, if anything; "": nothing. */
  readonly caveat: string;
  readonly isWorkspaceEmpty: boolean;
};

/** An account that a case can be given to. */
export type Assignee = { readonly id: string; readonly name: string };
