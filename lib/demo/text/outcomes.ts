import type { Lines } from "./lines";

/** An agent says that it is done, by intent. */
export const doneLines: Readonly<Record<string, Lines>> = {
  "billing.double_charge": {
    text: [
      "[Done|All done|That's done]: {amount} [is on its way back|has been refunded] [to your card|to the bank you paid from], [expect it|it should show] [within|in] {days} working days.",
      "I've refunded the duplicate on {ref}. [Your bank will show {amount}|The {amount} should be back] by {day}.",
    ],
  },
  "billing.price_rise": {
    text: [
      "I've [changed|adjusted] {ref} [back to your old price|to the fixed price], [and your next bill will show it|from {due} on].",
      "[Your price is|That's] corrected now, {first}; the {amount} bill [has been replaced|is void].",
    ],
  },
  "billing.late_fee": {
    text: [
      "[The fee of {amount} is waived|I've credited the {amount} back], you'll see it on [the next bill|bill {ref} tonight|your account by {day}].",
    ],
  },
  "billing.payment_plan": {
    text: [
      "[It's set up|The plan is active|All set]: {months} payments, the first one on {due}, {amount} in total.",
    ],
  },
  "refund.returned_device": {
    text: [
      "[I've refunded|I have just released] {amount} for {ref}. [It takes|Give it] {days} working days to [arrive|show up].",
      "[The refund for the {product} is out|Your {amount} for the {product} has been sent], [sorry it took this long|thanks for waiting].",
    ],
  },
  "refund.cancelled_order": {
    text: [
      "[The {amount} for order {ref} has been refunded|I've refunded order {ref}], [you'll have it|it'll be with you] in {days} working days.",
    ],
  },
  "outage.internet_down": {
    text: [
      "I've [reset|restarted] the port [for your line|at the exchange|in {city}]. [The {product} should turn green|You should see a green light] in [two|three|five] minutes.",
      "[The technician|Our field team] [fixed the cabinet|replaced the card] in {city}, [your line is up again|the signal is back].",
    ],
  },
  "outage.wifi_drops": {
    text: [
      "I've [moved your {product} to a quieter channel|updated the {product}|changed the profile of your line], [that should hold|it should be steady now].",
    ],
  },
  "account.locked_out": {
    text: [
      "[{user} is unlocked|I've unlocked {user}|Your access is open again], [please try it now|give it a minute and try again|you can sign in right away].",
    ],
  },
  "account.change_address": {
    text: [
      "[The address is changed|I've updated it|All set]: {newStreet}, {city}, [from {due}|as of {due}]. [A confirmation is on its way.|The line moves the same day.|]",
    ],
  },
  "account.change_plan": {
    text: [
      "[You're on|I've switched you to] {plan} [from {due}|starting {due}], [offer {ref} is applied|with offer {ref}].",
    ],
  },
  "delivery.parcel_late": {
    text: [
      "[A replacement|A new {product}] [is on its way|has been sent], [it arrives|you'll have it] on {day}, [between {window}|tracking comes by text].",
      "I've [had it sent again|shipped order {ref} again], [by express|on us], it's [due|planned] for {day}.",
    ],
  },
  "delivery.wrong_item": {
    text: [
      "[The exchange is booked|I've set up the exchange for {ref}]: the courier brings the {product} on {day} and [takes the other one|collects the wrong one].",
    ],
  },
};

/** The customer confirms explicitly that it is solved; by case type. */
export const confirmLines: Readonly<Record<string, Lines>> = {
  billing: {
    text: [
      "[Yes,|Great,|Ok,|Right,] [I see it in the app,|I can see the new bill,|the balance is right again,|it says {amount} less,|] that's sorted [now|then][, thanks|, thank you {agent}|, cheers|].",
      "[My app shows {ref} as settled, so|{ref} is at zero,|The {amount} is off, so] [everything is sorted now|the issue is resolved][, thank you|, that was quick|, thanks a lot].",
    ],
  },
  refund: {
    text: [
      "[My bank just pinged me, {amount},|I see {amount} pending at my bank,|The {amount} shows as incoming,] that's sorted now[, thanks|, thank you|, cheers {agent}|].",
      "[Brilliant|Perfect|Finally], [{amount} is showing|I got the mail about {ref}], the issue is resolved[ for me|, thank you|].",
    ],
  },
  outage: {
    text: [
      "[It works now|It's working now|The internet is working again], [thanks|finally|you're a star|thank you so much][ {agent}| from all of us in {city}|, {speed} more than before|].",
      "[Green light!|Light's green.|The {product} just went green.] [The connection is working|Everything is working] [now|again].",
    ],
    speech: [
      "[Oh yes, |Yeah, |]it's working now, [lovely|great|thank you].",
      "[Okay, |]the internet is working [again, |now, ][brilliant|cheers|that's great].",
    ],
  },
  account: {
    text: [
      "[I'm in|Perfect|Great], that worked[, thanks|, cheers {agent}| first time|, {plan} shows up too|].",
      "I can log in again now[ as {user}| from my phone|], [thanks|thank you {agent}|great].",
    ],
  },
  delivery: {
    text: [
      "[I've got the new tracking,|The tracking for the {product} works,|I see {day} in the app,] everything is sorted[ now|, thanks| now, thank you|].",
      "[Got the text from the courier|{day} suits me], the issue is solved [then|for me|now][, cheers|, thanks {agent}|].",
    ],
  },
};

/** The last message of an agent that answers every message. */
export const acknowledge: Lines = {
  text: [
    "[Noted|Got it|Understood|Okay], {first}. [I've added your message to {ref}.|It's in the notes for {ref}.|Thanks for letting me know.|I've passed it on.|The {team} team sees it too.]",
    "[Thanks|Thank you] for [the reply|your message|letting us know][, {first}| about {ref}|]. [It's with {ref} now.|I've noted it.|Take care.|]",
  ],
  mail: [
    "[Thank you for your reply|I have added your message to {ref}|Your message is now part of {ref}][, and the {team} team can see it|, {first}|].",
  ],
  short: [
    "[Noted|Got it|Thanks], {first}[, added to {ref}|].",
    "[Added to {ref}.|Passed on.|Noted for {ref}.]",
  ],
  social: ["[Noted|Got it], {first} [💚|✍️|📝], [it's with {ref}|passed on to the {team} team]."],
};

/** Thanks, which are politeness and no more. */
export const thanksLines: Lines = {
  text: [
    "[Ok|Okay|Alright|Great|Good], [thanks|thank you|cheers|many thanks][ {agent}| for your help| for looking into it|].",
    "[Thanks for the quick reply|Thank you, bye|Thanks, have a nice {day}|Cheers, that helps].",
  ],
  speech: [
    "[Okay|Alright|Right], [thanks|thank you|cheers], [bye|bye bye|bye then].",
    "[Lovely|Great|Good], thank you[ very much| for that|]. [Bye.|]",
  ],
  mail: [
    "[Thank you for|Many thanks for|Thanks for] [the quick answer|your help|sorting this out|coming back to me|dealing with it] [about {ref}|regarding {topic}|this {today}|, {agent}|so soon].",
    "[That is good to hear|Glad that {ref} is dealt with|Good to know about {topic}], [thank you|many thanks|thank you {agent}].",
  ],
  short: ["[thx|ok thanks|thanks|cheers|ok ty]"],
  social: ["[thanks|ty|cheers] [🙏|💚|👍|]", "[ok thank you|appreciate it] {agent}"],
};
