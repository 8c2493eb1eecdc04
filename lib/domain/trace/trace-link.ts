import { replayMark } from "@/lib/domain/gate/replay";

/** More linked traces than this are a batch's, whose words are of no one of them. */
export const linkedTracesMax = 16;

const mark = `${replayMark}link${replayMark}`;

/** The key under which a trace hands its facts to the traces that link to it; no session has this name. */
export function linkKey(traceId: string): string {
  return mark + traceId;
}

/** The trace whose facts are handed down under a key; null of a session. */
export function linkedTraceOf(key: string): string | null {
  return key.startsWith(mark) ? key.slice(mark.length) : null;
}
