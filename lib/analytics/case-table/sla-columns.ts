import { slaStateAt, slaStates, type SlaState } from "@/lib/domain/case/sla-state";
import type { Columns } from "./columns";

/** The state of a case's clock at `asOf`. */
export function slaStateOf(columns: Columns, key: number, asOfUs: number): SlaState {
  const dueUs = columns.slaDueUs[key] ?? NaN;
  if (Number.isNaN(dueUs)) return "none";
  return slaStateAt(
    {
      slaDueUs: dueUs,
      slaRiskUs: known(columns.slaRiskUs[key]),
      slaPausedUs: known(columns.slaPausedUs[key]),
      slaStoppedUs: known(columns.slaStoppedUs[key]),
    },
    asOfUs,
  );
}

/** The same as a position in `slaStates`. */
export function slaCode(columns: Columns, key: number, asOfUs: number): number {
  return slaStates.indexOf(slaStateOf(columns, key, asOfUs));
}

/** Lists the instants at which the state of a case's clock may change. */
export function encodeSla(columns: Columns, key: number, due: (instant: number) => void): void {
  const dueUs = columns.slaDueUs[key] ?? NaN;
  if (Number.isNaN(dueUs)) return;
  // It is overdue after its last microsecond, not in it.
  due(dueUs + 1);
  for (const instants of [columns.slaRiskUs, columns.slaPausedUs, columns.slaStoppedUs]) {
    due(instants[key] ?? Infinity);
  }
}

function known(instant: number | undefined): number | null {
  return instant === undefined || instant === Infinity ? null : instant;
}
