import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** As many accounts of one browser are kept; who signed in longest ago is left out first. */
const accountsMax = 8;
const separator = ".";

/**
 * Adds an account to what a browser keeps of who signed in with it: a random id, and for each account a
 * keyed hash of id and address. It opens nothing; tries with it are only counted apart from strangers'.
 * @param kept what the browser has, or null
 * @param secret of this installation
 * @returns what it shall keep
 */
export function addToDevice(kept: string | null, email: string, secret: string): string {
  const [given = "", ...known] = kept?.split(separator) ?? [];
  // Only an id of ours is kept: one that somebody chose might be in many browsers.
  const isOurs = kept !== null && known.includes(signOf(given, "", secret));
  const id = isOurs ? given : randomBytes(16).toString("base64url");
  const own = signOf(id, "", secret);
  const sign = signOf(id, email, secret);
  const others = isOurs ? known.filter((each) => each !== own && each !== sign) : [];
  return [id, own, sign, ...others.slice(0, accountsMax - 1)].join(separator);
}

/** @returns the id of a browser with which the account of an address signed in before; null of any other */
export function deviceOfAccount(kept: string | null, email: string, secret: string): string | null {
  const [id = "", ...known] = kept?.split(separator) ?? [];
  const sign = Buffer.from(signOf(id, email, secret));
  const isKnown = known.some((each) => {
    const bytes = Buffer.from(each);
    return bytes.length === sign.length && timingSafeEqual(bytes, sign);
  });
  return isKnown ? id : null;
}

function signOf(id: string, email: string, secret: string): string {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "device cookie", 32));
  const words = JSON.stringify([id, email.trim().toLowerCase()]);
  return createHmac("sha256", key).update(words).digest("base64url");
}
