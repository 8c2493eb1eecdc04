import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { gateId, gateName } from "@/lib/domain/gate/gate-name";
import type { Run, RunOutcome } from "@/lib/domain/gate/run";
import { channelName } from "./read-cohort";
import { readRows, refuseTwice, type GateFile, type NumberedRow } from "./read-rows";

/** What a system said of an error: any text, made one line. */
const errorText = z.string().transform((text) => {
  const line = text.replaceAll(/[\p{Cc}\p{Cs}\s\uFFFE\uFFFF]+/gu, " ").trim();
  return line === "" ? "an error without a text" : line.slice(0, 200).replace(/\p{Cs}$/u, "");
});

const rowSchema = z
  .strictObject({
    item: gateId,
    score: z.number().min(0).max(1).nullish(),
    error: errorText.nullish(),
    evaluator: gateName.nullish(),
    version: z.union([gateName, z.number().transform(String)]).nullish(),
    repeat: z.int().default(1),
    channels: z.array(channelName).nullish(),
    critical: z.array(gateName).default([]),
    release: gateId.nullish(),
    cohort: gateName.nullish(),
  })
  .superRefine(({ score, error, evaluator, version }, context) => {
    const isScored = score !== null && score !== undefined;
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
    };
    if (isScored && error != null) refuse("has both a score and an error");
    if (!isScored && error == null) refuse("has neither a score nor an error");
    if (isScored && (evaluator == null || version == null)) {
      refuse("has a score without evaluator and version");
    }
  });
type Row = z.infer<typeof rowSchema>;

/**
 * Reads a run from JSON Lines: one row for each item, repeat and evaluator.
 * @param release the run's name where no row states one
 * @throws DomainError that says what is wrong and where
 */
export function readRun(file: GateFile, release: string): Run {
  const rows = readRows(file, rowSchema);
  refuseTwice(
    file.name,
    rows,
    ({ item, repeat, evaluator }) => JSON.stringify([item, repeat, evaluator ?? null]),
    "item, repeat and evaluator",
  );
  return {
    release: onlyOne(file.name, rows, "release") ?? release,
    cohort: onlyOne(file.name, rows, "cohort"),
    outcomes: rows.map(({ row }) => outcomeOf(row)).sort(byItem),
  };
}

/** What the rows state of the whole run; null if none does. */
function onlyOne(
  name: string,
  rows: readonly NumberedRow<Row>[],
  field: "release" | "cohort",
): string | null {
  const stated = [...new Set(rows.flatMap(({ row }) => row[field] ?? []))];
  if (stated.length > 1) {
    throw new DomainError(
      "invalid-input",
      `${name} is of more than one ${field} (${stated.sort().join(", ")}); give a file for each run.`,
    );
  }
  return stated[0] ?? null;
}

function outcomeOf(row: Row): RunOutcome {
  return {
    item: row.item,
    repeat: row.repeat,
    score: row.score ?? null,
    error: row.error ?? null,
    evaluator: row.evaluator ?? null,
    version: row.version ?? null,
    channels: row.channels == null ? null : [...new Set(row.channels)].sort(),
    critical: [...new Set(row.critical)].sort(),
  };
}

function byItem(a: RunOutcome, b: RunOutcome): number {
  if (a.item !== b.item) return a.item < b.item ? -1 : 1;
  if (a.repeat !== b.repeat) return a.repeat - b.repeat;
  return (a.evaluator ?? "") < (b.evaluator ?? "") ? -1 : 1;
}
