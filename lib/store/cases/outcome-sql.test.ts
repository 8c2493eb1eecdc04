import BetterSqlite3 from "better-sqlite3";
import fc from "fast-check";
import { expect, it } from "vitest";
import { closureEvidences } from "@/lib/domain/case/case";
import { outcomeAt, outcomes, type OutcomeFacts } from "@/lib/domain/case/outcome";
import { outcomeSql } from "./outcome-sql";

const instant = fc.option(fc.integer({ min: 0, max: 6 }));
const facts: fc.Arbitrary<OutcomeFacts> = fc.record({
  isMerged: fc.boolean(),
  hasTranscript: fc.boolean(),
  isPassedOn: fc.boolean(),
  openedUs: instant,
  closing: fc.option(
    fc.record({
      atUs: fc.integer({ min: 0, max: 6 }),
      from: fc.constantFrom("event", "record", "inferred"),
    }),
  ),
  reopenedUs: instant,
  repeatUs: instant,
  evidence: fc.constantFrom(...closureEvidences),
  matureUs: instant,
});

it("reads the same outcome from a row as outcomeAt from the facts, for every outcome", () => {
  const connection = new BetterSqlite3(":memory:");
  const read = connection
    .prepare(
      `SELECT ${outcomeSql("@asOf")} FROM (SELECT @merged AS merged_into,
        @transcript AS has_transcript, @passed AS is_passed_on, @closed AS closed_us, @closedFrom AS closed_from,
        @reopened AS reopened_us, @repeated AS repeat_us, @mature AS mature_us,
        @evidence AS evidence)`,
    )
    .pluck();
  const seen = new Set<unknown>();
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 6 }), (known, asOf) => {
      const outcome = read.get({
        asOf,
        merged: known.isMerged ? "other" : null,
        transcript: known.hasTranscript ? 1 : 0,
        passed: known.isPassedOn ? 1 : 0,
        closed: known.closing?.atUs ?? null,
        closedFrom: known.closing?.from ?? null,
        reopened: known.reopenedUs,
        repeated: known.repeatUs,
        mature: known.matureUs,
        evidence: known.evidence,
      });
      seen.add(outcome);
      expect(outcome).toBe(outcomeAt(known, asOf));
    }),
    { numRuns: 20_000 },
  );
  expect(seen).toEqual(new Set(outcomes));
  connection.close();
});
