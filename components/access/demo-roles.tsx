"use client";

import { roleNames, roles, type Role } from "@/lib/domain/people/permission";
import { buttonClasses } from "../ui/button-classes";
import { ProblemNote } from "../ui/problem-note";
import { useMutation } from "../ui/use-mutation";
import { postAuth, type AuthAnswer } from "./post-auth";

const roleQuestions: Readonly<Record<Role, string>> = {
  cx: "Are cases really resolved?",
  supervisor: "Which handoff broke, and what was said?",
  engineer: "Which trace failed, and is the data whole?",
  compliance: "Which disclosure is missing where?",
  admin: "How are cases put together?",
};

/** Buttons that sign in to the demo with a role. @param to a path of this server */
export function DemoRoles({ to }: { to: string }) {
  const { problem, submit } = useMutation<AuthAnswer>({ refreshes: false });

  const enter = (role: Role) => {
    submit(
      () => postAuth("callback/demo", { role }),
      () => {
        window.location.assign(to);
      },
    );
  };

  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        {roles.map((role) => (
          <li key={role}>
            <button
              type="button"
              className={`${buttonClasses.default} w-full cursor-pointer py-1`}
              onClick={() => {
                enter(role);
              }}
            >
              <span className="grid w-full grid-cols-[150px_minmax(0,1fr)] items-baseline gap-x-3 text-left whitespace-normal max-roomy:grid-cols-[minmax(0,1fr)]">
                <span className="font-semibold">{roleNames[role]}</span>
                <span className="text-secondary text-text-muted">{roleQuestions[role]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={problem} />
    </>
  );
}
