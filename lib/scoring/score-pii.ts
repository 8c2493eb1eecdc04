import { createTextMasker } from "@/lib/ingest/mask/mask-text";
import { requestsIn } from "@/lib/ingest/mask/tagger/cues";
import type { Tagger } from "@/lib/ingest/mask/tagger/tagger";
import type { TextMasker } from "@/lib/ingest/mask/text-masker";
import type { RowMessage } from "./row";
import type { Scorer } from "./scorer";

/** Positions in a row do not depend on the pseudonym key. */
const noKey = () => "0".repeat(16);

/** Creates a scorer that finds the personal data of a row, by the masking of ingest. */
export function createPiiScorer(tagger?: Tagger): Scorer {
  const masker = createTextMasker(noKey, tagger);
  return ({ id, messages }) => ({
    id,
    spans: messages.flatMap((message, turn) =>
      findIn(message, messages[turn - 1], masker).map(({ start, end, type }) => ({
        turn,
        start,
        end,
        type,
      })),
    ),
  });
}

function findIn({ role, content }: RowMessage, before: RowMessage | undefined, masker: TextMasker) {
  if (role === "tool" || role === "system") return masker.find(content);
  const isAnswer = role === "user" && before !== undefined && before.role !== "user";
  return masker.find(content, { requested: isAnswer ? requestsIn(before.content) : 0 });
}
