import type { CompareQuery } from "./url";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";

/** One outcome of both arms: at first sight, and on the same kinds of case. */
export type ComparedModel = DotModel & { readonly id: string };

/** What the Compare page shows. */
export type CompareModel = FindingModel & {
  readonly query: CompareQuery;
  readonly metrics: readonly ComparedModel[];
  /** What one has to know to read it right. */
  readonly cautions: readonly string[];
};
