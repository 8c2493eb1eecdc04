"use client";

import { useActionState } from "react";
import { buttonClasses } from "../ui/button-classes";
import { ProblemNote } from "../ui/problem-note";
import { LineField } from "./line-field";
import { postAuth } from "./post-auth";

/** The last submission without its password, and why it was refused. */
type SignInState = { readonly email: string; readonly sentence: string | null };

/**
 * Signs in with an e-mail address and a password, then opens a page. React replays a submission from before
 * hydration.
 * @param to a path of this server
 */
export function SignInForm({ to, problem }: { to: string; problem: string | null }) {
  const [{ email, sentence }, send, isSending] = useActionState(
    async (_: SignInState, form: FormData): Promise<SignInState> => {
      const typed = { email: fieldOf(form, "email"), password: fieldOf(form, "password") };
      const answer = await postAuth("callback/password", typed);
      // A full page load: no client state of another account is kept.
      if (answer.isDone) window.location.assign(to);
      return { email: typed.email, sentence: answer.isDone ? null : answer.sentence };
    },
    { email: "", sentence: problem },
  );

  return (
    <form className="grid gap-3" action={send}>
      <LineField label="E-mail" name="email" fills="username" initial={email} />
      <LineField label="Password" name="password" fills="current-password" />
      <ProblemNote problem={sentence} />
      <button
        type="submit"
        className={`${buttonClasses.primary} cursor-pointer justify-self-start`}
        disabled={isSending}
      >
        Sign in
      </button>
    </form>
  );
}

function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
