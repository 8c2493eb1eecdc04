"use client";

import { useState } from "react";
import { passwordLengthMin } from "@/lib/domain/people/account";
import { buttonClasses } from "../ui/button-classes";
import { LineField } from "./line-field";

/** What the server makes of the form. */
export type ChangePassword = (input: {
  current: string;
  password: string;
}) => Promise<{ isDone: true } | { isDone: false; field: string | null; sentence: string }>;

/** Changes one's own password, for who knows the one it has. */
export function ChangePasswordForm({ onChange }: { onChange: ChangePassword }) {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<{ field: string | null; sentence: string } | null>(null);
  const [said, setSaid] = useState("");

  async function send() {
    setSaid("");
    const choice = await onChange({ current, password });
    setProblem(choice.isDone ? null : choice);
    if (!choice.isDone) return;
    setCurrent("");
    setPassword("");
    setSaid("Changed. Your other sessions have ended.");
  }

  const problemAt = (field: string) => (problem?.field === field ? problem.sentence : null);
  return (
    <form
      aria-label="Change your password"
      className="grid max-w-sm gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
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
        {problem !== null && problem.field === null ? problem.sentence : said}
      </p>
      <button
        type="submit"
        className={`${buttonClasses.default} cursor-pointer justify-self-start`}
      >
        Change password
      </button>
    </form>
  );
}
