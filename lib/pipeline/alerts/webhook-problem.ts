import { parseWebhookUrl } from "@/lib/domain/alerts/webhook-address";
import { webhookAddress } from "@/lib/pages/alerts/words/form";
import { reachableAddresses, type Reach } from "./reachable-addresses";

/**
 * What is wrong with the address of a webhook, in a sentence; null: nothing that can be seen now. A name that is not
 * known yet is no problem: each delivery looks it up again, and says so.
 */
export async function webhookProblem(typed: string, reach: Reach): Promise<string | null> {
  const url = parseWebhookUrl(typed);
  if (url === null) return webhookAddress.notWeb;
  const addresses = await reachableAddresses(url, reach).catch(() => "unknown");
  return addresses === null ? webhookAddress.notPublic(url.host) : null;
}
