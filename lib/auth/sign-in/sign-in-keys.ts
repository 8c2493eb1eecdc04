import { freeTries } from "@/lib/domain/people/sign-in-wait";
import type { TryKey } from "@/lib/store/access/sign-in-tries";
import { pseudonymOf } from "./secrets";

/** Keys under which an attempt is counted: an address from one network, from anywhere, and a network. */
export function signInKeys(email: string, network: string) {
  return {
    here: { key: pseudonymOf("EMAIL", `${email} ${network}`), free: freeTries.nameFromNetwork },
    name: { key: pseudonymOf("EMAIL", email), free: freeTries.name },
    from: { key: pseudonymOf("IP", network), free: freeTries.network },
  };
}

/**
 * Key under which attempts from a known browser are counted, so that attempts elsewhere do not delay it.
 * @param device its id
 */
export function deviceKey(email: string, device: string): TryKey {
  return { key: pseudonymOf("EMAIL", `${email} device ${device}`), free: freeTries.device };
}
