import type { Replay } from "../gate/replay";

/**
 * A user's decision about which case spans belong to. It refers to traces and cases by external ids, so it survives
 * rebuilds.
 */
export type Override =
  /** All spans of `fromCaseId` are read as `toCaseId`'s; the former stays as a duplicate. */
  | { readonly kind: "merge"; readonly fromCaseId: string; readonly toCaseId: string }
  /**
   * The span's subtree (the whole trace if `spanId` is null) belongs to `toCaseId`. A split is this for one contact's
   * traces and a new case.
   */
  | {
      readonly kind: "reassign";
      readonly traceId: string;
      readonly spanId: string | null;
      readonly toCaseId: string;
    }
  /** What replays of a run name as their items are these items of its cohort. Of two decisions the later counts. */
  | {
      readonly kind: "replays-joined";
      readonly run: string;
      readonly items: readonly JoinedReplay[];
    };

export type JoinedReplay = {
  /** The item as the spans name it. */
  readonly named: string;
  readonly item: string;
  /** Null: as the spans say. */
  readonly repeat: number | null;
};

/** The item and repeat that a replay counts as. */
export function joinReplay(replay: Replay, overrides: readonly Override[]): Replay {
  const joined = overrides
    .flatMap((each) =>
      each.kind === "replays-joined" && each.run === replay.run ? each.items : [],
    )
    .findLast(({ named }) => named === replay.item);
  return joined === undefined
    ? replay
    : { ...replay, item: joined.item, repeat: joined.repeat ?? replay.repeat };
}
