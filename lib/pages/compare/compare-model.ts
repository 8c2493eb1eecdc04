import type { CompareQuery } from "./url";
import type { DotModel } from "@/lib/analytics/charts/chart-model";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";

/** One metric of both arms: crude, and adjusted for kind of case. */
export type ComparedModel = DotModel & { readonly id: string };

/** The model of the Compare page. */
export type CompareModel = FindingModel & {
  readonly query: CompareQuery;
  readonly metrics: readonly ComparedModel[];
  /** Resolution by release; null: fewer than two. */
  readonly releases: DotModel | null;
  /** Caveats. */
  readonly cautions: readonly string[];
};
