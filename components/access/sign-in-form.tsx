"use client";

import { useState } from "react";
import { signInProblem } from "@/lib/view/sign-in-words";
import { buttonClasses } from "../ui/button-classes";
import { LineField } from "./line-field";
import { postAuth } from "./post-auth";

/** Signs in with an e-mail address and a password, and goes on to a page. @param to a path of this server */
export function SignInForm({ to, problem }: { to: string; problem: string | null }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [sentence, setSentence] = useState(problem);
  const [isSending, setIsSending] = useState(false);

  async function send() {
    setIsSending(true);
    const answer = await postAuth("callback/password", { email, password });
    // A new document: nothing that was loaded for somebody else is kept.
    if (answer.isDone) {
      window.location.assign(to);
      return;
    }
    setIsSending(false);
    setPassword("");
    setSentence(signInProblem(answer.error));
  }

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <LineField label="E-mail" fills="username" value={email} onChange={setEmail} />
      <LineField
        label="Password"
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
