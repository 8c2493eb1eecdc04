"use client";

import { useActionState, useState } from "react";
import { signInProblem } from "@/lib/view/sign-in-words";
import { buttonClasses } from "../ui/button-classes";
import { LineField } from "./line-field";
import { postAuth } from "./post-auth";

/**
 * Signs in with an e-mail address and a password, and goes on to a page. What is sent before the page's
 * scripts came is answered when they come: React keeps it for an action.
 * @param to a path of this server
 */
export function SignInForm({ to, problem }: { to: string; problem: string | null }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [sentence, send, isSending] = useActionState(async (_: string | null, form: FormData) => {
    const typed = { email: fieldOf(form, "email"), password: fieldOf(form, "password") };
    const answer = await postAuth("callback/password", typed);
    // A new document: nothing that was loaded for somebody else is kept.
    if (answer.isDone) {
      window.location.assign(to);
      return null;
    }
    setEmail(typed.email);
    setPassword("");
    return signInProblem(answer.error);
  }, problem);

  return (
    <form className="grid gap-3" action={send}>
      <LineField label="E-mail" name="email" fills="username" value={email} onChange={setEmail} />
      <LineField
        label="Password"
        name="password"
        fills="current-password"
        value={password}
        onChange={setPassword}
      />
      <p role="alert" className="text-secondary text-fail empty:hidden">
        {sentence}
      </p>
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
