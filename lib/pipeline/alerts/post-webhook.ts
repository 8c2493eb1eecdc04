import type { DeliveryResult } from "@/lib/domain/alerts/alert-delivery";

/** How long a receiver may take to answer, in milliseconds. */
const patienceMs = 10_000;

/**
 * Posts a signed message. Redirects are not followed, and nothing of the answer but its status is read.
 * @returns null: it arrived
 */
export async function postWebhook(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<DeliveryResult> {
  try {
    const answer = await fetch(url, {
      ...{ method: "POST", body, redirect: "manual" },
      headers: { "content-type": "application/json", "user-agent": "Throughline", ...headers },
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    if (answer.ok) return null;
    const isElsewhere = answer.status >= 300 && answer.status < 400;
    return isElsewhere ? "redirected" : `status-${answer.status}`;
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return isLate ? "no-answer" : "unreachable";
  }
}
