import { Socket } from "node:net";
import { Client, type ClientConfig } from "pg";
import { translateError } from "./translate-error";

/** How long making a connection may take: a server that went away without a word refuses none. */
const connectMs = 5000;
/** How long the server may take to end a connection that is closed: one that is gone without a word never does. */
const endMs = 5000;
/** Between two looks at the server while a transaction or a claim goes on. */
const lookMs = 5000;

/**
 * A client that gives up connecting after a while, and waiting for the server when it ends. A pool's own limit of
 * connecting would be one of waiting for a free client, too.
 */
export class TimedClient extends Client {
  /** Ends the connection at once, and rejects what it was asked. */
  readonly abort: () => void;

  constructor(config: ClientConfig = {}) {
    const socket = new Socket();
    super({
      ...config,
      stream: () => socket,
      connectionTimeoutMillis: connectMs,
      // A way that was cut is noticed, where nothing is asked either.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    this.abort = () => void socket.destroy();
    // What it was asked is rejected besides.
    this.on("error", () => undefined);
  }

  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | void {
    const timer = setTimeout(this.abort, endMs);
    const ended = super.end().finally(() => clearTimeout(timer));
    if (callback === undefined) return ended;
    void ended.then(callback);
  }
}

/**
 * Watches a server by connecting to it again at times: TCP itself finds out only after a quarter of an hour that nothing
 * it sends arrives.
 * @param onGone called at each look that finds no server
 * @returns ends the watching
 */
export function watchServer(config: ClientConfig, onGone: () => void): () => void {
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    if (!(await isReachable(config))) onGone();
    isLooking = false;
  };
  const timer = setInterval(() => void look(), lookMs).unref();
  return () => clearInterval(timer);
}

/** Whether the server answers, be it that it has no room for another client. */
async function isReachable(config: ClientConfig): Promise<boolean> {
  const client = new TimedClient(config);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return !translateError(error, true).isConnectionLost;
  } finally {
    void client.end().catch(() => undefined);
  }
}
