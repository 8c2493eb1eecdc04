import { createHash } from "node:crypto";
import type { Attributes } from "@/lib/domain/trace/span";
import { readReplays, type ReadReplays } from "@/lib/ingest/replays/read-replays";
import { chunked } from "../spans/decode-all";

type Context = Parameters<typeof readReplays>[1];

/** 2026-11-23T12:00:00Z. */
const replayedUs = 1_795_435_200_000_000;

const usual: Context = {
  run: "r1",
  release: "v15",
  cohort: null,
  scenario: null,
  channel: null,
  leg: null,
  repeat: null,
  startUs: replayedUs,
  sha256: (text) => createHash("sha256").update(text).digest("hex"),
};

/** Reads a file of replays from its text or from one value as JSON. */
export function readReplayFile(
  file: string | object,
  context: Partial<Context> = {},
  cuts?: readonly number[],
): Promise<ReadReplays> {
  const text = typeof file === "string" ? file : JSON.stringify(file);
  return readReplays(chunked(new TextEncoder().encode(text), cuts), { ...usual, ...context });
}

/** What was said, as "channel speaker: words" in order of time, by item and repeat. */
export function saidIn({ spans }: ReadReplays): Readonly<Record<string, readonly string[]>> {
  const channels = new Map(
    spans.flatMap(({ span }) =>
      span.parentSpanId === null ? [[span.traceId, textAt(span.attributes, "channel")]] : [],
    ),
  );
  const said: Record<string, string[]> = {};
  for (const { span } of spans.toSorted((a, b) => a.span.startUs - b.span.startUs)) {
    if (span.parentSpanId === null) continue;
    const { attributes, resource } = span;
    const item = textAt(resource, "throughline.cohort.item");
    const repeat = textAt(resource, "throughline.cohort.repeat");
    const speaker = textAt(attributes, "message.role", "gen_ai.tool.name");
    const words = textAt(attributes, "message.content", "gen_ai.tool.call.result");
    const line = `${channels.get(span.traceId) ?? ""} ${speaker}: ${words}`;
    (said[`${item} ${repeat}`] ??= []).push(line);
  }
  return said;
}

function textAt(attributes: Attributes, ...keys: readonly string[]): string {
  const value = keys.map((key) => attributes.get(key)).find((each) => each !== undefined);
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
