import { z } from "zod";
import { linkTemplatesMax } from "./link-template";

const placeholder = /\{(traceId|spanId|sessionId)\}/g;

/** Up to five templates; each problem is one sentence for a person. */
export const linkTemplatesSchema = z
  .array(
    z.object({
      label: z
        .string()
        .trim()
        .min(1, { error: "Write the tool’s name, like Langfuse." })
        .max(40, { error: "Up to 40 characters." }),
      url: z
        .string()
        .trim()
        .max(500, { error: "Up to 500 characters." })
        .superRefine((url, context) => {
          const problem = problemOf(url);
          if (problem !== null) context.addIssue({ code: "custom", message: problem });
        }),
    }),
  )
  .max(linkTemplatesMax, { error: "Up to five tools are kept." })
  .superRefine((all, context) => {
    all.forEach(({ label }, at) => {
      if (all.findIndex((each) => each.label === label) === at) return;
      context.addIssue({
        ...{ code: "custom", path: [at, "label"] },
        message: "Another tool has this name.",
      });
    });
  })
  .readonly();

/** What is wrong with a template's address, in a sentence; null: nothing. */
function problemOf(url: string): string | null {
  const [one, other] = [filled(url, "a"), filled(url, "b")];
  if (!URL.canParse(one) || !URL.canParse(other)) {
    return "Write an address like https://langfuse.example.com/trace/{traceId}.";
  }
  const { protocol, username, password, origin } = new URL(one);
  if (protocol !== "https:" && protocol !== "http:") {
    return "The address has to begin with https:// or http://.";
  }
  if (username !== "" || password !== "") return "Leave out the user name and the password.";
  if (origin !== new URL(other).origin) return "An id can stand only after the host.";
  if (/[{}]/u.test(one)) return "Only {traceId}, {spanId} and {sessionId} can be filled in.";
  return one === url ? "Put {traceId}, {spanId} or {sessionId} where the id belongs." : null;
}

function filled(url: string, id: string): string {
  return url.replace(placeholder, id);
}
