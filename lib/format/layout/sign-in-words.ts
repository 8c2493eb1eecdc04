import { ownEntry } from "@/lib/domain/own-entry";
import { faultWords } from "../storage-words";

const sentences: Readonly<Record<string, string>> = {
  CredentialsSignin: "The e-mail address or the password is not right.",
  unreachable: "The server did not answer. Try again in a moment.",
  "no-cookies":
    "Your browser keeps no cookies of this site, and only by one can it stay signed in. Allow them and try again.",
  "no-role":
    "Your provider gives you none of the roles that this installation knows. Ask an admin.",
  disabled: "This account was ended. Ask an admin.",
  "no-email": "Your provider sends no e-mail address, and without one nobody is let in.",
  "email-taken":
    "Somebody else at your provider has an account with this address here. Ask an admin.",
  "email-not-verified":
    "Somebody has an account with this address here, and your provider did not verify that it is yours.",
};

/** Why a sign-in failed, as a sentence. @param error code from next-auth or from us, or a fault's name */
export function signInProblem(error: string): string {
  const seconds = Number(/^wait-(\d{1,6})$/u.exec(error)?.[1] ?? 0);
  if (seconds > 0) return waitSentence(seconds);
  return ownEntry(sentences, error) ?? faultWords(error) ?? "The sign-in did not work. Try again.";
}

/** The sentence for a rate limit. @param seconds until the next try */
export function waitSentence(seconds: number): string {
  return `Too many tries. Wait ${waitWords(seconds)} and try again.`;
}

function waitWords(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? "a second" : `${String(seconds)} seconds`;
  return `${String(Math.ceil(seconds / 60))} minutes`;
}
