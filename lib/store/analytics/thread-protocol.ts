import type { ResultRow } from "./duckdb";

/** To the thread that owns the analytic tables. A session's queries are of one moment. */
export type AnalyticsRequest =
  | { readonly type: "begin"; readonly id: number; readonly path: string }
  | { readonly type: "rows"; readonly id: number; readonly session: number; readonly sql: string }
  | {
      readonly type: "keys";
      readonly id: number;
      readonly session: number;
      readonly keys: readonly number[];
    }
  | { readonly type: "end"; readonly id: number; readonly session: number };

/** The answer to one request. */
export type AnalyticsReply =
  | { readonly type: "begun"; readonly id: number; readonly session: number }
  | { readonly type: "rows"; readonly id: number; readonly rows: readonly ResultRow[] }
  | { readonly type: "keys"; readonly id: number; readonly name: string }
  | { readonly type: "ended"; readonly id: number }
  | { readonly type: "failed"; readonly id: number; readonly message: string };

/** How many cases were read so far while all of a workspace's are read. */
export type AnalyticsProgress = {
  readonly type: "progress";
  readonly path: string;
  readonly cases: number;
};
