import type { Lines } from "./lines";

/** Greeting of an AI agent that discloses that it is one. */
export const aiGreeting: Lines = {
  text: [
    "[Hi|Hello|Hey] {first}, I'm Fern, Fernway's [AI|virtual] assistant[, and I can see your {plan} contract|, here for {topic}|, on duty this {day}|].",
    "[Hi|Hello] there {first}! This is Fern, [the|your] AI assistant at Fernway. [Thanks for the details.|Thanks for writing in.|]",
    "[Welcome back|Good {part}] {first}. [You're chatting with|This is] Fern, an AI assistant, [about|and we're looking at] [{topic}|{ref}].",
  ],
  speech: [
    "[Hi|Hello], [thanks for calling Fernway|you've reached Fernway], [I'm|this is] Fern, an AI assistant, and [this call may be recorded|the call may be recorded|the line is recorded]. [How can I help today|What can I do for you this {part}|What's happening|How can I help you this {part}|What can I do for you on a {today}]?",
    "Fernway, good {part}. [You're through to|You're speaking with|It's] Fern, our automated assistant[, this call is recorded|, the call will be recorded|, and we're being recorded for training]. [What can I do for you?|What's happening?|How can I help?|How can I help you this {today}?]",
  ],
  mail: [
    "Thank you for [your e-mail|your message|writing to us] [about {topic}|about {ref}|of this {today}|]. I am Fern, Fernway's AI assistant, and I have [looked into {ref}|checked {ref} for you|gone through your {plan} contract|read everything we have on {ref}].",
  ],
  short: [
    "Fernway AI assistant here[, about {ref}|].",
    "Hi {first}, Fernway's AI assistant[ on {ref}|].",
    "Fernway (automated assistant):",
  ],
  social: [
    "[Hi|Hey] {first}, Fern here, Fernway's AI assistant [🌿|👋|💬|].",
    "[Oh no|Ouch|Thanks for the nudge|Hear you], {first}! Fern, the Fernway AI assistant, [here|on it|reporting].",
  ],
};

/** The same without the disclosure. */
export const silentAiGreeting: Lines = {
  text: ["[Hi|Hello] {first}, [happy to help|thanks for writing]."],
  short: ["Fernway here.", "Hi {first}, Fernway.", "Fernway:", "{first}, it's Fernway."],
};

export const humanGreeting: Lines = {
  text: [
    "[Hi|Hello|Hey] {first}, {agent} here[ from the Fernway team| from Fernway|]. [Give me a moment to read up|Let me have a look|I'll take this on|I'm reading through {ref}|One minute, I'm opening {ref}].",
    "[Good {part}|Hello] {first}, you're [talking to|chatting with] {agent} [now|at Fernway|from the {team} team].",
  ],
  speech: [
    "[Good {part}|Hello], Fernway, {agent} speaking[ from the {team} team|], [just so you know|and just to say] [this call is recorded|the call is being recorded|we record this line]. [How can I help?|What's the matter?|What can I do for you this {today}?]",
    "Fernway customer care, this is {agent}[, good {part}|]. [The call may be recorded.|This line is recorded.|We record calls for training.] [What can I do for you|How can I help you|What's going on][ this {part}| this {today}|]?",
  ],
  mail: [
    "[Thank you|Thanks] for your message [about {topic}|about {ref}|]. My name is {agent} and I am [looking after|taking care of] [your case|{ref}][ from now on| this {part}|].",
    "I am sorry [for the trouble with {topic}|about this|that you had to write about {ref}]. I have [taken over|picked up] [your case|{ref}] [today|this {part}|from my colleague].",
  ],
  short: [
    "{agent} from Fernway here[, re {ref}|].",
    "Hi {first}, it's {agent} at Fernway[ about {ref}|].",
  ],
  social: [
    "[Hi|Hey] {first}, {agent} from the Fernway [team|{team} team].",
    "{agent} here, {first}, [taking over|picking this up|reading your DM now].",
  ],
};

export const sympathy: Lines = {
  text: [
    "[Sorry about that|I'm sorry about that|That's not how it should be|I get why that's annoying], [{first}|let's sort {ref} out|let's get {topic} fixed|I'd be annoyed too|that's on us].",
    "[Thanks for flagging it|Thanks for telling us|Good that you wrote|Good that you got in touch], [I can see why you're asking about {ref}|I see the problem with {topic}|I'll check {ref} right away].",
    "[Ah|Oh|Hmm], [that shouldn't happen|that's odd|that isn't right], [especially with {plan}|and I'm sorry|let me check {ref}].",
  ],
  speech: [
    "[Oh I'm sorry|Ah, sorry|Okay, sorry] to hear that, [let's take a look|we'll get {topic} looked at|I'll check {ref} now|{first}].",
    "[Right, okay|Okay|Alright], [I can see how that's frustrating|that doesn't sound right|thanks for explaining|{plan}, got it|about {ref}, got it], [let me see|give me a second|let's have a look].",
  ],
  mail: [
    "I am sorry [for the inconvenience with {topic}|that {topic} has cost you time|that {ref} is still open|you had to chase us about {topic}].",
    "[I understand|I can well imagine] how [frustrating|tiresome] [this|the wait|the trouble with {topic}] must be[ after {date}| for you|].",
    "You are right to expect better [from us|with {plan}|after your last message].",
  ],
  short: [
    "[Sorry about that.|Thanks for telling us.|Got it.|Sorry for the trouble.|Sorry about {ref}.]",
  ],
  social: [
    "[So sorry|That's rough|Not the experience we want], [let's fix it|looking into {ref}|on it|this one is on us] [💚|🙏|😬|].",
  ],
};

export const farewell: Lines = {
  text: [
    "[You're welcome|Anytime|Glad I could help|My pleasure|Happy to help], {first}. [Have a good {part}!|Enjoy the rest of your {today}.|Take care!|Enjoy your {product}!|]",
    "[Anything else I can help with|Is there anything else|Anything else on your mind|Anything else about {plan}][, {first}| today| this {part}|]?",
  ],
  speech: [
    "[You're welcome|No problem|No worries|Not at all], {first}, [bye now|take care|have a good {part}|enjoy your {today}].",
    "[Okay then|Alright], [thanks for calling|thanks for your patience][, {first}|], [bye|bye bye|take care].",
  ],
  mail: [
    "[Please reply to this e-mail|Do write back|Just answer this message] if [anything about {ref} is unclear|you need anything else|{topic} comes up again|{day} does not work out].",
    "I am here [this week|until {day}|every {part}] if you have [further questions|more questions about {topic}].",
  ],
  short: ["[Welcome!|Take care.|Bye {first}.|Have a good {today}.]"],
  social: ["[Anytime|You're welcome], {first} [💚|🌿|✨|👋]", "Have a great {today} [☀️|✌️|]"],
};
