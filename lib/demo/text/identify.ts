import type { Lines } from "./lines";

export const askAccount: Lines = {
  text: [
    "[Could you|Can you] [share|send me|give me] your account number[, please| so I can find you| for {plan}|]?",
    "[To find you in our system|So I can look {ref} up|To open {topic}], what's your account number[, {first}|]?",
    "What is the account number [on your bill|for this contract|for {plan}|]?",
  ],
  speech: [
    "[Can I|Could I] [get|have] your account number[, please|]?",
    "[I just need|I'll need] your account number [first|to pull this up], please.",
    "What's the account number [there|on your bill]?",
  ],
  short: ["What's your account number?", "Can you send your account number pls?"],
  social: ["[Could you|Can you] send us your account number in a DM?"],
};

export const giveAccount: Lines = {
  text: [
    "[Sure|Of course|Yes|Ok], [my account number is|the account number is|it's account number|that's account] {account}",
    "[account number|Account no.|my account:] {account}",
    "[name is {first} {last}|It's under {last}], account number {account}",
  ],
  speech: [
    "[Yeah|Okay, hang on|One second, so|Sure, let me find it, okay], [the account number is|it's account number|my account number is] {account}.",
    "[My account number is|The account number is|Account number] {account}[, {last}|]. {first} {last}.",
  ],
  short: ["account {account}", "my account number is {account}"],
  social: ["[sent|ok]: account number is {account}", "account {account} [✅|]"],
};

/** The customer gives it for the second or third time. */
export const giveAccountAgain: Lines = {
  text: [
    "[I gave that already|I already typed that in the other chat|You have that from last time], my account number is {account}",
    "[Again|Once more]? Account number {account}[.| as I said before.| like I told your colleague.]",
  ],
  speech: [
    "[I've said this|I already gave this] [twice now|to the other one|before], but okay, account number {account}.",
    "[Again|Seriously|Not again]? [Fine|Okay], the account number is {account}.",
    "[That's the third time|You people keep asking]. Account number {account}.",
  ],
};

/** An agent asks for the account number although it is known. */
export const askAccountBlindly: Lines = {
  text: [
    "[Before we start|First things first], what is your account number?",
    "[I don't have your details here|Your earlier conversation isn't shown to me], could you give me your account number?",
  ],
  speech: [
    "[Okay|Right], and what's your account number, please?",
    "[I don't see|I haven't got] any details on my screen, can I get your account number?",
    "[So I can find you|To bring up your file], could you tell me your account number?",
  ],
};

export const holdOn: Lines = {
  text: [
    "[One moment|Just a second|Bear with me], [I'm looking at|let me open|I'm going through|I'm opening] [your {plan} account|the details of {ref}|{ref}|what we have on {topic}][ now|].",
    "[Thanks, got it|Perfect, thanks|Great, thank you|Thanks {first}]. [Looking now.|Let me check.|I'll pull that up.]",
  ],
  speech: [
    "[Okay|Lovely|Thanks], [one sec|bear with me|just a moment], I'm [bringing {ref} up|having a look at {ref}|opening {topic}].",
    "[Thank you|Great|Okay {first}], [{ref} is loading|the system's a bit slow on a {today}|I'm in your {plan} account now|it's coming up].",
  ],
  mail: [""],
  short: ["[Checking.|One moment.|Looking now.]"],
  social: ["[Checking|Looking into it|On it], [one sec|give us a minute] [🔎|]"],
};

export const knowsCustomer: Lines = {
  text: [
    "I have [your details|your account] [here|in front of me] from [the earlier conversation|your last contact], [no need to repeat anything|so we can go straight on].",
    "[I've read|I can see] what you [discussed|went through] with us {ago}.",
  ],
  speech: [
    "[I can see|I've got] your last [chat|contact] here, [so no need to repeat it all|from {ago}].",
    "I have your notes [up|here] from {ago}, {first}.",
  ],
  mail: [
    "I have read [the earlier conversation about {topic}|what you told my colleague {ago}|the notes on {ref}], so [there is no need to repeat it|we can go straight on|you need not explain {topic} again].",
  ],
  short: ["We have your details from {ago}."],
  social: ["I've read what happened {ago}, {first}."],
};
