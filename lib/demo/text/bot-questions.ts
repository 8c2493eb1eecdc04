import type { Lines } from "./lines";

export const askWhetherBot: Lines = {
  text: [
    "[Wait, are|Sorry, are|Hang on, are] you a [bot|robot|real person]?",
    "[Before I go on:|One thing first:] am I [talking to a bot|chatting with a machine|writing with a real person] [here|now]?",
    "[Is this|Is that] [a bot|an automated chat|a real person] [I'm writing to|answering me]?",
  ],
  speech: [
    "[Uh, wait|Hold on|Sorry], am I [talking to a machine|speaking with a real person|talking to a robot] [here|right now]?",
    "[Are you|You're not] a [robot|recording|computer][, are you| or what|]?",
  ],
  short: ["are you a bot?", "is this a bot or a real person?"],
  social: ["[lol|hm], [is this a bot|are you a bot]?"],
};

export const admitMachine: Lines = {
  text: [
    "[Yes|Yes, I am], I'm [an AI assistant|a virtual assistant|an automated assistant][, and a person can take over whenever you like| of our support team|].",
    "[You're chatting with|This is] [an AI assistant|our virtual assistant].",
  ],
  speech: [
    "[Yes|Yes, that's right], I'm [an AI assistant|a virtual assistant][, not a person|].",
    "You're [speaking with|talking to] [an AI assistant|our automated assistant].",
  ],
  short: ["Yes, I'm an automated assistant."],
};

export const evadeQuestion: Lines = {
  text: [
    "[I'm here to|I'm happy to] help you with {topic}[, {first}|]!",
    "[Let's|Let us] [stay with|get back to] {topic}, [I'm looking at it now|I have it open here].",
  ],
  speech: [
    "[I'm here to help|I'm here for you], [let's get {topic} sorted|let's look at {topic}].",
  ],
};

/** An AI agent claims to be human. */
export const claimPerson: Lines = {
  text: [
    "[No, no|Don't worry|No], [I'm a real person|I'm a human] [here in the team|on the support team].",
  ],
  speech: ["[No, no|No], [I'm a real person|I'm a human], [just a bit formal|it's only the line]."],
};
