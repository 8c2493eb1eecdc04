import type { LookupAddress } from "node:dns";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { DeliveryResult } from "@/lib/domain/alerts/alert-delivery";
import { parseWebhookUrl } from "@/lib/domain/alerts/webhook-address";
import { reachableAddresses, type Reach } from "./reachable-addresses";

type Posted = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** How long a receiver may take to be found and to answer, in milliseconds. */
const patienceMs = 10_000;

/**
 * Posts a signed message, to the IP addresses that were looked up and checked. Redirects are not followed, and nothing
 * of the answer but its status is read.
 * @param signal ends the attempt
 * @returns null: it arrived
 */
export async function postWebhook(
  to: string,
  posted: Posted,
  reach: Reach,
  signal = AbortSignal.timeout(patienceMs),
): Promise<DeliveryResult> {
  const url = parseWebhookUrl(to);
  if (url === null) return "address-refused";
  try {
    const addresses = await beforeAbort(signal, reachableAddresses(url, reach));
    if (addresses === null) return "address-refused";
    const status = await post(url, addresses, posted, signal);
    if (status >= 200 && status < 300) return null;
    return status >= 300 && status < 400 ? "redirected" : `status-${status}`;
  } catch {
    return signal.aborted ? "no-answer" : "unreachable";
  }
}

/** @returns the answer's status */
async function post(
  url: URL,
  addresses: readonly LookupAddress[],
  { body, headers }: Posted,
  signal: AbortSignal,
): Promise<number> {
  // Node asks it for names alone; an IP address is what was checked.
  const lookup: LookupFunction = (_host, { all }, done) => {
    const [first] = addresses;
    if (all === true) done(null, [...addresses]);
    else done(null, first?.address ?? "", first?.family);
  };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const { request } = url.protocol === "https:" ? https : http;
    request(url, {
      // A connection of its own: one that is kept was checked for another message.
      ...{ method: "POST", agent: false, lookup, signal },
      headers: { "content-type": "application/json", "user-agent": "Throughline", ...headers },
    })
      .on("response", resolve)
      .on("error", reject)
      .end(body);
  });
  answer.destroy();
  return answer.statusCode ?? 0;
}

function beforeAbort<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
  });
  return Promise.race([work, aborted]);
}
