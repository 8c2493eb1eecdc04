import type { Figure } from "../metrics/figure";
import type { Metric } from "../metrics/metric";
import { slaMetrics } from "../metrics/sla-metrics";
import { breakdowns, type Breakdown } from "../ask/breakdown";
import { figuresOf } from "../ask/count";
import type { GroupRates } from "../ask/group-rates";
import type { Snapshot } from "../ask/snapshot";
import { handledByChannel, type HandledOn } from "../outcomes/contact-figures";
import { countsOfSet } from "../counts/counts";
import { caseTies, compareTies } from "../select/tie-order";
import { slaStateOf } from "../case-table/sla-columns";
import type { RowFacet } from "../facets/facet-groups";
import { teamFigures, type TeamsFigures } from "./team-figures";
import { tallySla, type SlaTally } from "./tally-sla";

/** The service clocks of some cases. */
export type SlaFacts = {
  readonly tally: SlaTally;
  readonly rates: ReadonlyMap<RowFacet, GroupRates>;
  /** By the metric's id. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly teams: TeamsFigures;
  /** Durations by the metric's id, and of contacts by channel. */
  readonly times: ReadonlyMap<string, Figure>;
  readonly handled: readonly HandledOn[];
};

/** Urgent cases and teams that are listed. */
const [rowsMax, teamsMax] = [12, 12];

type SlaRequest = {
  readonly breakdowns: readonly Breakdown[];
  readonly teamMetrics: readonly Metric[];
  readonly timeMetrics: readonly Metric[];
  /** All where there are none. */
  readonly teams: readonly string[];
  /** See `workableFromUs`. */
  readonly workableUs: number;
};

/** Computes it. */
export function readSla({ once, cases, listed }: Snapshot, request: SlaRequest): SlaFacts {
  return once("sla", () => {
    const { table, places } = listed();
    const keys = places("cases");
    return {
      tally: tallySla(listed(), { workableUs: request.workableUs, most: rowsMax }),
      rates: breakdowns(cases(), request.breakdowns),
      figures: figuresOf(cases(), slaMetrics),
      times: figuresOf(cases(), request.timeMetrics),
      handled: handledByChannel(countsOfSet(cases())),
      teams: teamFigures(table, keys, request.teamMetrics, { only: request.teams, most: teamsMax }),
    };
  });
}

/** Keys of the cases that have a target, the earliest due first. */
export function listDue({ table, selection, about }: Snapshot): Uint32Array {
  const { columns } = table;
  const ties = caseTies(table);
  const dueOf = (key: number) => columns.slaDueUs[key] ?? Infinity;
  return selection()
    .keys.filter((key) => slaStateOf(columns, key, about.asOfUs) !== "none")
    .sort((one, other) => dueOf(one) - dueOf(other) || compareTies(ties, one, other));
}
