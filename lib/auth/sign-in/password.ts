import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's third configuration of scrypt: 32 MiB of memory, three rounds. */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const keyBytes = 32;
const saltBytes = 16;

/** A password's hash with salt and cost, as one text. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("hex"), key.toString("hex")].join("$");
}

/** Whether a password matches a hash. Takes as long without a hash, so that timing does not reveal accounts. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [name, n, r, p, salt = "", key = ""] = (hash ?? nobodysHash).split("$");
  const isOurs =
    name === "scrypt" && [n, r, p].join() === [cost.N, cost.r, cost.p].map(String).join();
  const expected = Buffer.from(key, "hex");
  const given = await derive(password, Buffer.from(salt, "hex"));
  return (
    isOurs && expected.length === keyBytes && timingSafeEqual(given, expected) && hash !== null
  );
}

const nobodysHash = ["scrypt", cost.N, cost.r, cost.p, "00".repeat(16), "00".repeat(32)].join("$");

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, keyBytes, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
