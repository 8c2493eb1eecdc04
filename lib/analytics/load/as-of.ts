import type { Database } from "@/lib/store/port";
import { readSequence } from "@/lib/store/cases/changed-since";
import { newestClosing, newestContact } from "@/lib/store/cases/newest-instant";
import { leewayUs } from "../select/case-extent";
import { workspaceReader } from "./workspace-reader";

/** Data that bring nothing for longer have ended: 7 days in microseconds. */
const silenceUs = 7 * 86_400_000_000;

/** The newest closing, read anew once something was written. */
type Closing = { readonly sequence: number; readonly newestUs: number | null };
const closings = new WeakMap<Database, Closing>();

/**
 * The instant as of which a workspace's cases are shown: now, or the newest contact or closing where the data have
 * ended, so that the silence after it counts as no outcome, age or delay.
 * @param path its file, which may be absent
 * @param nowUs microseconds since 1970
 */
export async function loadAsOf(path: string, nowUs: number): Promise<number> {
  const reader = workspaceReader(path);
  return reader === null ? nowUs : readAsOf(reader, nowUs);
}

/** The same of a workspace that is open. */
export async function readAsOf(db: Database, nowUs: number): Promise<number> {
  const newestUs = await readNewestContact(db, nowUs);
  if (newestUs === null || nowUs - newestUs <= silenceUs) return nowUs;
  const closedUs = await readNewestClosing(db, nowUs + leewayUs);
  const endUs = Math.max(newestUs, closedUs ?? newestUs);
  return nowUs - endUs <= silenceUs ? nowUs : endUs;
}

/** The newest contact or opening, but what a clock that runs ahead wrote. @returns microseconds since 1970; null: none */
export function readNewestContact(db: Database, nowUs: number): Promise<number | null> {
  return newestContact(db, nowUs + leewayUs);
}

async function readNewestClosing(db: Database, untilUs: number): Promise<number | null> {
  const sequence = await readSequence(db);
  const known = closings.get(db);
  if (known?.sequence === sequence) return known.newestUs;
  const newestUs = await newestClosing(db, untilUs);
  closings.set(db, { sequence, newestUs });
  return newestUs;
}
