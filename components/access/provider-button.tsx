"use client";

import { buttonClasses } from "../ui/button-classes";
import { ProblemNote } from "../ui/problem-note";
import { useMutation } from "../ui/use-mutation";
import { postAuth, type AuthAnswer } from "./post-auth";

/** Signs in by the OpenID provider and returns to a page. @param to a path of this server */
export function ProviderButton({ name, to }: { name: string; to: string }) {
  const { problem, submit } = useMutation<AuthAnswer>({ refreshes: false });

  async function leave() {
    const answer = await postAuth("signin/oidc", { callbackUrl: to });
    if (answer.isDone) window.location.assign(answer.url);
    return answer;
  }

  return (
    <>
      <button
        type="button"
        className={`${buttonClasses.default} cursor-pointer justify-self-start`}
        onClick={() => {
          submit(leave);
        }}
      >
        Sign in with {name}
      </button>
      <ProblemNote problem={problem} />
    </>
  );
}
