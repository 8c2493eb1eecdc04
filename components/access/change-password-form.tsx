"use client";

import { useState } from "react";
import { passwordLengthMin } from "@/lib/domain/people/account";
import { buttonClasses } from "../ui/button-classes";
import { Form } from "../ui/form";
import { useMutation } from "../ui/use-mutation";
import { LineField } from "./line-field";
import type { PasswordOutcome } from "./password-outcome";

/** The server action behind the form. */
export type ChangePassword = (input: {
  current: string;
  password: string;
}) => Promise<PasswordOutcome>;

/** Changes the viewer's own password; the current one is required. */
export function ChangePasswordForm({ onChange }: { onChange: ChangePassword }) {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const { outcome, submit } = useMutation<PasswordOutcome>();
  const problemAt = (field: string | null) =>
    outcome?.isDone === false && outcome.field === field ? outcome.sentence : null;
  return (
    <Form
      aria-label="Change your password"
      className="grid max-w-sm gap-3"
      noValidate
      onSubmit={() => {
        submit(
          () => onChange({ current, password }),
          () => {
            setCurrent("");
            setPassword("");
          },
        );
      }}
    >
      <LineField
        label="Current password"
        fills="current-password"
        problem={problemAt("current")}
        value={current}
        onChange={setCurrent}
      />
      <LineField
        label="New password"
        fills="new-password"
        hint={`At least ${String(passwordLengthMin)} characters; several words are good.`}
        problem={problemAt("password")}
        value={password}
        onChange={setPassword}
      />
      <p role="status" className="text-secondary text-text-muted empty:hidden">
        {outcome?.isDone === true ? "Changed. Your other sessions have ended." : problemAt(null)}
      </p>
      <button
        type="submit"
        className={`${buttonClasses.default} cursor-pointer justify-self-start`}
      >
        Change password
      </button>
    </Form>
  );
}
