import type { Worker } from "node:worker_threads";
import { DomainError } from "@/lib/domain/domain-error";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import type { UnkeptLogs } from "@/lib/ingest/formats/logs/logged-events";
import { logEvent } from "@/lib/log/log-event";
import { startThread } from "../../worker/start-thread";
import type { DecoderReply, DecoderRequest } from "./decoder-protocol";
import type { Body } from "./preparer-protocol";
import { createSharedRoom } from "./shared-room";

/** A thread that decodes large bodies, and files. */
export type Decoder = {
  /**
   * Decodes a body part by part; returns what was not kept of it.
   * @throws DomainError "invalid-input" before the first part if it cannot be decoded whole; "too-large" if that takes
   * too much memory; "busy" if the thread ended at another body
   */
  readonly decode: (
    body: Body,
    owner: string,
  ) => AsyncGenerator<readonly DecodedItem[], UnkeptLogs>;
  /**
   * Decodes a file part by part (`decodeFile`).
   * @param onProgress called with the bytes read so far
   * @throws DomainError "busy" if the thread ended at something else; Error if the file takes too much memory
   */
  readonly decodeFile: (
    path: string,
    onProgress: (bytes: number) => void,
  ) => AsyncGenerator<readonly DecodedItem[], void>;
  readonly stop: () => Promise<void>;
};

/** Bodies up to this size never wait for those that are larger. */
const moderateBytes = 4 * 1024 * 1024;
/** Bytes of bodies of both kinds that are decoded at once: parsed, they take several times as much. */
const openBytesMax = { moderate: 40 * 1024 * 1024, large: 64 * 1024 * 1024 };
const heapMiB = 768;
const idleMs = 5000;

type Answer = {
  readonly resolve: (reply: DecoderReply) => void;
  readonly reject: (error: Error) => void;
};
type Running = {
  readonly thread: Worker;
  readonly answers: Map<number, Answer>;
  /** Whom it tells how far a file was read. */
  readonly progress: Map<number, (bytes: number) => void>;
  /** The body that it was asked of last. */
  last: number;
};

/** Starts no thread until a body comes; it ends once it had nothing to do for a while. */
export function startDecoder(): Decoder {
  let running: Running | null = null;
  let nextId = 1;
  let openFiles = 0;
  let idle: NodeJS.Timeout | undefined;
  const rooms = {
    moderate: createSharedRoom(openBytesMax.moderate),
    large: createSharedRoom(openBytesMax.large),
  };

  function start(): Running {
    const thread = startThread("decoder.mjs", { heapMiB });
    const started: Running = { thread, answers: new Map(), progress: new Map(), last: 0 };
    let isFull = false;
    thread.on("message", (reply: DecoderReply) => {
      if (reply.type === "read") {
        started.progress.get(reply.id)?.(reply.bytes);
        return;
      }
      const answer = started.answers.get(reply.id);
      started.answers.delete(reply.id);
      answer?.resolve(reply);
    });
    thread.on("error", (error: NodeJS.ErrnoException) => {
      isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      logEvent("preparer-failed", { error });
    });
    thread.on("exit", () => {
      if (running === started) running = null;
      for (const [id, { reject }] of started.answers)
        reject(isFull && id === started.last ? tooLarge : ended);
    });
    return started;
  }

  function ask(target: Running, request: DecoderRequest, transfer: ArrayBuffer[] = []) {
    return new Promise<DecoderReply>((resolve, reject) => {
      target.answers.set(request.id, { resolve, reject });
      target.last = request.id;
      target.thread.postMessage(request, transfer);
    });
  }

  function endWhenIdle(): void {
    clearTimeout(idle);
    if (openFiles > 0 || !rooms.moderate.isEmpty() || !rooms.large.isEmpty()) return;
    idle = setTimeout(() => void running?.thread.terminate(), idleMs);
    idle.unref();
  }

  async function* decode(
    body: Body,
    owner: string,
  ): AsyncGenerator<readonly DecodedItem[], UnkeptLogs> {
    const bytes = body.chunks.reduce((sum, { length }) => sum + length, 0);
    const room = bytes > moderateBytes ? rooms.large : rooms.moderate;
    const giveBack = await room.take(owner, bytes);
    clearTimeout(idle);
    const id = nextId;
    nextId += 1;
    const own = (running ??= start());
    try {
      const opened = { ...body, chunks: [...body.chunks] };
      const buffers = body.chunks.map(({ buffer }) => buffer);
      const reply = await ask(own, { type: "open", id, body: opened }, buffers);
      if (reply.type === "undecodable") throw new DomainError("invalid-input", reply.reason);
      return yield* partsOf(own, id);
    } finally {
      giveBack();
      endWhenIdle();
    }
  }

  async function* decodeFile(
    path: string,
    onProgress: (bytes: number) => void,
  ): AsyncGenerator<readonly DecodedItem[], void> {
    clearTimeout(idle);
    const id = nextId;
    nextId += 1;
    const own = (running ??= start());
    openFiles += 1;
    own.progress.set(id, onProgress);
    try {
      await ask(own, { type: "open-file", id, path });
      yield* partsOf(own, id);
    } catch (error) {
      // Another try would end likewise.
      throw error === tooLarge ? new Error("The file takes too much memory.") : error;
    } finally {
      own.progress.delete(id);
      openFiles -= 1;
      endWhenIdle();
    }
  }

  /** Asks for one part after another, and forgets what it was of, however that ends. */
  async function* partsOf(
    own: Running,
    id: number,
  ): AsyncGenerator<readonly DecodedItem[], UnkeptLogs> {
    try {
      for (;;) {
        if (running !== own) throw ended;
        const reply = await ask(own, { type: "next", id });
        if (reply.type === "end") return reply.unkept;
        if (reply.type !== "items") throw new Error(whyOf(reply));
        yield reply.items;
      }
    } finally {
      if (running === own) own.thread.postMessage({ type: "close", id } satisfies DecoderRequest);
    }
  }

  return {
    decode,
    decodeFile,
    stop: async () => {
      clearTimeout(idle);
      await running?.thread.terminate();
    },
  };
}

function whyOf(reply: DecoderReply): string {
  return reply.type === "failed" ? reply.message : `an answer of type ${reply.type}`;
}

const tooLarge = new DomainError(
  "too-large",
  "The body takes too much memory when it is decoded; send smaller batches.",
);
const ended = new DomainError(
  "busy",
  "The thread that decodes large bodies ended; send the same request again.",
);
