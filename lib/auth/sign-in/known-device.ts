import { cookies } from "next/headers";
import { deviceCookie } from "./cookie-names";
import { addToDevice } from "./device-cookie";
import { sessionSecret } from "./secrets";

/** The current request's device cookie, or null. */
export async function readDevice(): Promise<string | null> {
  const { name } = deviceCookie(process.env);
  return (await cookies()).get(name)?.value ?? null;
}

/** Adds an account to the current browser's device cookie. */
export async function rememberDevice(email: string): Promise<void> {
  const { name, options } = deviceCookie(process.env);
  const kept = addToDevice(await readDevice(), email, sessionSecret());
  (await cookies()).set(name, kept, options);
}
