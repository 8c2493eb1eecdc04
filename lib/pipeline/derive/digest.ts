import { createHash } from "node:crypto";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import type { Database } from "@/lib/store/port";
import { readReplayedCase, readReplays, readRunSummaries } from "@/lib/store/gate/replays";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readCase } from "@/lib/store/cases/read-case";
import { allSpanReadings } from "./all-span-readings";

/**
 * Hash over all derived data: cases with messages, handoffs, scores and links, replays, and for each span its reading
 * and its case. A pseudonym is replaced by its type and rank within the case or span, so that workspaces with different keys
 * have equal digests; surrogate keys, batches and counters are left out.
 * @returns 64 hex digits
 */
export async function digest(db: Database): Promise<string> {
  const parts: string[] = [];
  for (const caseId of await listCaseIds(db)) {
    const stored = await readCase(db, caseId);
    if (stored !== null) parts.push(contentDigest(stored));
  }
  for (const { run } of await readRunSummaries(db)) {
    for (const replay of await readReplays(db, run)) {
      parts.push(contentDigest({ ...replay, derived: await readReplayedCase(db, replay) }));
    }
  }
  for await (const page of allSpanReadings(db)) {
    for (const { traceId, spanId, kind, status, identity, contentHash } of page) {
      parts.push(contentDigest({ traceId, spanId, kind, status, identity, contentHash }));
    }
  }
  const whole = createHash("sha256");
  for (const part of parts.sort()) whole.update(part);
  return whole.digest("hex");
}

/** Hash over one value, its pseudonyms by type and rank. @returns 64 hex digits */
export function contentDigest(value: unknown): string {
  return createHash("sha256")
    .update(withRanks(JSON.stringify(value, byName)))
    .digest("hex");
}

/** For `JSON.stringify`: an object's properties in order of their names, in whichever they were written. */
function byName(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Replaces each pseudonym by its rank of first occurrence. */
function withRanks(json: string): string {
  const ranks = new Map<string, number>();
  return json.replace(maskedPattern, (masked, type: string) => {
    const rank = ranks.get(masked) ?? ranks.size;
    ranks.set(masked, rank);
    return `<${type}:${String(rank)}>`;
  });
}
