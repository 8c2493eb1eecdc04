import type { Lines } from "./lines";

export const promiseCredit: Lines = {
  text: [
    "I'll [add|put] a {credit} credit on your account, you'll [see it|have it] [within {days} working days|by {day}|on your next bill].",
    "[To make up for it|For the trouble] you'll get a {credit} credit [by {day}|within {days} days]. I've [noted it|put it through for approval].",
  ],
  speech: [
    "What I'll do is [put|add] a {credit} credit on [there|your account], that'll be [on by {day}|with you in {days} days].",
  ],
};
export const promiseFollowUp: Lines = {
  text: [
    "[The team|Our back office|The specialist team] will [call you|get back to you] [by {day}|within {days} working days|tomorrow] about {ref}.",
    "I've opened ticket {ticket}. [You'll hear from us|Someone will be in touch] [by {day}|within {days} days].",
    "[We'll|I'll] [send you|text you] an update [by {day}|as soon as the {team} team has replied].",
  ],
  speech: [
    "[So I'll|I will] open a ticket, that's {ticket}, and [they'll|someone will] ring you [by {day}|in {days} days].",
  ],
};

/** An agent passes the customer on. */
export const passOn: Lines = {
  text: [
    "[That's something for|I need to bring in] our {team} team, [I'm passing you over|I'm handing you over now].",
    "[I can't do that step here|This needs a person], [please call us|give us a ring] and [a colleague|the {team} team] will [finish it|take it from there].",
  ],
  speech: [
    "[I'm gonna|I'll] put you through to the {team} team, [they can do it|they have the access for that].",
  ],
};

/** An agent says that something is not possible. */
export const refuse: Lines = {
  text: [
    "Unfortunately [I can't change that|that's not possible|I'm not able to do that] [once the order is out|after {date}|on {plan}].",
    "I'm afraid [the terms of {plan} don't allow it|there's no way to do that from here].",
  ],
  speech: [
    "[Yeah, |]unfortunately [I can't do that|that's not possible] [from my end|with {plan}].",
  ],
};

/** An agent needs something before it can go on. */
export const needMore: Lines = {
  text: [
    "[To go on|Before I can act], could you send me [a photo of the label|a screenshot of the bank entry|the serial number of the {product}|a speed test by cable]?",
    "[Could you check|Can you tell me] [whether the {product} shows a serial number|if a neighbour took it|which light is on]?",
  ],
};

export const toolFailed: Lines = {
  text: [
    "[Hmm|Sorry], [the system didn't take that|that gave me an error|our billing system isn't answering]. [I'll try again later today.|Let me try another way.|]",
    "[That didn't go through|The request was turned down], [I'll have someone redo it|I'm flagging it to the {team} team].",
  ],
  speech: ["[Oh, |]it's [thrown an error|not letting me|timed out], [sorry about that|one sec]."],
};

export const unhappy: Lines = {
  text: [
    "[That's not good enough|So nothing happens|Great, another wait]. [When will this actually be done?|I've had enough of this.|Who do I complain to?]",
    "[But I was told something else|That's not what your colleague said|I don't accept that]. [What now?|Can I speak to a manager?|]",
    "[So what about {ref}?|And my {amount}?] [I still don't have an answer.|Nobody answers that.|]",
  ],
  speech: [
    "[No, |]that's [not good enough|ridiculous], I've [been waiting|waited] since {date}. [When is this gonna be done?|So what happens now?]",
    "[Honestly|Look], [this is a joke|I'm getting fed up]. [What about my {ref}?|Who's actually dealing with it?]",
  ],
  short: ["so when?? waiting since {date}", "[not helpful|really]? what about {ref}?"],
  social: ["[wow|cool cool|ok], so [nothing|no answer] since {date}? [🙄|👎|]"],
};
/** The customer asks and gets no further. */
export const stillWaiting: Lines = {
  text: [
    "[Any news|Is there any news|Any update] on {ref}? [It's been since {date}.|You said you'd be in touch.|]",
    "[Hello|Are you still there]? [What happens with {ref} now?|When do I hear back?]",
  ],
  speech: ["[So do I|Do I] just wait, or what? [It's been since {date}.|]"],
  mail: ["I have not heard anything since {date}. When can I expect an answer about {ref}?"],
  short: ["[any news|update] on {ref}?"],
  social: ["[anyone there|bump|hello??] {ref} [👀|]"],
};
export const comeBack: Lines = {
  text: [
    "[Hi again|Hello|Me again], I {contacted} you {ago} about {topic} ({ref}) and [it still isn't done|nothing has happened|I'm back where I was].",
    "[Following up on|This is about] {topic}, {ref}. [I was told {ago} that it's solved|You said {ago} that it's taken care of]. It's not.",
  ],
  speech: [
    "[Yeah hi|Hi|Hello again], I {contacted} you {ago}, [it's about|about] {topic}, {ref}, and [it's still not done|nothing's happened|it's still the same].",
    "So I {contacted} you [people|lot] {ago}, {topic}, {ref}, and I was told [it's sorted|that's fixed], [and it isn't|well, it's not].",
  ],
  mail: [
    "I {contacted} you {ago} about {topic} (reference {ref}). [Since then nothing has happened|The problem is unchanged since {date}|Your answer was that {topic} had been solved, which is not so|Nobody has got back to me about {topic}].",
    "[This is my second message|I am writing again|I have to write once more] about {topic}, {ref}, after I {contacted} you {ago}. [Nothing has changed since {date}.|It is still open.|I would like to know where it stands by {day}.]",
  ],
  short: [
    "[hi again|me again], {topic} {ref} still not [sorted|done]",
    "its about {ref} from {ago}, [no change|nothing happened]",
  ],
  social: [
    "[back again|round 2|hi again] @FernwayCare, {topic}, {contacted} you {ago}. [still nothing|no change] on {ref} [🫠|😑|]",
  ],
};
