import { cookies } from "next/headers";
import { deviceCookie } from "./cookie-names";
import { addToDevice } from "./device-cookie";
import { sessionSecret } from "./secrets";

/** What the browser of the request that is answered keeps of who signed in with it; null where nothing. */
export async function readDevice(): Promise<string | null> {
  const { name } = deviceCookie(process.env);
  return (await cookies()).get(name)?.value ?? null;
}

/** Lets the browser of the request that is answered keep that an account signed in with it. */
export async function rememberDevice(email: string): Promise<void> {
  const { name, options } = deviceCookie(process.env);
  const kept = addToDevice(await readDevice(), email, sessionSecret());
  (await cookies()).set(name, kept, options);
}
