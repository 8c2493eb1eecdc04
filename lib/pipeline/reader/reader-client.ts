import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { DomainError } from "@/lib/domain/domain-error";
import { displayZone } from "@/lib/format/format";
import { logEvent } from "@/lib/log/log-event";
import { startThread } from "../worker/start-thread";
import type { PageLoaders, PageStreams } from "./page-loaders";
import type { ReaderReply, ReaderRequest, ReadRequest, Refusal } from "./reader-protocol";

const respawnMs = 1000;
const restarting = {
  code: "busy",
  message: "The reader is starting again; ask again.",
  fault: "reader-starting",
} as const;

type Client = {
  worker: Worker | null;
  nextId: number;
  /** True once it was asked to end; it is then not started again. */
  isStopping: boolean;
  readonly waiting: Map<number, Waiting>;
};
type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

declare global {
  // Module reloads in development must not start a second reader.
  var throughlineReader: Client | undefined;
}

/** Starts the server's reader thread once, and again after a crash. */
export function startReader(): void {
  clientOf();
}

/**
 * Lets the reader thread call a page's loader, in the display zone of this request.
 * @param args they are copied, and so is the result: neither holds a function
 * @throws DomainError what the loader refuses; "busy" while the reader starts again
 */
export async function askReader<Name extends keyof PageLoaders>(
  loader: Name,
  ...args: Parameters<PageLoaders[Name]>
): Promise<Awaited<ReturnType<PageLoaders[Name]>>> {
  const value = await send((id) => ({ type: "load", id, loader, args, zone: displayZone() }));
  return value as Awaited<ReturnType<PageLoaders[Name]>>;
}

/** The same of what is sent while it is read; ending the generator ends the reading. */
export async function* streamFromReader<Name extends keyof PageStreams>(
  stream: Name,
  ...args: Parameters<PageStreams[Name]>
): AsyncGenerator<string, void> {
  const client = clientOf();
  const id = client.nextId;
  client.nextId += 1;
  const ask = (request: ReadRequest) => sendAs(client, id, request);
  await ask({ type: "open", id, stream, args, zone: displayZone() });
  try {
    for (;;) {
      const piece = (await ask({ type: "next", id })) as IteratorResult<string, void>;
      if (piece.done === true) return;
      yield piece.value;
    }
  } finally {
    await ask({ type: "close", id });
  }
}

/** Lets the reader keep what its next start would have to read anew, and end. It is not started again. */
export async function stopReader(): Promise<void> {
  const client = globalThis.throughlineReader;
  if (client === undefined) return;
  client.isStopping = true;
  const { worker } = client;
  if (worker === null) return;
  const gone = once(worker, "exit");
  worker.postMessage({ type: "stop" } satisfies ReaderRequest);
  await gone;
}

function send(request: (id: number) => ReadRequest): Promise<unknown> {
  const client = clientOf();
  const id = client.nextId;
  client.nextId += 1;
  return sendAs(client, id, request(id));
}

function sendAs(client: Client, id: number, request: ReadRequest): Promise<unknown> {
  const { worker } = client;
  if (worker === null) return Promise.reject(errorOf(restarting));
  return new Promise((resolve, reject) => {
    client.waiting.set(id, { resolve, reject });
    worker.postMessage(request);
  });
}

function clientOf(): Client {
  globalThis.throughlineReader ??= spawn({
    ...{ worker: null, nextId: 1, isStopping: false, waiting: new Map() },
  });
  return globalThis.throughlineReader;
}

function spawn(client: Client): Client {
  const worker = startThread("reader.mjs");
  client.worker = worker;
  worker.on("message", (reply: ReaderReply) => settle(client, reply));
  worker.on("error", (error) => {
    logEvent("reader-crashed", { error });
  });
  worker.on("exit", () => {
    client.worker = null;
    for (const id of client.waiting.keys()) {
      settle(client, { type: "refused", id, ...restarting });
    }
    if (!client.isStopping) setTimeout(() => spawn(client), respawnMs).unref();
  });
  return client;
}

function settle(client: Client, reply: ReaderReply): void {
  const waiting = client.waiting.get(reply.id);
  client.waiting.delete(reply.id);
  if (reply.type === "read") waiting?.resolve(reply.value);
  else if (reply.type === "refused") waiting?.reject(errorOf(reply));
  else waiting?.reject(Object.assign(reply.error, reply.code !== null && { code: reply.code }));
}

function errorOf({ code, message, fault }: Refusal): DomainError {
  return new DomainError(code, message, { fault });
}
