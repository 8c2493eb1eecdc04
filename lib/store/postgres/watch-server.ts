import { Socket } from "node:net";
import { Client, type ClientConfig } from "pg";
import { translateError } from "./translate-error";

/** How long making a connection may take: a server that went away without a word refuses none. */
const connectMs = 5000;
/** How long the server may take to end a connection that is closed: one that is gone without a word never does. */
const endMs = 5000;
/** Between two looks at the server while a transaction or a claim goes on. */
const lookMs = 5000;

type ConnectCallback = ((error: Error) => void) | ((error: null, client: Client) => void);

/**
 * A client that gives up connecting after a while, and waiting for the server when it ends. A pool's own limit of
 * connecting would be one of waiting for a free client, too.
 */
export class TimedClient extends Client {
  /** Ends the connection at once, and rejects what it was asked. */
  readonly abort: () => void;
  /** What it has been sent and has heard so far while it waits for answers; null: it waits for none. */
  readonly progress: () => string | null;

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
    let isWaiting = false;
    this.query = ((...given: unknown[]) => {
      isWaiting = true;
      return (super.query as (...given: unknown[]) => unknown).apply(this, given);
    }) as typeof this.query;
    this.on("drain", () => (isWaiting = false));
    this.progress = () =>
      isWaiting ? [socket.bytesRead, socket.bytesWritten - socket.writableLength].join() : null;
  }

  /** What failed is cut: the driver would leave it open until the server gives up, a minute later. */
  override connect(): Promise<Client>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<Client> | void {
    const connected = super.connect().catch((error: unknown) => {
      this.abort();
      throw error;
    });
    if (callback === undefined) return connected;
    const settle = callback as (error: Error | null, client?: Client) => void;
    connected.then(() => settle(null, this), settle);
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
 * Watches a connection by connecting to its server again at times, and cuts it where there is none, or where the server
 * waits for what the connection says while that waits for an answer: TCP itself finds out only after a quarter of an hour
 * that nothing it sends arrives.
 * @returns ends the watching
 */
export function watchServer(config: ClientConfig, client: TimedClient): () => void {
  let isLooking = false;
  let stuckAt: string | null = null;
  let last: string | null = null;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    const progress = client.progress();
    const mayBeStuck = progress !== null && progress === last;
    last = progress;
    const found = await askOf(config, mayBeStuck ? client : null);
    const isStuck = found === "waits" && client.progress() === progress;
    if (found === "unreachable" || (isStuck && stuckAt === progress)) client.abort();
    stuckAt = isStuck ? progress : null;
    isLooking = false;
  };
  const timer = setInterval(() => void look(), lookMs).unref();
  return () => clearInterval(timer);
}

type Found =
  /** Nobody answers there. */
  | "unreachable"
  /** The session waits for its client, or is not there any more. */
  | "waits"
  /** It works on a statement, or it was not asked after, or could not be: the server has no room for another client. */
  | "works";

/** Asks the server. @param about the client whose session is asked after, too */
async function askOf(config: ClientConfig, about: TimedClient | null): Promise<Found> {
  const client = new TimedClient(config);
  try {
    await client.connect();
    if (about === null) return "works";
    const sql = "SELECT wait_event FROM pg_stat_activity WHERE pid = $1";
    const { rows } = await client.query<{ wait_event: string | null }>(sql, [processOf(about)]);
    return rows.every((row) => row.wait_event === "ClientRead") ? "waits" : "works";
  } catch (error) {
    return translateError(error, true).isConnectionLost ? "unreachable" : "works";
  } finally {
    void client.end().catch(() => undefined);
  }
}

/** The server's process of a connection, which the driver's types leave out. */
function processOf(client: TimedClient): unknown {
  return "processID" in client ? client.processID : null;
}
