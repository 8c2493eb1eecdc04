import type { Lines } from "./lines";

export const asksForCredit: Lines = {
  text: [
    "Your chat [promised|told] me a {credit} credit {ago}, for {topic} {ref}. [It's not there.|Where is it?]",
  ],
  speech: [
    "[Hi, so|Hello,] I was in your chat {ago}, about {topic}, and [they|she|the bot] said I'd get a {credit} credit. [It's not on there.|I can't see it anywhere.|And nothing came.]",
    "[It's about|I'm ringing about] the {credit} credit, [from|I was promised that in] the chat {ago}. Reference is {ref}. [So where is that?|When's it coming?]",
  ],
};

export const deniesCredit: Lines = {
  text: ["[I don't see|There's no record of] a credit of {credit} [on your account|for {ref}]."],
  speech: [
    "[I'm sorry, I|Hmm, I] [don't see|can't find] any {credit} credit [here|on your account|in my system]. [Who told you that?|Was that with us?|]",
    "[There's nothing|I have nothing] about a credit [on my screen|in the notes], [and I can't see|I can't open] chat [conversations|history] from here.",
    "[I've no record|I have no record] of [that|a {credit} credit], [I'm afraid|sorry]. [The last note is from {date}.|There's no note about it.|]",
  ],
};
export const insistsOnCredit: Lines = {
  text: ["I have it in writing: {credit} within {days} days."],
  speech: [
    "But it's [right here|in the chat], it says {credit}. [I've got the screenshot.|I can read it to you.|Word for word.]",
    "[So I'm making it up?|Are you serious?] [They|Your chat] said {credit}, [clear as day|black on white].",
  ],
};
export const grantsCredit: Lines = {
  text: ["I'll add the {credit} now."],
  speech: [
    "Okay, I've [added|put] the {credit} on [myself|by hand], [that's|it's] on your account [now|as we speak].",
  ],
};
export const leavesCredit: Lines = {
  text: ["I can only open a new request for the {credit}."],
  speech: [
    "[All I can do is|The only thing I can do is] [send a new request|raise it again], [that'll be|it takes] another {days} working days.",
    "I'd have to [ask|check with] the {team} team first, [I can't give it to you myself|it's above my limit].",
  ],
};
export const knowsCredit: Lines = {
  text: ["I see the note about your {credit} credit from {ago}."],
  speech: [
    "Yes, [I've got it|I can see it] here, the {credit} credit [from the chat|agreed {ago}], [it was booked this {part}|it went through last night|it's on your account now].",
    "[I can see|I have] the note from the chat {ago}, {credit}, and [it's booked|it's been added], so it'll be on [the next bill|your {date} bill].",
  ],
};

/** The required disclosure before a payment plan. */
export const planDisclosure: Lines = {
  text: [
    "Before [we set this up|I set it up] I have to tell you: [if an instalment is missed|a missed instalment means] the full balance [becomes due|falls due at once] and [may be reported|can be passed] to credit agencies. [You can cancel within 14 days.|You may withdraw within 14 days.]",
  ],
  short: [
    "Important: if an instalment is missed the full balance becomes due and may be reported to credit agencies. You can cancel within 14 days.",
    "Please note: a missed instalment makes the full balance due and may be reported to credit agencies; you can cancel within 14 days.",
  ],
};
export const agreesToPlan: Lines = {
  text: [
    "[Ok|Understood|That's fine|Alright], [let's do it|please set it up|go ahead] with {months} [months|payments].",
  ],
  short: ["ok {months} months is fine"],
};
export const textsPlan: Lines = {
  text: ["[I'll text you|You'll get a text with] the dates [by {day}|tonight|within {days} days]."],
  short: [
    "[Your plan for {ref} is set|Plan for {ref} is active]: {months} payments, {amount} in all, first on {due}. Reply YES to [confirm|start].",
    "{ref}: {months} instalments, total {amount}, starting {due}. [Ok for you?|Reply YES.]",
  ],
};
export const saysYes: Lines = {
  text: ["Yes"],
  short: ["[yes|YES|yes ok|ok yes] [{first}|for {ref}|from {date}]"],
};

export const thirdTime: Lines = {
  text: [
    "This is the third time you [charge|bill] me twice. [It was {ref} before and|Every time you say it's fixed and] now {amount} is gone again. [What are you doing about it?|Who fixes this for good?]",
    "Third time [now|in a row]: {plan} paid twice, {amount}, invoice {ref}. You [closed it as solved|told me it was resolved] twice already.",
  ],
  speech: [
    "I'm calling for the third time about the same thing, the double charge, {amount}. Twice you [people |]said it's resolved. [It isn't.|Clearly it's not.] Invoice {ref} this time.",
    "[Right, third|Okay, third] time. You've billed {plan} twice again. {amount}. [I don't want to hear it's fixed.|And nobody's told me why.]",
  ],
  mail: [
    "For the third time I am writing about the same billing error: {amount} was taken twice, now on invoice {ref}. Twice you informed me that it had been resolved. It evidently was not.",
  ],
};

export const delighted: Lines = {
  text: [
    "[Wow|Oh great|Amazing], you're [so helpful|lovely|super quick], {agent}! [Five stars.|Best chat I've had.|You made my day.]",
    "That's [so kind|really sweet] of you, [thank you thank you|thanks a million], [easily the nicest bot|best service] ever!",
  ],
};
export const warmPromise: Lines = {
  text: [
    "[Don't worry at all|Leave it with me], {first}! I've [flagged|noted] {ref} for the {team} team [and they'll sort it|who'll look after you].",
  ],
};

/** The team that resets the port first, and the others. */
export const portFirst: Lines = {
  text: [
    "I'll reset the port at the exchange [first|straight away], that [fixes it nine times out of ten|usually clears it]. [Keep the {product} on.|]",
  ],
  speech: [
    "[Before anything else|First thing], I'm going to reset your port at the exchange, [okay|alright]? [Leave|Keep] the {product} plugged in.",
    "[I'll|Let me] reset the port [on our side|at the exchange] [first|right now], [it takes|that's] about a minute.",
  ],
};
export const routerFirst: Lines = {
  text: [
    "Could you [unplug the {product}|switch the {product} off] for [ten|five] minutes, then [plug it in|switch it on] again?",
  ],
  speech: [
    "[Can you|Could you] unplug the {product}, [wait|leave it] [ten|five] minutes, and [plug it back in|start it again]?",
    "[Let's|We'll] do a factory reset [first|then], [there's|do you see] a small hole on the back of the {product}. [Hold that for ten seconds.|]",
  ],
};
export const triedThat: Lines = {
  text: [
    "[I did that already|That's what I did before I wrote]. [Still|It's still] [red|nothing|dead].",
  ],
  speech: [
    "[I've done that|I did that], [twice|already], [it's still red|no change|nothing].",
    "Okay... it's [starting|blinking]... [no, still red|no, it's the same|nope, nothing].",
  ],
};
export const bookTechnician: Lines = {
  text: ["[I'll book|I have booked] a technician for {day}, between {window}."],
  speech: [
    "Then [I'll book|we'll need] a technician, [first slot is|that'd be] {day}, between {window}.",
  ],
};

/** Text around details that must not be stored. */
export const givesDetails: Lines = {
  text: [
    "[My e-mail is|You can reach me at|Write to] {email} [or call|, phone] {phone}. [Thanks.|]",
    "[Use|Please use] {email}, and my [mobile|phone number] is {phone}[ if you need to call|].",
  ],
  speech: ["[My number's|You can call me on] {phone}, [and the e-mail|e-mail] is {email}."],
};
export const paysByCard: Lines = {
  text: ["[Take it from|Here's] my card {card}, [it's valid until {expiry}|expires {expiry}]."],
  speech: ["The card is, um, {card}, [and it's good until|expiring] {expiry}."],
};
export const asksHowToReach: Lines = {
  text: [
    "[How can we reach you|What's the best e-mail and phone number] if [something comes up|the courier needs you]?",
  ],
  speech: ["And [what's the best number and e-mail|how do we reach you]?"],
};
export const asksForPerson: Lines = {
  text: [
    "[Can I|Could I] [talk|speak] to a [person|human], please?",
    "[This goes in circles.|I'd rather have a person.] [Get|Put] me [through to a human|on to an agent], please.",
  ],
};
export const handsToPerson: Lines = {
  text: [
    "[Of course|Sure], I'm [bringing in|passing you to] a colleague [now|from the {team} team]. [They can see this chat.|]",
  ],
};
export const waitsForPapers: Lines = {
  text: [
    "[I need|Please send] [a copy of the bank statement|the courier's note|a photo of the label] [for {ref}|to go on], [until then your case is on hold|I'm pausing the case until it's here].",
  ],
};
