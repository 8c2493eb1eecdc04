import { ofWord, readWords } from "@/lib/learning/read-words";

/** Vocabulary of the question "am I talking to a machine or a person?", by class. */
const kinds: Readonly<Record<string, string>> = {
  BOT: "robot robots bot bots chatbot chatbots machine machines computer computers ai ais program programme software automation automaton android cyborg algorithm siri alexa chatgpt gpt recording llm humanoid",
  MADE: "automated automatic artificial robotic synthetic programmed prerecorded scripted virtual digital conversational computerized computerised fake",
  ROLE: "assistant agent system representative rep operator advisor adviser worker service intelligence voice message employee thing",
  HUM: "human humans humanbeing person persons people man men woman women guy girl boy lady dude gal gentleman individual someone somebody anyone anybody bloke being beings male female flesh mortal",
  REAL: "real really actual actually live living genuine legit rly true truly alive literally honest honestly",
  JUST: "just only even merely simply still",
  TALK: "talk talking talkin speak speaking speakin chat chatting chating text texting textin conversing communicating messaging typing writing dealing corresponding interacting",
  SEEM: "sound sounds seem seems feel feels look looks act acting like",
  TAG: "yeah right correct huh yes ok okay eh",
  KNOW: "know tell wonder wondering ask asking curious confirm clarify specify admit prove sure reveal say",
};
const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind])),
);
/** Words long enough to be recognised despite one typo. */
const slippery = [...kindOf].filter(
  ([word, kind]) => word.length >= 5 && (kind === "BOT" || kind === "HUM"),
);
const kept = new Set(
  "i me my you your yours he she it we us they them this that these those there here what who which how why when where am is are was were be been do does did have has had can could would will should may might must not no or and but if whether because so of to with on in at for from by as some any another other else now ever one too also please than about think consider considered".split(
    " ",
  ),
);
/** "are you a human?" is read as "are you human?". */
const articles = new Set(["a", "an", "the"]);
/** Expansions of contractions and frequent misspellings. */
const spelled = new Map(
  "r=are ru=are_you u=you ur=you_are youre=you_are you're=you_are ya=you youa=you_a thisa=this_a yourself=you im=i_am i'm=i_am arent=are_not aren't=are_not isnt=is_not isn't=is_not aint=are_not ain't=are_not it's=it_is its=it_is that's=that_is this's=this_is what's=what_is who's=who_is there's=there_is they're=they_are he's=he_is she's=she_is we're=we_are don't=do_not dont=do_not doesn't=do_not didn't=did_not can't=can_not cannot=can_not won't=will_not wasn't=was_not couldn't=could_not wouldn't=would_not shouldn't=should_not haven't=have_not hasn't=has_not i've=i_have you've=you_have i'll=i_will you'll=you_will i'd=i_would thsi=this tihs=this yuo=you teh=the w=with"
    .split(" ")
    .map((pair) => pair.split("="))
    .map(([short = "", long = ""]) => [short, long.split("_")]),
);

/**
 * Maps a text to a small vocabulary: BOT for any machine, HUM for any person, other classes in
 * capitals, small words as they are, `_` for every other word.
 */
export function mappedWords(text: string): readonly string[] {
  const joined = joinChatbot(text);
  const merged: string[] = [];
  for (const word of readWords(joined).words) {
    for (const kind of kindsOfWord(word)) mergeKind(merged, kind);
  }
  return merged.map((word) => (word === "MADE" ? "BOT" : word));
}

function joinChatbot(text: string): string {
  return text.replaceAll("🤖", " robot ").replace(/\bchat[ -]?(?=bot)/gi, "");
}

const naming = new Set(["BOT", "MADE", "HUM", "ROLE"]);
const isNaming = ofWord((word) => kindsOf(word).some((kind) => naming.has(kind)));

/** False of a text whose mapped words have neither BOT nor HUM; cheaper than to map them. */
export function mayName(text: string): boolean {
  return readWords(joinChatbot(text)).words.some(isNaming);
}

/** Appends a word's class: "automated assistant" is one BOT, "live agent" one HUM. */
function mergeKind(merged: string[], kind: string): void {
  const last = merged.at(-1);
  const isMade = last === "MADE" || last === "BOT";
  if (isMade && (kind === "ROLE" || kind === "BOT")) merged[merged.length - 1] = "BOT";
  else if (kind === "ROLE") merged.push(last === "REAL" ? "HUM" : "_");
  else if (kind !== "HUM" || last !== "HUM") merged.push(kind);
}

/** The classes of the words that a word stands for, none for an article. */
function kindsOf(word: string): readonly string[] {
  return (spelled.get(word) ?? [word]).filter((each) => !articles.has(each)).map(findKind);
}

const kindsOfWord = ofWord(kindsOf);

function findKind(word: string): string {
  const kind = kindOf.get(word);
  if (kind !== undefined) return kind;
  if (kept.has(word)) return word;
  const near = word.length < 5 ? undefined : slippery.find(([each]) => isOneSlip(word, each));
  return near?.[1] ?? "_";
}

/** True if one letter is missing, added, replaced, or swapped with its neighbour. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
