import { createHmac } from "node:crypto";

/** What a secret begins with, before its bytes in base64. */
const secretPrefix = "whsec_";

/**
 * The headers of a message as Standard Webhooks has them (github.com/standard-webhooks, spec version 1.0.0): the
 * signature is `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64.
 * @param secret "whsec_" and its bytes in base64
 * @param atUs of the attempt, microseconds since 1970: the timestamp is in seconds
 */
export function signWebhook(
  secret: string,
  { id, atUs, body }: { readonly id: string; readonly atUs: number; readonly body: string },
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(atUs / 1_000_000));
  const key = Buffer.from(secret.slice(secretPrefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
