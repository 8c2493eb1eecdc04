import { endingContacts } from "@/lib/domain/case/ending-contact";
import type { AssembledCase, Interaction } from "@/lib/domain/case/case";

/** "The last contact", or where that is about another account, "The last contact about the other of its two accounts". */
export function nameEnding({ interactions }: AssembledCase, { ordinal }: Interaction): string {
  const endings = endingContacts(interactions);
  if (endings.at(-1)?.ordinal === ordinal) return "The last contact";
  return endings.length === 2
    ? "The last contact about the other of its two accounts"
    : "The last contact about another of its accounts";
}
