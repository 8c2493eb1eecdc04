import { freeTries } from "@/lib/domain/people/sign-in-wait";
import type { TryKey } from "@/lib/store/access/sign-in-tries";
import { pseudonymOf } from "./secrets";

/** Under what a try to sign in is counted: an address from one network, from anywhere, and a network. */
export function signInKeys(email: string, network: string) {
  return {
    here: { key: pseudonymOf("EMAIL", `${email} ${network}`), free: freeTries.nameFromNetwork },
    name: { key: pseudonymOf("EMAIL", email), free: freeTries.name },
    from: { key: pseudonymOf("IP", network), free: freeTries.network },
  };
}

/**
 * Under what the tries of a browser are counted with which the account signed in before: by itself, so that
 * nobody's tries elsewhere keep it waiting.
 * @param device its id
 */
export function deviceKey(email: string, device: string): TryKey {
  return { key: pseudonymOf("EMAIL", `${email} device ${device}`), free: freeTries.device };
}
