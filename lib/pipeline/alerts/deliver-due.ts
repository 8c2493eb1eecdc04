import type {
  AlertMessage,
  AlertWebhook,
  DeliveryResult,
} from "@/lib/domain/alerts/alert-delivery";
import type { WorkspaceName } from "@/lib/domain/workspace";
import {
  noteAttempt,
  readDueDeliveries,
  readWebhook,
  type DueDelivery,
} from "@/lib/store/alerts/deliveries";
import type { Database } from "@/lib/store/port";
import type { OwnerOf } from "./alert-owners";
import { postWebhook } from "./post-webhook";
import type { MailServer } from "./mail-server";
import { sendMail } from "./send-mail";
import type { Reach } from "./reachable-addresses";
import { signWebhook } from "./sign-webhook";

/** Messages of one look: a receiver that takes long holds up no more. */
const deliveriesMax = 20;

/** How messages are delivered. */
export type DeliveryContext = {
  readonly db: Database;
  readonly workspace: WorkspaceName;
  readonly owners: () => Promise<OwnerOf>;
  /** The address people use: "https://cases.example.com". */
  readonly baseUrl: string;
  /** Null: mail is not set up. */
  readonly mail: MailServer | null;
  /** Where the webhook may lead. */
  readonly reach: Reach;
  /** The webhook's secret, of its salt. */
  readonly secretOf: (salt: string) => string;
};

/**
 * Delivers the messages that are due, all at once, and notes how each attempt ended. One that was delivered and not
 * noted is delivered again under the same id.
 * @param now the clock, microseconds since 1970
 * @returns how many were tried
 */
export async function deliverDue(context: DeliveryContext, now: () => number): Promise<number> {
  const { db } = context;
  const due = await readDueDeliveries(db, now(), deliveriesMax);
  if (due.length === 0) return 0;
  const terms = { webhook: await readWebhook(db), ownerOf: await context.owners() };
  await Promise.all(
    due.map(async (delivery) => {
      const result = await deliver(context, terms, delivery, now());
      await noteAttempt(db, delivery, result, now());
    }),
  );
  return due.length;
}

function deliver(
  { workspace, baseUrl, mail, reach, secretOf }: DeliveryContext,
  { webhook, ownerOf }: { readonly webhook: AlertWebhook | null; readonly ownerOf: OwnerOf },
  { id: key, by, message: stored, atUs, owner }: DueDelivery,
  nowUs: number,
): Promise<DeliveryResult> {
  // Keys are used again once their rule was removed, instants are not.
  const id = `alert_${workspace}_${String(key)}_${String(atUs)}`;
  const url = `${baseUrl}${stored.data.url}`;
  const message: AlertMessage = { ...stored, data: { ...stored.data, workspace, url } };
  if (by === "mail") {
    const to = ownerOf({ owner, isOfVisitor: false })?.email ?? null;
    if (mail === null) return Promise.resolve("not-set-up");
    return to === null ? Promise.resolve("no-address") : sendMail(mail, { to, id, message });
  }
  if (webhook === null) return Promise.resolve("not-set-up");
  const body = JSON.stringify(message);
  const headers = signWebhook(secretOf(webhook.salt), { id, atUs: nowUs, body });
  return postWebhook(webhook.url, { body, headers }, reach);
}
