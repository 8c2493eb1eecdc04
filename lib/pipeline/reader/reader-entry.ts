import { AsyncLocalStorage } from "node:async_hooks";
import { parentPort } from "node:worker_threads";
import { saveCaseTables } from "@/lib/analytics/load/case-table";
import { DomainError, isDomainError } from "@/lib/domain/domain-error";
import { workspaceNames } from "@/lib/domain/workspace";
import { countingZone, setDisplayZoneSource } from "@/lib/format/format";
import { errorCode } from "@/lib/log/error-code";
import { innermostCause } from "@/lib/log/error-facts";
import { warmCaseTables } from "@/lib/pages/overview/load-case-tables";
import { nowUs } from "@/lib/clock/server";
import { keepColumnsInDataFolder } from "../worker/column-files";
import { workspacePath } from "../worker/data-folder";
import { pageLoaders, pageStreams } from "./page-loaders";
import type { ReaderReply, ReaderRequest, ReadRequest } from "./reader-protocol";

/**
 * The reader thread: it holds the columns of cases and reads what pages show, so that no query holds up what the web
 * thread does meanwhile.
 */
const port = parentPort;
if (port === null) throw new Error("This file runs as a worker thread of the server.");

type Loader = (...args: readonly unknown[]) => unknown;
type Stream = (...args: readonly unknown[]) => AsyncGenerator<string, void>;
// What comes in was checked by the types of the client.
const loaders = pageLoaders as unknown as Readonly<Record<string, Loader>>;
const streams = pageStreams as unknown as Readonly<Record<string, Stream>>;

const zones = new AsyncLocalStorage<string>();
setDisplayZoneSource(() => zones.getStore() ?? countingZone);

type OpenStream = { readonly lines: AsyncGenerator<string, void>; readonly zone: string };
const open = new Map<number, OpenStream>();

port.on("message", (request: ReaderRequest) => {
  if (request.type === "stop") void stop();
  else void answer(request);
});
keepColumnsInDataFolder();
const paths = workspaceNames.map((name) => workspacePath(name));
void warmCaseTables(paths, nowUs());

async function answer(request: ReadRequest): Promise<void> {
  const { id } = request;
  let reply: ReaderReply;
  try {
    const value = await read(request);
    reply = { type: "read", id, value };
  } catch (error) {
    reply = replyOf(id, error);
  }
  port?.postMessage(reply);
}

function read(request: ReadRequest): unknown {
  switch (request.type) {
    case "load": {
      const { loader, args, zone } = request;
      return zones.run(zone, () => loaders[loader]?.(...args));
    }
    case "open": {
      const { id, stream, args, zone } = request;
      const lines = streams[stream]?.(...args);
      if (lines !== undefined) open.set(id, { lines, zone });
      return undefined;
    }
    case "next":
      return next(request.id);
    case "close":
      return open
        .get(request.id)
        ?.lines.return(undefined)
        .finally(() => open.delete(request.id));
  }
}

async function next(id: number): Promise<IteratorResult<string, void>> {
  const stream = open.get(id);
  if (stream === undefined)
    throw new DomainError("busy", "The reader was started again meanwhile.");
  const result = await zones.run(stream.zone, () => stream.lines.next());
  if (result.done === true) open.delete(id);
  return result;
}

function replyOf(id: number, error: unknown): ReaderReply {
  if (isDomainError(error)) {
    const { code, message, digest: fault } = error;
    return { type: "refused", id, code, message, fault };
  }
  const cause = innermostCause(error);
  const thrown = cause instanceof Error ? cause : new Error("not an error");
  return { type: "failed", id, error: thrown, code: errorCode(thrown) };
}

async function stop(): Promise<void> {
  await saveCaseTables().catch(() => undefined);
  process.exit();
}
