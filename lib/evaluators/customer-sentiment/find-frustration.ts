import { createWordFinder } from "@/lib/learning/word-finder";
import { findWordStarts } from "@/lib/learning/word-starts";

type Range = { readonly start: number; readonly end: number };

/** Ways to say that one is frustrated, from general service vocabulary; `’` is read as `'`. */
const sayings: readonly string[] = [
  // Feelings, in every grammar: "frustrated", "it frustrates me", "so frustrating", "my frustration".
  "frustrat(?:ed|es|ing|ingly|ions?)",
  "annoy(?:ed|s|ing|ingly|ances?)",
  "irritat(?:ed|es me|ing)|exasperat(?:ed|es|ing|ion)|aggravat(?:ed|es me|ing)",
  "upset(?:s me|ting)?",
  "disappoint(?:ed|s|ing|ingly|ments?)",
  "angry|angers me|furious|livid|enraged|infuriat(?:ed|es|ing)|outrage(?:d|ous)|pissed(?: off)?|fuming",
  "unhappy|dissatisfied|displeased|not (?:very |at all |really |too )?(?:happy|pleased|satisfied|impressed)",
  "appall(?:ed|ing)|disgusted|disgrace(?:ful)?",
  // Patience at its end.
  "fed up|had enough of|at my wit'?s'? end",
  "(?:sick|tired|sick and tired) of (?:your|being|calling|chasing|dealing|explaining|getting|having|hearing|repeating|waiting)",
  "(?:losing|lost|out of) (?:my |all )?patience|patience is (?:running out|wearing thin)",
  // What it is called.
  "unacceptable|(?:not|isn't) (?:really |at all )?acceptable|ridiculous|preposterous",
  "(?:this|that|it|which)(?:'s| is| was) (?:just |so |really |absolutely |honestly |simply |such )*(?:absurd|pathetic|useless|an? (?:absolute |complete |total )?(?:joke|nightmare|outrage))",
  "(?:awful|horrible|horrendous|pathetic|terrible|useless|worst|lousy|abysmal) (?:customer |possible |ever )?(?:airline|agent|app|bank|bot|company|experience|help|service|shop|store|support)",
  "waste of (?:my |our |everyone's )?time|wasting (?:my|our) time",
  "i (?:really |just )?hate (?:your|dealing|having to)",
  "are you (?:kidding|joking)(?: me)?|(?:got to|gotta|have to|must) be (?:kidding|joking)",
  "how many (?:more )?times do i|for (?:god|heaven|pete)'?s sake",
];
const said = createWordFinder(new RegExp(`\\b(?:${sayings.join("|")})(?![\\w-])`, "i"));

/** Words before a saying that take it back or make it another's: "not upset", "would be disappointed". */
const takenBack =
  /(?:\b(?:not|never|no longer|without|isn't|wasn't|aren't|don't|doesn't|didn't|won't|wouldn't|hardly|no|nor)(?: (?:to|be|been|being|get|got|feel|feeling|sound|mean|want|any|too|very|so|that|really|at all|a|an|the|in|my|making|make|you|it|think|say|all))*|\b(?:would|could|might|may|must|will|if|unless|before|hope|hoping)(?: \w+){0,3} (?:be|get|become)(?: (?:a|an|so|very|really|quite|bit))*|\bare you(?: \w+)?|\b(?:he|she|they|boss|wife|husband|kids?|son|daughter|mom|mother|dad|father|friend|dog|cat|stomach|tummy)(?:'s| is| are| was| were| gets?| got| will be)(?: \w+)?) $/i;
const other = /^(?: stomach| tummy| skin)\b/i;

/**
 * Finds where a customer says in so many words that they are frustrated.
 * @returns the first such words (UTF-16 positions, `end` exclusive), or null
 */
export function findFrustration(text: string): Range | null {
  const plain = text.replaceAll("’", "'");
  for (const { 0: words, index } of said.matchesIn(findWordStarts(plain))) {
    const end = index + words.length;
    const isTakenBack = takenBack.test(plain.slice(Math.max(0, index - 60), index));
    if (!isTakenBack && !other.test(plain.slice(end, end + 10))) return { start: index, end };
  }
  return null;
}
