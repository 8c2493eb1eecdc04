import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { nowUs } from "@/lib/clock/server";
import { sentAgain } from "@/lib/pipeline/worker/sent-again";
import { routeGroupOf } from "./request-counts";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Answer = {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  /** When its page was asked for, microseconds since 1970. */
  readonly fromUs: number;
  readonly forMs: number;
};

/** Compressed pages have 10 to 100 kB. */
const answersMax = 64;
const bytesMax = 256 * 1024;
/** Of one connection, or of one moment. */
const passingHeaders = ["connection", "date", "keep-alive", "transfer-encoding"];

/**
 * Sends what a page was answered with again, as long as its page allows it and nothing was written since before it was
 * asked for: to a request all of whose headers are the same, its session's cookie among them. They are the same bytes with
 * the same policy, so that its nonce lets in nothing that it did not let in before.
 * @param handle answers all other requests
 */
export function sendAgain(handle: Handle): Handle {
  const { terms } = sentAgain();
  const answers = new Map<string, Answer>();
  let ofVersion: string | null = null;
  return async (request, response) => {
    const key = keyOf(request);
    const version = key === null ? null : await readDataVersion();
    if (key === null || version === null) return handle(request, response);
    if (version !== ofVersion) answers.clear();
    ofVersion = version;
    const known = answers.get(key);
    if (known !== undefined && isFresh(known, nowUs())) {
      response.writeHead(200, known.headers);
      response.end(known.body);
      return;
    }
    answers.delete(key);
    const fromUs = nowUs();
    const own = { forMs: 0 };
    recordAnswer(response, (headers, body) => {
      // What is written meanwhile may be in some of it.
      if (own.forMs === 0 || ofVersion !== version) return;
      const [oldest] = answers.keys();
      if (answers.size >= answersMax && oldest !== undefined) answers.delete(oldest);
      const answer = { headers, body, fromUs, forMs: own.forMs };
      answers.set(key, answer);
      // What it shows may be erased meanwhile, and no page asked for after it.
      const forget = () => answers.get(key) === answer && answers.delete(key);
      setTimeout(forget, own.forMs).unref();
    });
    return terms.run(own, () => handle(request, response));
  };
}

/** By the wall clock, as what the page shows: other clocks stand still while a machine sleeps. */
function isFresh({ fromUs, forMs }: Answer, atUs: number): boolean {
  const ageMs = (atUs - fromUs) / 1000;
  return ageMs >= 0 && ageMs < forMs;
}

/** Storage that cannot be read is the page's to report. */
async function readDataVersion(): Promise<string | null> {
  const version = sentAgain().readVersion?.() ?? null;
  return version === null ? null : version.catch(() => null);
}

/** Null: not of a page. */
function keyOf({ method, url = "/", headers }: IncomingMessage): string | null {
  if (method !== "GET" || routeGroupOf(url) !== "pages") return null;
  // It is this server's own, with another nonce each time.
  const { "content-security-policy": _policy, ...sent } = headers;
  return JSON.stringify([url, sent]);
}

/** @param keep is given what was sent whole, if it is short and sets no cookie */
function recordAnswer(
  response: ServerResponse,
  keep: (headers: OutgoingHttpHeaders, body: Buffer) => void,
): void {
  const own = { write: response.write.bind(response), end: response.end.bind(response) };
  let pieces: Buffer[] | null = [];
  let bytes = 0;
  const record = (piece: unknown): void => {
    if (pieces === null || (typeof piece !== "string" && !(piece instanceof Uint8Array))) return;
    pieces.push(Buffer.from(piece));
    bytes += pieces.at(-1)?.length ?? 0;
    if (bytes > bytesMax) pieces = null;
  };
  Object.assign(response, {
    write: (...args: Parameters<typeof own.write>) => {
      record(args[0]);
      return own.write(...args);
    },
    end: (...args: Parameters<typeof own.end>) => {
      record(args[0]);
      return own.end(...args);
    },
  });
  response.once("finish", () => {
    const headers = Object.fromEntries(
      Object.entries(response.getHeaders()).filter(([name]) => !passingHeaders.includes(name)),
    );
    if (pieces === null || response.statusCode !== 200 || headers["set-cookie"] !== undefined)
      return;
    keep(headers, Buffer.concat(pieces));
  });
}
