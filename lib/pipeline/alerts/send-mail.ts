import { createTransport } from "nodemailer";
import type { AlertMessage, DeliveryResult } from "@/lib/domain/alerts/alert-delivery";
import type { MailServer } from "./mail-server";

/** How long the server may take for each step, in milliseconds. */
const patienceMs = 10_000;

/**
 * Sends an alert as plain text.
 * @param id becomes part of the Message-ID, so that a mail that is sent twice can be told
 * @returns null: the server took it
 */
export async function sendMail(
  { url, from }: MailServer,
  { to, id, message }: { readonly to: string; readonly id: string; readonly message: AlertMessage },
): Promise<DeliveryResult> {
  const transport = createTransport(
    { url, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
    { from },
  );
  try {
    await transport.sendMail({ to, ...mailOf(message), messageId: `<${id}@throughline>` });
    return null;
  } catch (error) {
    const code =
      error instanceof Error && "responseCode" in error ? Number(error.responseCode) : NaN;
    return Number.isInteger(code) ? `status-${code}` : "unreachable";
  } finally {
    transport.close();
  }
}

const subjects: Readonly<Record<AlertMessage["type"], string>> = {
  "alert.fired": "Alert",
  "alert.still_firing": "Alert, still firing",
  "alert.ended": "Alert ended",
  "alert.test": "Test of an alert",
};

function mailOf({ type, data }: AlertMessage): { readonly subject: string; readonly text: string } {
  const { alert, sentence, rule, url } = data;
  return {
    subject: `${subjects[type]}: ${alert.name}`,
    text: `${sentence}\n\n${url}\n\nThe alert: ${rule}\n`,
  };
}
