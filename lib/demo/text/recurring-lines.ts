import type { Lines } from "./lines";

/** A line that drops each night, and the fixes after which it does or does not. */
export const dropsAtNight: Lines = {
  text: [
    "My line drops [every night|each night] [around eleven|at about eleven|just after ten], for [ten|twenty] minutes. [It's line {ref}, with the {product}.|Line {ref}, {product}.]",
    "[Every night|Each night] the line drops [around eleven|just before midnight] and [comes back by itself|is gone for a while]. Line {ref}.",
  ],
  speech: [
    "[Hi, it's|So it's] about my line, the line drops [every night|at night], [around eleven|like at eleven], [ten minutes|a quarter of an hour] each time. Line {ref}.",
  ],
  mail: [
    "[For a week now|For some days] our line drops [every night|each night] [around eleven|shortly before midnight]. It is line {ref}, with the {product}. Please find the cause.",
  ],
};
export const dropsAgain: Lines = {
  text: [
    "The line drops at night again, {ref}. [You said it was fixed.|It was closed as fixed.|That fix held for three days.]",
    "[It's back|Same again]: the line drops [every night|at night], line {ref}. [I was told it's solved.|It held for a few days only.]",
  ],
  speech: [
    "[It's me again|Me again], the line drops at night again, {ref}. [You lot said it's fixed.|I was told that's fixed.]",
  ],
  mail: [
    "Line {ref} drops at night again. [Your last message called it resolved.|It was closed as resolved.] It held for [three|four] days.",
  ],
};
export const restartsLine: Lines = {
  text: [
    "I've restarted your line from here, [it is stable now|that clears it]. [Please let me know if you see it connected.|]",
  ],
  speech: [
    "[I'm restarting|I'll restart] your line from here... [there|okay], that's done, it's up.",
  ],
};
export const changesProfile: Lines = {
  text: [
    "I've [put your line on|switched your line to] a slower profile, [it is stable now|that keeps it steady].",
  ],
  speech: [
    "[I'm putting|I'll put] your line on a slower profile... [there|okay], done, it's steady.",
  ],
};
export const swapsCard: Lines = {
  text: [
    "The line card in the street cabinet [is faulty|fails when it gets cold]. I've swapped the line card for [another|a new] one, your line is on it now.",
  ],
  speech: [
    "[I see it|Here it is], the line card in the cabinet is faulty. [I'm swapping|I'll swap] the line card... [there|okay], you're on the new one.",
  ],
};
export const worksTonight: Lines = {
  text: ["[It works now|It's working now|It is up again], [thanks|thank you so much][ {agent}|]."],
  speech: ["[Okay, |Yeah, ]it's working now, [thanks|thank you|great]."],
};
