import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { DomainError } from "@/lib/domain/domain-error";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { Reject } from "@/lib/domain/trace/finding";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { wholeFileBytesMax, wholeFileError } from "@/lib/gate/read/whole-file";
import { caseJsonl } from "@/lib/ingest/formats/case-jsonl";
import { recogniseFormat } from "@/lib/ingest/formats/registry";
import { isReplayFile } from "@/lib/ingest/replays/is-replay-file";
import { readReplays } from "@/lib/ingest/replays/read-replays";
import { mergeTraceNames, readTraceNames, type TraceNames } from "@/lib/ingest/run/trace-names";
import type { StepProgress } from "../derive/with-derivation";
import { decodeInput, headLength, peek } from "../intake/decode-input";
import type { Input } from "../intake/ingest-file";

type DecodedSpan = Extract<DecodedItem, { readonly type: "span" }>;
type SpanOrEvent = DecodedSpan | Extract<DecodedItem, { readonly type: "event" }>;

/** What the files of a run hold. */
export type RunInputs = {
  /** What each trace names, by its id. */
  readonly traces: ReadonlyMap<string, TraceNames>;
  /** Reads the spans and their log events; those of traces' files from the disk again, so that no file is in memory. */
  readonly spans: () => AsyncGenerator<readonly SpanOrEvent[]>;
  readonly rejects: readonly Reject[];
  /** CRM records, which are of production. */
  readonly records: number;
  /** What is known of the items that files do not name, of each file. */
  readonly unnamed: readonly (readonly CohortItem[])[];
};

/**
 * Reads which traces a run's files hold, and simulators' reports and transcripts whole. Standard input is held in memory,
 * up to the size of a file that is read whole, as it comes only once.
 */
export async function readRunInputs(
  inputs: readonly Input[],
  context: Parameters<typeof readReplays>[1],
  settings: ReadingSettings,
  startStep: StepProgress,
): Promise<RunInputs> {
  const held: SpanOrEvent[] = [];
  const files: Input[] = [];
  const traces = new Map<string, TraceNames>();
  const note = ({ span }: DecodedSpan) => {
    const { traceId } = span;
    const names = readTraceNames(traceId, [span], settings);
    const known = traces.get(traceId);
    traces.set(traceId, known === undefined ? names : mergeTraceNames(known, names));
  };
  const rejects: Reject[] = [];
  const unnamed: (readonly CohortItem[])[] = [];
  let records = 0;
  for (const input of inputs) {
    const step = startStep(`reading ${input.name}`, input.bytes);
    let bytes = 0;
    let isWhole = false;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of input.open() as AsyncIterable<Uint8Array>) {
        step.update((bytes += chunk.length));
        if (isWhole && bytes > wholeFileBytesMax) throw tooLarge(input.name);
        yield chunk;
      }
    };
    const { head, bytes: content } = await peek(counted(), headLength);
    if (isTranscript(head)) {
      if ((input.bytes ?? 0) > wholeFileBytesMax) throw tooLarge(input.name);
      isWhole = true;
      const found = await readReplays(content, context);
      for (const span of found.spans) {
        note(span);
        held.push(span);
      }
      rejects.push(...found.rejects);
      unnamed.push(found.items.filter(({ id }) => found.unnamed.has(id)));
    } else {
      isWhole = input.bytes === null;
      if (!isWhole) files.push(input);
      for await (const items of decodeInput(content)) {
        for (const item of items) {
          if (item.type === "span") {
            note(item);
            if (isWhole) held.push(item);
          } else if (item.type === "event") {
            if (isWhole) held.push(item);
          } else if (item.type === "reject") rejects.push(item.reject);
          else if (item.type === "record") records += 1;
        }
      }
    }
    step.done();
  }
  return { traces, spans: () => spansOf(held, files), rejects, records, unnamed };
}

async function* spansOf(
  held: readonly SpanOrEvent[],
  files: readonly Input[],
): AsyncGenerator<readonly SpanOrEvent[]> {
  yield held;
  for (const file of files) {
    for await (const items of decodeInput(file.open() as AsyncIterable<Uint8Array>)) {
      yield items.filter((item) => item.type === "span" || item.type === "event");
    }
  }
}

function tooLarge(name: string): DomainError {
  return wholeFileError(name, "split it by items");
}

/** Whether this is a simulator's report or transcripts: JSON, and no traces; a report can look like CRM cases. */
function isTranscript(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString();
  const format = recogniseFormat(head);
  return format === null
    ? /^\uFEFF?\s*[[{]/u.test(text)
    : format === caseJsonl && isReplayFile(text);
}
