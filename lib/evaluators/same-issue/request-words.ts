import { splitSentences } from "@/lib/cases/words/sentences";
import { withoutObjects } from "./issue-objects";
import { issueWords } from "./issue-words";

/** Words of a sentence that says who one is, or which number one has or lacks, and not what one wants. */
const identifying =
  /<[A-Z_]+:|\b(user|customer|member|account|reservation|order|booking|confirmation|item)[\s-]?(id|number|code|name)s?\b|\be-?mail\b|\bzip\b|\bpostcode\b|\bmy name\b|\bdate of birth\b|\buser ?name\b/i;

/**
 * What a customer wants of a contact: as `issueWords`, without numbers of objects, which are compared by themselves, and
 * without the sentences that identify the customer, which are alike in contacts about different issues; with these if
 * nothing else was said.
 */
export function requestWords(texts: readonly string[]): readonly string[] | null {
  const requests = texts.map((text) =>
    splitSentences(text)
      .filter((sentence) => !identifying.test(sentence.text))
      .map((sentence) => withoutObjects(sentence.text))
      .join(" "),
  );
  return issueWords(requests) ?? issueWords(texts);
}
