import { sentenceCase } from "@/lib/domain/sentence-case";
import { parseChannel } from "@/lib/domain/trace/channel";
import type { ComparedShare, Finding } from "@/lib/analytics/findings/finding";
import { alarmWords } from "@/lib/analytics/words/attribute-words";
import { pathInSentence } from "@/lib/analytics/findings/rates-apart";
import { kindWords, onChannel } from "@/lib/analytics/words/kind-words";
import { formatCount } from "@/lib/format/format";
import { rateWords } from "@/lib/format/share-words";
import { channelWords, slugWords } from "@/lib/format/wording";

type Worded = Pick<Finding, "topic" | "value" | "figure">;

/**
 * A finding as a sentence without its full stop: "Outage cases end in time less often: 41% against 78% of the others".
 * @param beforeWords "the 90 days before"
 */
export function findingWords({ topic, value, figure }: Worded, beforeWords: string): string {
  if (figure.kind === "persona") {
    return `${channelWords[figure.channel]} ${alarmWords(figure)} ${driftWords[figure.drift.kind]}`;
  }
  const past = `${rateWords(figure.own)}, ${rateWords(figure.other)} in ${beforeWords}`;
  const beside = besideWords(figure);
  switch (topic) {
    case "resolution-past":
      return `Fewer cases are resolved: ${past}`;
    case "one-contact-past":
      return `Fewer cases are resolved in one contact: ${past}`;
    case "containment-past":
      return `More contacts with AI only look contained: ${past}`;
    case "repeats-past":
      return `In more cases the customer has to repeat themselves: ${past}`;
    case "context-past":
      return `Fewer needed facts reach the next agent: ${past}`;
    case "promises-past":
      return `Fewer promises are kept in time: ${past}`;
    case "sla-past":
      return `Fewer cases end in time: ${past}`;
    case "resolution-by-type":
      return `${sentenceCase(slugWords(value))} cases are resolved less often: ${beside}`;
    case "resolution-by-first":
      return `Cases that start ${startOf(value)} are resolved less often: ${beside}`;
    case "resolution-by-kind": {
      const [type = "", first = ""] = value.split("\n");
      const words = kindWords({ type, first: parseChannel(first) ?? "unknown" });
      return `${sentenceCase(words)} are resolved less often: ${beside}`;
    }
    case "resolution-by-path":
      return `Cases ${pathInSentence(value)} are resolved less often: ${beside}`;
    case "resolution-by-release":
      return `Cases on release ${value} are resolved less often: ${beside}`;
    case "sla-by-type":
      return `${sentenceCase(slugWords(value))} cases end in time less often: ${beside}`;
    case "sla-by-first":
      return `Cases that start ${startOf(value)} end in time less often: ${beside}`;
    case "context-by-pair":
      return `From ${pairInSentence(value)}, fewer needed facts reach the next agent: ${beside}`;
    case "context-by-team":
      return `When ${value} takes over, fewer needed facts reach the next agent: ${beside}`;
    case "persona":
      return "";
  }
}

/** What a channel's alarm is against. */
const driftWords = { weekly: "than its approved baseline", thin: "than in its baseline" } as const;

function besideWords({ own, other }: ComparedShare): string {
  return `${rateWords(own)} against ${rateWords(other)} of the others`;
}

function startOf(first: string): string {
  return onChannel(parseChannel(first) ?? "unknown");
}

/** "chat to phone". */
function pairInSentence(value: string): string {
  const names = value.split(">").map((name) => {
    const words = channelWords[parseChannel(name) ?? "unknown"];
    return words.startsWith("SMS") ? words : words.toLowerCase();
  });
  return names.join(" to ");
}

/** "about 12 cases a month". */
export function sizeWords(perMonth: number): string {
  if (perMonth < 1) return "less than a case a month";
  const count = Math.round(perMonth);
  return `about ${formatCount(count)} ${count === 1 ? "case" : "cases"} a month`;
}
