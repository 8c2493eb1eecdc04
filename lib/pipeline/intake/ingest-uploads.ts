import { setTimeout as wait } from "node:timers/promises";
import { isDomainError } from "@/lib/domain/domain-error";
import type { UploadResult, UploadState } from "@/lib/domain/settings/upload";
import { countBatchCases } from "@/lib/store/spans/batch-cases";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { nowUs } from "@/lib/clock/server";
import { describeError } from "@/lib/log/describe-error";
import { logEvent } from "@/lib/log/log-event";
import { ingestFile, type FileResult } from "./ingest-file";
import { createPreparation } from "./preparation";
import type { Preparers } from "./threads/start-preparers";
import type { Decoder } from "./threads/start-decoder";
import type { TakeTurns } from "./threads/take-turns";
import {
  listSpooled,
  noteAttempt,
  removeSpooled,
  setSpooledAside,
  spooledPath,
  takeBackAttempt,
  type SpooledFile,
} from "./upload-spool";
import { whenBatchesDerived } from "../derive/when-batches-derived";

/** A file is given up after the writer or the server ended this often while reading it. */
const attemptsMax = 3;
/** After the disk, or another process's lock, kept a file from being read. */
const pauseMs = 2000;
const reportEveryMs = 200;

type ReportState = (file: SpooledFile, state: UploadState) => void;

export type IngestedUploads = {
  /** Call it when another file is complete. */
  readonly look: () => void;
  /** Call it before the thread ends by request: the file being read is read again, and no attempt at it is counted. */
  readonly returnToSpool: () => void;
};

/**
 * Reads uploaded files one by one, including those that an earlier run left.
 * @param reportState called with each file's state as it changes
 */
export function ingestUploads(writer: UploadWriter, reportState: ReportState): IngestedUploads {
  const known = new Set<string>();
  const waiting: SpooledFile[] = [];
  let reading: SpooledFile | null = null;
  let running = false;

  async function readWaiting(): Promise<void> {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      reading = file;
      const isDone = await readOne(writer, file, reportState);
      reading = null;
      if (isDone) continue;
      waiting.unshift(file);
      await wait(pauseMs);
    }
  }

  function look(): void {
    for (const file of listSpooled()) {
      if (known.has(file.id)) continue;
      known.add(file.id);
      waiting.push(file);
      reportState(file, { kind: "waiting" });
    }
    if (running) return;
    running = true;
    void readWaiting().finally(() => {
      running = false;
    });
  }

  look();
  return {
    look,
    returnToSpool: () => {
      if (reading !== null) takeBackAttempt(reading);
    },
  };
}

/** What files are read with. */
export type UploadWriter = {
  readonly main: Database;
  readonly preparers: Preparers;
  readonly decoder: Decoder;
  readonly takeTurns: TakeTurns;
};

/** Files are one sender beside those of bodies. */
const owner = "files";

/** @returns false where the disk or another process kept it from being read: it is to be read again */
async function readOne(
  writer: UploadWriter,
  spooled: SpooledFile,
  reportState: ReportState,
): Promise<boolean> {
  const { main } = writer;
  let file = spooled;
  try {
    if (spooled.attempts >= attemptsMax) {
      const place = setSpooledAside(spooled.id);
      reportState(spooled, failed(givenUpSentence(place)));
      return true;
    }
    file = noteAttempt(spooled);
    const result = await read(writer, file, reportState);
    reportState(file, { kind: "deriving" });
    void whenBatchesDerived(main, [result.batch])
      .then(() => countBatchCases(main, [result.batch]))
      .then((touched) => reportState(file, stateOf(result, touched)))
      .catch(() => reportState(file, stateOf(result, nothingTouched)));
  } catch (error) {
    if (isOfMachine(error)) {
      reportState(spooled, { kind: "waiting" });
      takeBackQuietly(spooled);
      return false;
    }
    reportState(file, failed(brokenSentence(error, setSpooledAside(file.id))));
    return true;
  }
  removeSpooled(file.id);
  return true;
}

/** Of the disk or another process, not of the file: it was acknowledged, so it is read once that is over. */
function isOfMachine(error: unknown): boolean {
  return isDomainError(error) || (error instanceof Error && "syscall" in error);
}

/** A full disk keeps this from being written, too: then an attempt is counted that was none. */
function takeBackQuietly(file: SpooledFile): void {
  try {
    takeBackAttempt(file);
  } catch (error) {
    logEvent("file-attempt-kept", { error });
  }
}

function brokenSentence(error: unknown, place: string): string {
  return `It was not read to its end: an error of ours (${describeError(error)}). What was read is stored, and the file is kept in the data folder as ${place}: throughline ingest reads it from there.`;
}

function givenUpSentence(place: string): string {
  return `The server ended ${String(attemptsMax)} times while it read this file, so it was put aside. It is kept in the data folder as ${place}: throughline ingest reads it from there.`;
}

async function read(
  { main: db, preparers, decoder, takeTurns }: UploadWriter,
  file: SpooledFile,
  reportState: ReportState,
): Promise<FileResult> {
  let toldMs = 0;
  const onProgress = (bytes: number) => {
    if (performance.now() - toldMs < reportEveryMs) return;
    toldMs = performance.now();
    reportState(file, { kind: "reading", bytes });
  };
  onProgress(0);
  const path = spooledPath(file.id);
  const preparation = createPreparation(await readSettings(db));
  const context = {
    ...{ db, preparation, preparers, takeTurns, owner },
    ...{ now: nowUs, onProgress },
  };
  return ingestFile(
    { name: sourceOf(file), decode: (onBytes) => decoder.decodeFile(path, onBytes) },
    context,
  );
}

/** Spans stored by an earlier attempt count as duplicates in this one; the batch's name says why. */
function sourceOf({ name, attempts }: SpooledFile): string {
  return attempts > 1 ? `${name}, read again from its beginning` : name;
}

type Touched = Pick<UploadResult, "cases" | "oneSided" | "replays" | "leftProduction">;

const nothingTouched: Touched = { cases: 0, oneSided: 0, replays: 0, leftProduction: 0 };

function stateOf(
  result: FileResult,
  { cases, oneSided, replays, leftProduction }: Touched,
): UploadState {
  const { rejects, columns, batch, source: _, ...counts } = result;
  const refusals = rejects.length;
  const isNothing = Object.values(counts).every((count) => count === 0);
  const first = rejects[0];
  if (isNothing && columns === null && first !== undefined) return failed(first.reason);
  return {
    kind: "done",
    batch,
    ...counts,
    refusals,
    cases,
    oneSided,
    replays,
    leftProduction,
    columns,
  };
}

function failed(sentence: string): UploadState {
  return { kind: "failed", sentence };
}
