import type { Lines } from "./lines";

export const accountOpenings: Readonly<Record<string, Lines>> = {
  "account.locked_out": {
    text: [
      "I'm locked out of [my account|the app]. [It says too many attempts|The reset mail never comes|The code it sends doesn't work]. Please unlock it, my username is {user}.",
      "[Can't|I can't] log in since {date}, [it just loops back|it says my password is wrong but it isn't]. Username {user}. Can you reset it?",
    ],
    speech: [
      "I can't get into [my account|the app], it [keeps saying|says] too many attempts. The username, it's {user}. Can you unlock that?",
      "[Hi, I'm|Hello, I'm] locked out. I put in the [right|correct] password, I'm [sure|certain] it's right, and no. Username is {user}.",
    ],
    mail: [
      "I have been unable to sign in since {date}. [The reset e-mail does not arrive|The page says my account is blocked]. Please unlock username {user}.",
    ],
    short: ["locked out of app, please unlock. username {user}"],
    social: ["@FernwayCare your app locked me out [again|🙄|for no reason], please unlock {user}"],
  },
  "account.change_address": {
    text: [
      "[We're moving|I'm moving|I have moved] [on {due}|at the end of the month]. Please change my address to {newStreet}, {city}.",
      "[Could you|Can you] update the address on my contract? [New one is|From {due} it's] {newStreet}, {city}.",
    ],
    speech: [
      "I'm moving, so [I need|I'd need] to change my address. It's going to be {newStreet}, in {city}, from {due}.",
    ],
    mail: [
      "We are moving on {due}. Please change the address on our contract to {newStreet}, {city}[, and let us know whether the {plan} is available there|, and move the line on the same day|].",
    ],
    short: ["moving {due}, please change address to {newStreet} {city}"],
    social: [
      "moving house yay [📦|🏡|] @FernwayCare please change my address to {newStreet}, {city}, from {due}",
    ],
  },
  "account.change_plan": {
    text: [
      "I'd like to switch [to|over to] {plan}[, please| from {due}|]. [What do I need to do?|My reference is {ref}.|]",
      "[My contract ends|Contract's up] on {due}. Please switch me to {plan}[, offer {ref}|].",
    ],
    speech: [
      "I want to switch to {plan}, [the|that] offer {ref} you sent me. [Is it|That's] from {due}, right?",
    ],
    mail: ["Please switch our contract to {plan} from {due}, as in your offer {ref}."],
    short: ["please switch me to {plan}, offer {ref}"],
    social: ["how do i switch to {plan} @FernwayCare? got offer {ref}"],
  },
};
