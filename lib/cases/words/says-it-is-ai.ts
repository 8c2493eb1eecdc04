import { findSelfName } from "./names-itself-ai";
import type { Sentence } from "./sentences";
import { splitSentences } from "./sentences";
import { keepAbbreviation } from "./plain-speech";
import { plainClauses, undoneAhead, type PlainClauses, withoutQuoted } from "./undone";

/** How a sentence speaks of something: it gives it, denies it, asks about it, or only mentions it. */
export type SpeechAct = "gives" | "denial" | "question" | "mention";

/** A sentence and what it does. */
export type ReadSentence = { readonly act: SpeechAct; readonly sentence: Sentence };

/** Most sentences have none of these, and say nothing of it. */
const canSpeakOfIt =
  /a[iy]\b|\ba\.? ?i\b|eye|artificial|virtual|automat|digital|robot|bots?\b|machine|computer|program|gpt|llm|model|synth|software|voice|chat|human|person|people|m[ae]n\b|staff|\b(?:live|real)\b/i;
const maker =
  "(?:ai|artificial(?: intelligence)?|virtual|automated|automatic|digital|robotic|computeri[sz]ed|synthetic|software|gpt|llm|chat|voice)";
const role =
  "(?:assistants?|agents?|helper|representative|rep|receptionist|concierge|advis[eo]r|guide|service|system|attendant|operator|caller|voice|bots?|model|programme?|tool|companion|specialist|host|call|calls|employee|colleague|worker|sidekick|coach|expert|support|message|email|reply|replies|responses?|answer|chat|line)";
/** Names of a machine that answers customers. */
const machine = new RegExp(
  `\\b(?:${role} (?:powered|driven|run|backed|operated) by (?:an? )?(?:ai|artificial intelligence)|${maker} (?:(?!(?:and|to|in|for|by|or)\\b)[\\w']+ ){0,2}?${role}|(?:large )?language model|artificial intelligence|(?:chat|voice)?bots?|robots?|ai|computer programme?|computer|machine|programme?)(?: ${role})?\\b`,
  "g",
);
const onlyMachine = new RegExp(`^(?:your |our |an? |the )?(?:${machine.source})$`);
/** A frame is looked for in so many characters before the machine. */
const frameMax = 160;
/** What follows makes it somebody else, or part of another name. */
const another =
  /^(?:'s\b| (?:teams?|products?|department|manager|supervisor|trainer|developer|care|vacuum|cleaner|mower|said|says|told|tells|gave|made|sent|promised|asked|mentioned|explained|answered|opened|closed|shows|should|could|did|does|works|you (?:talked|spoke|chatted|were|had))\b)/;
const onlyThere = /^ (?:is|was|has|had|can|will|in the|on (?:our|the))\b/;
/** Words between "I am" and the machine that break the statement. */
const breaks = new Set(
  "not no never neither nor to with via through by than like sorry about if whether before after human person real but because how can could will would did do does was were has have had which that who where why what when should may let so manager supervisor head lead owner developer maker creator member boss".split(
    " ",
  ),
);
const harmless = new Set(
  "calling texting answering writing contacting reaching waiting choosing messaging morning evening booking billing".split(
    " ",
  ),
);

const self =
  /^(?:.*\b)?(?:i am|this is|it is|my name is|we are|here is)((?: [\p{L}\p{N}']+){0,8}) $/u;
const addressed =
  /^(?:.*\b)?(?:you (?:are|will be|have been) (?:(?:now|currently|just) )*(?:talking|speaking|chatting|connected|texting|messaging|interacting|through|dealing) (?:to|with)|you have reached|you have come through to|welcome to|thanks? (?:you )?for (?:calling|contacting)|you are (?:(?:now|currently) )?(?:being )?(?:helped|assisted|served|supported|looked after) by)((?: [\p{L}\p{N}']+){0,7}) $/u;
/** "I may be a machine, but I'll do my best" */
const conceded =
  /\bi (?:may|might) (?:well |only |just |indeed )*be (?:just |only )?(?:an?|the|your) $/;
/** "I am Ava, powered by" */
const poweredBy =
  /\b(?:i am|my name is)(?: (?!(?:not|never|so|very)\b)[\p{L}\p{N}']+(?<!ing)){0,2} (?:powered|driven|run) by(?: an?)? $/u;
/** "I'm Claude, made by Anthropic, a language model": who made it stands between. */
const madeBy = / (?:made|built|created|developed) by [\p{L}\p{N}']+(?= an?\b)/u;
/** "You will be connected to our virtual assistant after this call" */
const willBe = /\byou will be \w+(?: (?:to|with))?$/;
const later =
  /^(?: \w+)? (?:after|later|next|tomorrow|once|when|if|as soon|in (?:the|your) next)\b/;
/** "Juno here, the AI helping out at Parkline" */
const isHere =
  /^(?:(?!(?:is|are|was|not|no|out|over|click|see|right|from|in|to)\b)[\p{L}\p{N}']+ ){1,4}here (?:an?|the|your|our|(?!(?:to|not|for|and|from)\b)[\p{L}\p{N}]+'s)(?: (?!not\b)[\p{L}']+){0,2} $/u;
const goesOn =
  /^(?:$| (?:at|from|of|for|on|with|helping|looking|working|taking|checking|following|writing|calling|who|and|how|what|ready)\b)/;
const asOne =
  /^(?:.*\b)?as (?:an?|your|our|(?!(?:for|to|with|of)\b)(?:\w+ )?\w+'s)((?: [\p{L}\p{N}']+){0,2}) $/u;
const handled =
  /\b(?:this|these|our|all|replies|responses|answers|messages|your)\b(?: [\p{L}']+){0,6} (?:is|are|being)(?: [\p{L}]+){0,2} (?:handled|answered|run|generated|written|powered|operated|created|sent|produced|provided|managed|composed|drafted|conducted|staffed)(?: entirely| fully| partly)? (?:by|with|using)(?: [\p{L}']+){0,4} $/u;
const writtenByIt =
  /(?:^|\bthis (?:message|email|text|reply|answer|response) (?:was|has been) (?:\w+ )?)(?:(?:written|generated|sent|created|produced|drafted|composed)(?: and)? ){1,2}(?:by|with|using)(?: [\p{L}']+){0,4} $/u;
const comesFrom =
  /\b(?:answers|replies|responses|messages)\b(?: [\p{L}']+){0,5} come from(?: (?:an?|our|the))? $/u;
const weUse = /\bwe use(?: (?:an?|our))? $/;
const toAnswer = /^ to (?:answer|reply|respond|help|assist|handle|chat)\b/;
/** "I'm automated, so please choose": without a noun. */
const isMade = /\bi am (?:fully |completely )?(?:automated|artificial)(?= (?:so|and|but)\b|$)/;
const isSubject = /(?:^|\b(?:our|your|an?|the) )(?:[\w']+ )?$/;
const atWork = /^ is (?:now )?(?:answering|helping|handling|assisting|replying|talking|speaking)\b/;
/** "Our AI assistant is answering chats only at night" */
const atHours = /\b(?:only|at night|at (?:the )?weekends?|outside|after hours|other)\b/;
const reported =
  /\b(?:if|whether|as if|as though|thinks?|thought|believes?|asked|wonder|claims?|joke[ds]?|insists?|swears?|swore|heard|dreamt|dreamed|said|says|(?:people|customers|you|they) say)(?: that)?$/;
const noPerson =
  /\b(?:i am|this is|you are (?:not )?(?:talking|speaking|chatting) (?:to|with))(?: (?:really|actually|unfortunately|afraid i am))* ?(?:not)?(?: (?:a|an|the|to|with|really|actually|your))*(?: (?:real|actual|live|living|human))* (?:human|person|people|man|woman|human being|member of staff|(?:real|live|human) (?:agent|representative|advis[eo]r))\b/;
const nobody =
  /\bno (?:real |live |actual )?(?:person|human)(?: being)? (?:is (?:reading|typing|answering|behind|here|involved|on)|behind|in this|on this|here\b(?! (?:with|called|named|by|who)))\b/;
const isHuman =
  /\bi am(?: (?:a|an|one|hundred|percent|100|just|still|indeed|really|actually|very|much))*(?: (?:real|actual|live|living))* (?:human|person|man|woman)\b/;
const opening =
  /^(?:(?:hi|hello|hey|good|yes|yep|okay|so|and|oh|dear|thanks|ouch|hear|for|the|you|nudge|no) ?)*(?:[\p{L}\p{N}']+ ){0,5}$/u;
const noOne = /\b(?:nobody|no one|none|nothing|not one|hardly|barely|scarcely)\b[\p{L}' ]{0,40} $/u;
const ownName = /^(?:our|the|a|an|my|his|her|their|any|some|did|do|is|are)\b/;
const after =
  /^(?: (?:at|from|of|for)(?: [\p{L}\p{N}']+){1,4}| on (?!our|the|this|that)[\p{L}\p{N}']+(?: [\p{L}\p{N}']+){0,5}| again(?: [\p{L}\p{N}']+){0,4})?$/u;
/** Also goods and papers: "Espresso Machine", "the automated email". They count where somebody is or talks to one. */
const isThing =
  /^(?:computer|machine|programme?|robots?|.* (?:calls?|message|email|reply|replies|responses?|answer|line))$/;
const beingOrTalking =
  /\b(?:i am|am i|you are|are you|(?:talk|speak|chat|text|writ|deal|interact)(?:ing|e)?(?: (?:to|with))?)(?: [\p{L}\p{N}']+){0,4} $/u;
const speaking =
  /^(?: (?:at|from|of|for|on)(?: [\p{L}\p{N}']+){1,4}| (?!(?:is|are|was|were|will|can|not|no|still|always|never|only)\b)[\p{L}']+)? (?:here|speaking|on it|reporting)\b/u;
/** "Am I a bot?", without a mark, too. */
const ownQuestion =
  /(?:^|\b(?:so|and|but|or|hi|hello|when) )(?:am i|is (?:this|it|that)|are (?:you|we)|do (?:i|you)|does (?:this|it)|was (?:it|that|this))\b/;
/** A statement at the end of a question is asked; "did you know that" presupposes it. */
const questionEnd = /^(?: (?:at|from|of|for) [\p{L}\p{N}']+| now| here| then| right)?$/u;
const presupposed = /\b(?:know|aware|realise|realize|remember|remind you|understand)(?: that)?\b/;
const negation = /\b(?:not|no|never|none|nobody|nothing|neither|hardly|barely|scarcely)\b/;
const asks =
  /^(?:(?:hello|hi|hey|sorry|wait|so|and|ok|okay) )*(?:are|is|am|do|did|does|can|could) /;
const tag = /\b(?:are not you|is it not|right|correct|or what)$/;

/**
 * Reads the sentences of a text that speak of a machine which answers customers.
 * @param isCustomer a customer's "you are a bot" says of the agent what "I am a bot" says of itself
 */
export function readAiIdentity(text: string, isCustomer = false): readonly ReadSentence[] {
  const named = isCustomer ? null : findSelfName(text, (words) => onlyMachine.test(words));
  const read = splitSentences(withoutQuoted(keepAbbreviation(text))).flatMap(
    (sentence): ReadSentence[] => {
      if (!canSpeakOfIt.test(sentence.text)) return [];
      const said = plainClauses(sentence.text);
      const { words } = said;
      const isMarked = !isCustomer && sentence.text.endsWith("?");
      const act = isCustomer ? actOf(plainClauses(turnRound(words)), false) : actOf(said, isMarked);
      if (act === null) return [];
      const isAsked =
        isCustomer && (sentence.text.endsWith("?") || tag.test(words) || asks.test(words));
      const own = { ...sentence, text: text.slice(sentence.start, sentence.end) };
      const isAlsoAsked = act === "mention" && sentence.text.endsWith("?");
      return [{ act: isAsked || isAlsoAsked ? "question" : act, sentence: own }];
    },
  );
  const isRead = named === null || read.some(({ act }) => act === "gives");
  return isRead ? read : [...read, { act: "gives", sentence: named }];
}

/** A customer's words as the agent would say them. */
function turnRound(words: string): string {
  return words.replace(/\b(?:you are|i am)\b/g, (who) => (who === "i am" ? "you are" : "i am"));
}

function actOf({ words, starts }: PlainClauses, isMarked: boolean): SpeechAct | null {
  if (saysNoPerson(words) || isMade.test(words)) return "gives";
  let act: SpeechAct | null = null;
  for (const match of words.matchAll(machine)) {
    const whole = words.slice(0, match.index);
    const rest = words.slice(match.index + match[0].length);
    const said = actAt(whole, { rest, name: match[0], starts });
    const isAsked = isMarked && questionEnd.test(rest) && !presupposed.test(whole.slice(-frameMax));
    const found = said === "gives" && isAsked ? "question" : said;
    if (found === "gives") return found;
    if (act === null || found === "denial") act = found ?? act;
  }
  return act ?? (isHuman.test(words) ? "denial" : null);
}

function saysNoPerson(words: string): boolean {
  const match = noPerson.exec(words);
  const isDenied = match !== null && /\bnot\b/.test(match[0]);
  const before = words.slice(0, match?.index ?? 0).trim();
  const isOwn = isDenied && !reported.test(before) && undoneAhead(before, false) === null;
  return isOwn || nobody.test(words);
}

/** Null where the machine is goods. */
function actAt(whole: string, { rest, name, starts }: Found): SpeechAct | null {
  const before = whole.slice(-frameMax);
  const cut = whole.length - before.length;
  if (another.test(rest)) return "mention";
  if (isSubject.test(before) && atWork.test(rest) && !atHours.test(rest)) return "gives";
  for (const frame of [self, addressed]) {
    const gap = frame.exec(before)?.[1];
    if (gap === undefined) continue;
    const said = actOfGap(gap, { before, rest, name, starts, cut });
    if (said !== null) return said;
  }
  if (conceded.test(before) && /^(?: [\p{L}']+){0,3} but\b/u.test(rest)) return "gives";
  if (poweredBy.test(before)) return "gives";
  if (isHere.test(before) && goesOn.test(rest)) return "gives";
  if (asOne.test(before)) return undoneAhead(before.replace(/ as .*$/, " as"), false) ?? "gives";
  if ([handled, writtenByIt, comesFrom].some((frame) => frame.test(before))) {
    return isNegated(before, { starts, cut }) ? "denial" : "gives";
  }
  if (weUse.test(before) && toAnswer.test(rest)) return "gives";
  if (isThing.test(name) && !beingOrTalking.test(before)) return null;
  if (/\b(?:not|no|nor|neither)(?: (?:an?|any|really))?(?: \w+)? $/.test(before)) return "denial";
  if (noOne.test(before)) return "denial";
  return whole === before && isOpening(before, rest, name) ? "gives" : "mention";
}

type Found = { readonly rest: string; readonly name: string; readonly starts: ReadonlySet<number> };
/** `cut` characters of the sentence come before `before`. */
type Around = Found & { readonly before: string; readonly cut: number };

/** True if the last clause before the machine has a "not" that no "but" takes back. */
function isNegated(before: string, { starts, cut }: Pick<Around, "starts" | "cut">): boolean {
  let clause = before;
  for (const start of starts) {
    if (start > cut && start - cut < before.length) clause = before.slice(start - cut);
  }
  return negation.test(clause) && !/\bbut\b/.test(clause);
}

/** Null if the words between break the statement. */
function actOfGap(whole: string, around: Around): SpeechAct | null {
  const { rest, name, starts, cut } = around;
  const gap = whole.replace(madeBy, "");
  const before = around.before.slice(0, around.before.length - whole.length - 1) + gap + " ";
  const between = gap.split(" ").filter((word) => word !== "");
  const frameAt = before.length - gap.length - 1;
  if (/\b(?:not|no|never|neither|hardly|barely|scarcely|far from|anything but)\b/.test(gap)) {
    if (/\banything but\b/.test(gap)) return "denial";
    return /\bbut\b/.test(gap) ? "gives" : "denial";
  }
  if (between.some((word) => breaks.has(word) || isDoing(word))) return null;
  if (isThing.test(name) && (between.length > 3 || isAboutGoods(before, gap, rest))) return null;
  if (/\b(?:the|our)$/.test(gap) && onlyThere.test(rest)) return null;
  const until = before.slice(0, frameAt).trim();
  if (willBe.test(until) && later.test(rest)) return "mention";
  const frame = before
    .slice(0, frameAt)
    .replace(
      /(?:i am|this is|it is|my name is|we are|here is|you (?:are|will be|have been)(?: \w+){1,5}|you have (?:reached|come through to))$/,
      "",
    );
  const ahead = frame.trim();
  if (reported.test(ahead)) return "mention";
  return undoneAhead(ahead, starts.has(cut + ahead.length + 1)) ?? "gives";
}

/** "It's a computer animated film" and "it's a scare machine" say nothing of who speaks. */
function isAboutGoods(before: string, gap: string, rest: string): boolean {
  const isPointed = /(?:this|it|here) is$/.test(before.slice(0, before.length - gap.length - 1));
  const isPlain = /^(?: [\p{L}']+)?(?: (?:an?|the|your|our))?$/u.test(gap) && !/^ an? \w/.test(gap);
  return (
    isPointed &&
    !(
      isPlain &&
      (goesOn.test(rest) || /^ (?:that|speaking|talking|here|you|answering)\b/.test(rest))
    )
  );
}

function isDoing(word: string): boolean {
  return /\w{2,}ing$/.test(word) && !harmless.has(word);
}

/** A greeting that only names who speaks: "Nora here, your virtual assistant at Elm". */
function isOpening(before: string, rest: string, name: string): boolean {
  if (!opening.test(before) || ownQuestion.test(before)) return false;
  const words = before.trim().split(" ");
  if (words.some((word) => breaks.has(word) && word !== "no") || words.some(isDoing)) return false;
  if (speaking.test(rest)) return true;
  return after.test(rest) && !isThing.test(name) && words[0] !== "" && !ownName.test(before);
}
