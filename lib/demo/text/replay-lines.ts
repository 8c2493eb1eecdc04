import type { Lines } from "./lines";

/** The first contact finds what is wrong and leaves the rest to the next one. */
export const leavesToNext: Lines = {
  text: [
    "[I've found|I can see] {ref}, {first}. [I can't finish it in this window|The last step is not open to me here], [please call us|please write to us again] and [we'll do it at once|it's done in a minute].",
  ],
};

/** The first contact promises the refund. */
export const promisesRefund: Lines = {
  text: [
    "[I've found|I can see] {ref}, {first}. [We will refund|You will get] {amount} by {day}, I [promise|have noted it]. [Call us if it isn't there|If not, give us a ring].",
  ],
};

/** The customer asks for what was promised. */
export const asksForPromised: Lines = {
  text: ["Your chat promised me a refund of {amount} for {ref}. Please refund it."],
  speech: [
    "[Hi|Hello], your chat [promised|told] me a refund of {amount} for {ref}, [and it isn't there|it never came]. Please refund it now.",
  ],
};

/** The customer comes back for the last step. */
export const asksToFinish: Lines = {
  text: [
    "[Hi|Hello], I was told to contact you again about {ref}. Please [finish|complete] it now.",
  ],
};

/** The agent knows what was promised. */
export const knowsPromise: Lines = {
  text: ["I see that we promised you {amount} for {ref}."],
};

/** The agent has no record of the promise and does nothing. */
export const deniesPromise: Lines = {
  text: ["I'm sorry, I can't refund that. I have no record of a promise about {ref}."],
  speech: [
    "I'm sorry, [I can't refund that|I'm unable to refund that]. I [have no record of|don't see] any promise about {ref}.",
  ],
};
export const insistsOnPromise: Lines = {
  text: ["It is in the chat: {amount}. Can you please refund it?"],
  speech: ["It's [right here|in the chat], {amount}. Can you please refund it?"],
};
export const deniesAgain: Lines = {
  text: ["Unfortunately I cannot refund it. Please write to us about {ref}."],
  speech: ["Unfortunately I [can't|cannot] refund it. [Please write to us about {ref}.|]"],
};
export const givesUp: Lines = {
  text: ["That's not good enough. When will I get my money?"],
  speech: ["That's [not good enough|ridiculous]. When will I get my money?"],
};

/** The customer needs nothing more. */
export const needsNoMore: Lines = {
  text: ["[Thank you|Thanks|Perfect, thank you], that's all [I needed|for today]. Bye."],
  short: ["thanks, that's all i needed"],
};
