import { availableParallelism } from "node:os";
import { DomainError } from "@/lib/domain/domain-error";
import type { IntakeSettings } from "@/lib/domain/settings/settings";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { startThread } from "../../worker/start-thread";
import { dataFolder } from "../../worker/data-folder";
import type { SpanItem } from "@/lib/ingest/prepare-item";
import type {
  Body,
  PreparedBody,
  PreparerReply,
  PreparerRequest,
  PreparerTask,
} from "./preparer-protocol";
import { createThreadPool } from "./thread-pool";

/** Threads that prepare spans for storage. Whose spans are next is fair by owner: a sender, or a file. */
export type Preparers = {
  /** Number of threads at most, beside one for long texts. */
  readonly threads: number;
  /**
   * Prepares some spans.
   * @param characters of their texts: many of them are prepared on a thread of their own, so that others do not wait
   * @returns one for each item, in their order
   */
  readonly prepare: (
    items: readonly SpanItem[],
    settings: IntakeSettings,
    owner: string,
    characters: number,
  ) => Promise<readonly StorableSpan[]>;
  /**
   * Decodes and prepares a small body.
   * @throws DomainError "invalid-input" if it cannot be decoded
   */
  readonly prepareBody: (
    body: Body,
    settings: IntakeSettings,
    owner: string,
  ) => Promise<PreparedBody>;
  /** Terminates the threads. */
  readonly stop: () => Promise<void>;
};

/** A request of 64 spans takes tens of milliseconds; one that takes so long does not end. */
const usualRequestMs = 60_000;
/** Texts together as long take a second where they are full of names. */
const longCharacters = 256 * 1024;

/**
 * V8 lets a heap grow until it has reason to be tidy, and these are the reason: what is masked leaves much behind at once.
 * Masking itself takes 100 MB; a long text some of those again.
 */
const heapMiB = { usual: 256, long: 512 };

/** @param threads at most; default: a core is left for the thread that stores */
export function startPreparers(
  folder = dataFolder(),
  threads = Math.max(1, availableParallelism() - 1),
  requestMs = usualRequestMs,
): Preparers {
  const task: PreparerTask = { folder };
  const create = (count: number, heap: number) => {
    const start = () => startThread("preparer.mjs", { workerData: task, heapMiB: heap });
    return createThreadPool<PreparerRequest, PreparerReply>({ start, threads: count, requestMs });
  };
  const [usual, long] = [create(threads, heapMiB.usual), create(1, heapMiB.long)];
  let last: { readonly settings: IntakeSettings; readonly json: string } | null = null;

  const jsonOf = (settings: IntakeSettings): string => {
    if (last?.settings !== settings) last = { settings, json: JSON.stringify(settings) };
    return last.json;
  };

  return {
    threads,
    prepare: async (items, settings, owner, characters) => {
      const pool = characters > longCharacters ? long : usual;
      const work = { type: "items", items } as const;
      const reply = await pool.ask(owner, { work, settings: jsonOf(settings) });
      return preparedOf(reply).spans;
    },
    prepareBody: async (body, settings, owner) => {
      const work = { type: "body", body } as const;
      return preparedOf(await usual.ask(owner, { work, settings: jsonOf(settings) }));
    },
    stop: async () => {
      await Promise.all([usual.stop(), long.stop()]);
    },
  };
}

function preparedOf(reply: PreparerReply): PreparedBody {
  if (reply.type === "prepared") return reply.prepared;
  if (reply.type === "undecodable") throw new DomainError("invalid-input", reply.reason);
  throw new Error(reply.message);
}
