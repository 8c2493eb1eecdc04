import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** Maximum number of accounts per browser; the oldest is dropped. */
const accountsMax = 8;
const separator = ".";

/**
 * Adds an account to a browser's device cookie: a random id, and per account a keyed hash of id and address. It
 * grants no access; attempts with it are only counted separately.
 * @param kept the current cookie, or null
 * @param secret of this installation
 * @returns the new cookie
 */
export function addToDevice(kept: string | null, email: string, secret: string): string {
  const [given = "", ...known] = kept?.split(separator) ?? [];
  // Only an id that we issued is kept: a chosen one might be shared by many browsers.
  const isOurs = kept !== null && known.includes(signOf(given, "", secret));
  const id = isOurs ? given : randomBytes(16).toString("base64url");
  const own = signOf(id, "", secret);
  const sign = signOf(id, email, secret);
  const others = isOurs ? known.filter((each) => each !== own && each !== sign) : [];
  return [id, own, sign, ...others.slice(0, accountsMax - 1)].join(separator);
}

/** @returns the id of a browser with which the account signed in before, or null */
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
