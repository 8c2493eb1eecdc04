import "server-only";
import { createNameMasker, textsOfMessages } from "@/lib/cases/names/mask-known-names";
import { createRestore } from "@/lib/cases/names/restore-named";
import type { Message } from "@/lib/domain/case/case";
import type { HalfOfName } from "@/lib/domain/privacy/name-pseudonym";

/**
 * Shows a stored text as the Case page does: names of persons masked, of places, products and the agent readable.
 * @param agentNames as instructions write them
 */
export function createShownText(
  messages: readonly Message[],
  halfOfName: HalfOfName,
  agentNames: readonly string[] = [],
): (text: string) => string {
  const mask = createNameMasker(textsOfMessages(messages), halfOfName);
  const restore = createRestore(messages, halfOfName, agentNames);
  return (text) => restore(mask === null ? text : mask(text));
}
