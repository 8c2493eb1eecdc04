import type { BarModel, ChartTable } from "@/lib/analytics/charts/chart-model";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";
import type { PiiQuery } from "./url";

/** A figure of the row under the finding. */
export type PiiFigure = {
  readonly name: string;
  readonly value: string;
  readonly basis: string;
  /** What it counts; null where there is nothing. */
  readonly href: string | null;
  readonly isBad: boolean;
};

/** A table with its finding as title. */
export type PiiTable = {
  readonly title: string;
  readonly subtitle: string;
  readonly table: ChartTable;
  /** What was left out; "" where nothing was. */
  readonly note: string;
  /** A matrix scrolls where it has too little room; other rows become records. */
  readonly isMatrix: boolean;
};

/** What the detector finds of generated values. */
export type PiiDetector = PiiTable & {
  /** "0.98", "0.94–1.00, 600 generated values". */
  readonly value: string;
  readonly basis: string;
  readonly href: string;
};

/** The model of the PII page. */
export type PiiModel = Omit<FindingModel, "figures"> & {
  readonly query: PiiQuery;
  readonly strip: readonly PiiFigure[];
  /** Where values leaked; null where none did. */
  readonly kinds: PiiTable | null;
  readonly byChannel: PiiTable | null;
  /** By release; null where no release is named. */
  readonly releases: BarModel | null;
  /** What the sender had redacted, by type; null where nothing personal was found. */
  readonly redacted: PiiTable | null;
  readonly detector: PiiDetector;
  /** Cases whose words could not all be looked through: how many, and their list; null where there are none. */
  readonly unread: { readonly words: string; readonly href: string } | null;
  /** All leaked values that the filters leave, as CSV; null where there are none. */
  readonly csvHref: string | null;
};
