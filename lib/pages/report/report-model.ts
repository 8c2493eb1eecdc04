import type { DotModel, PlainTable } from "@/lib/analytics/charts/chart-model";
import type { FindingsModel } from "@/lib/analytics/findings/finding-model";
import type { ReportSize } from "@/lib/analytics/filter/overview-query";
import type { OverviewModel } from "@/lib/pages/overview/overview-model";

/** What other pages show of the same cases. */
type ReportDetail = {
  /** Contacts a case by first channel. */
  readonly adjusted: DotModel;
  /** Resolution by release; null: fewer than two. */
  readonly releases: DotModel | null;
  /** How long things take; null: nothing was timed. */
  readonly times: PlainTable | null;
};

/** The input of the report. */
export type ReportModel = {
  readonly overview: OverviewModel;
  readonly findings: FindingsModel;
  /** What other pages show of the same cases. */
  readonly detail: ReportDetail;
  readonly workspace: string;
  /** Hash of the case set, as in its CSV. */
  readonly dataHash: string;
  /** Version of the figures' definitions. */
  readonly definitions: string;
  /** The app's origin for links: "https://throughline.example"; null: no links. */
  readonly base: string | null;
  readonly size: ReportSize;
};
