"use client";

import { useState } from "react";
import { roleNames, roles, type Role } from "@/lib/domain/people/permission";
import { signInProblem } from "@/lib/format/layout/sign-in-words";
import { buttonClasses } from "../ui/button-classes";
import { postAuth } from "./post-auth";

const asks: Readonly<Record<Role, string>> = {
  cx: "Are cases really resolved?",
  supervisor: "Which handoff broke, and what was said?",
  engineer: "Which trace failed, and is the data whole?",
  compliance: "Which disclosure is missing where?",
  admin: "How are cases put together?",
};

/** One click opens the demo in a role. @param to a path of this server */
export function DemoRoles({ to }: { to: string }) {
  const [sentence, setSentence] = useState<string | null>(null);

  async function enter(role: Role) {
    const answer = await postAuth("callback/demo", { role });
    if (answer.isDone) window.location.assign(to);
    else setSentence(signInProblem(answer.error));
  }

  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        {roles.map((role) => (
          <li key={role}>
            <button
              type="button"
              className={`${buttonClasses.default} w-full cursor-pointer py-1`}
              onClick={() => void enter(role)}
            >
              <span className="grid w-full grid-cols-[150px_minmax(0,1fr)] items-baseline gap-x-3 text-left whitespace-normal max-roomy:grid-cols-[minmax(0,1fr)]">
                <span className="font-semibold">{roleNames[role]}</span>
                <span className="text-secondary text-text-muted">{asks[role]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-secondary text-fail empty:hidden">
        {sentence}
      </p>
    </>
  );
}
