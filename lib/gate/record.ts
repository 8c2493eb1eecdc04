import { z } from "zod";
import { gateInputSchema, type GateInput } from "@/lib/domain/gate/gate-input";
import type { GateVerdict } from "@/lib/domain/gate/verdict";
import { decideGate } from "./decide";
import { hashInput, type GateHashes } from "./gate-hashes";

/** Raised when the same input could give another verdict or text. */
const gateVersion = 6;

/** A verdict with all that it rests on. */
export type GateRecord = {
  readonly gateVersion: number;
  readonly hashes: GateHashes;
  readonly input: GateInput;
  readonly verdict: GateVerdict;
};

/** Decides, and keeps what was decided by; in whatever order its fields were given. */
export function makeRecord(given: GateInput, sha256: (text: string) => string): GateRecord {
  const input = gateInputSchema.parse(given);
  const hashes = hashInput(input, sha256);
  return { gateVersion, hashes, input, verdict: decideGate(input, hashes) };
}

/** A record as one line of JSON, whose bytes its input determines. */
export function formatRecord(record: GateRecord): string {
  return JSON.stringify(record);
}

const versionSchema = z.object({
  gateVersion: z.int(),
  hashes: z.object({ candidate: z.string() }),
});
const storedSchema = z.object({ input: gateInputSchema });

export type RecomputedRecord =
  | { readonly kind: "unreadable" }
  /** Decided by another version of the gate; `candidate` is the hash of its outcomes. */
  | { readonly kind: "other-version"; readonly version: number; readonly candidate: string }
  | {
      readonly kind: "recomputed";
      readonly record: GateRecord;
      /** Parts of the stored record that differ from what its input gives; empty: identical byte for byte. */
      readonly differing: readonly string[];
    };

/** Decides a stored record's input again and compares every byte. */
export function recomputeRecord(line: string, sha256: (text: string) => string): RecomputedRecord {
  const parsed = parseJson(line);
  const decidedWith = versionSchema.safeParse(parsed);
  if (!decidedWith.success) return { kind: "unreadable" };
  const { gateVersion: version, hashes } = decidedWith.data;
  const { candidate } = hashes;
  if (version !== gateVersion) return { kind: "other-version", version, candidate };
  const stored = storedSchema.safeParse(parsed);
  if (!stored.success) return { kind: "unreadable" };
  const record = makeRecord(stored.data.input, sha256);
  if (formatRecord(record) === line) return { kind: "recomputed", record, differing: [] };
  const parts = Object.entries({ ...record.hashes, verdict: record.verdict }).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(partOf(parsed, part)),
  );
  const differing = parts.map(([part]) => part);
  return { kind: "recomputed", record, differing: differing.length === 0 ? ["text"] : differing };
}

function partOf(stored: unknown, part: string): unknown {
  const { hashes, verdict } = z
    .object({ hashes: z.record(z.string(), z.unknown()), verdict: z.unknown() })
    .partial()
    .catch({})
    .parse(stored);
  return part === "verdict" ? verdict : hashes?.[part];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
