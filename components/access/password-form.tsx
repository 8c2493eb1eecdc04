"use client";

import { useState } from "react";
import { passwordLengthMin } from "@/lib/domain/people/account";
import type { LinkStep } from "@/lib/domain/people/password-link";
import { buttonClasses } from "../ui/button-classes";
import { ProblemNote } from "../ui/problem-note";
import { useMutation } from "../ui/use-mutation";
import { LineField } from "./line-field";
import type { PasswordOutcome } from "./password-outcome";
import { postAuth } from "./post-auth";

/** The server action behind the form. */
export type ChoosePassword = (input: {
  code: string;
  password: string;
  admin: { email: string; name: string } | null;
}) => Promise<Exclude<PasswordOutcome, { isDone: true }> | { isDone: true; email: string }>;

type PasswordFormProps = {
  step: Extract<LinkStep, { kind: "choose" }>;
  onChoose: ChoosePassword;
  /** The form's action without JavaScript. */
  follow: (form: FormData) => void;
};

/** Chooses a password, for the first admin with a name and an address, and signs in with it. */
export function PasswordForm({ step, onChoose, follow }: PasswordFormProps) {
  const { code } = step;
  const isFirst = step.offer.kind === "first-admin";
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { isBusy, outcome, submit } = useMutation<PasswordOutcome>({ refreshes: false });
  const problem = outcome === null ? step.problem : outcome.isDone ? null : outcome;
  const problemAt = (field: string | null) =>
    problem !== null && problem.field === field ? problem.sentence : null;

  async function choose(): Promise<PasswordOutcome> {
    const choice = await onChoose({ code, password, admin: isFirst ? { email, name } : null });
    if (choice.isDone) {
      await postAuth("callback/password", { email: choice.email, password });
      window.location.assign("/");
    }
    return choice;
  }

  return (
    <form
      className="grid gap-3"
      action={follow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(choose);
      }}
    >
      <input type="hidden" name="code" value={code} />
      {isFirst ? (
        <>
          <LineField
            label="Name"
            name="name"
            fills="name"
            problem={problemAt("name")}
            value={name}
            onChange={setName}
          />
          <LineField
            label="E-mail"
            name="email"
            fills="username"
            problem={problemAt("email")}
            value={email}
            onChange={setEmail}
          />
        </>
      ) : null}
      <LineField
        label="Password"
        name="password"
        fills="new-password"
        hint={`At least ${String(passwordLengthMin)} characters; several words are good.`}
        problem={problemAt("password")}
        value={password}
        onChange={setPassword}
      />
      <ProblemNote problem={problemAt(null)} />
      <button
        type="submit"
        className={`${buttonClasses.primary} cursor-pointer justify-self-start`}
        disabled={isBusy}
      >
        {isFirst ? "Create the admin" : "Set the password"}
      </button>
    </form>
  );
}
