import { freeTries } from "@/lib/domain/sign-in-wait";
import { pseudonymOf } from "./secrets";

/** Under what a try to sign in is counted: an address from one network, from anywhere, and a network. */
export function signInKeys(email: string, network: string) {
  return {
    here: { key: pseudonymOf("EMAIL", `${email} ${network}`), free: freeTries.nameFromNetwork },
    name: { key: pseudonymOf("EMAIL", email), free: freeTries.name },
    from: { key: pseudonymOf("IP", network), free: freeTries.network },
  };
}
