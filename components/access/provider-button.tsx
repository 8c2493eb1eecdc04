"use client";

import { useState } from "react";
import { signInProblem } from "@/lib/format/layout/sign-in-words";
import { buttonClasses } from "../ui/button-classes";
import { postAuth } from "./post-auth";

/** Leads to the provider that signs people in, and back to a page. @param to a path of this server */
export function ProviderButton({ name, to }: { name: string; to: string }) {
  const [sentence, setSentence] = useState<string | null>(null);

  async function leave() {
    const answer = await postAuth("signin/oidc", { callbackUrl: to });
    if (answer.isDone) window.location.assign(answer.url);
    else setSentence(signInProblem(answer.error));
  }

  return (
    <>
      <button
        type="button"
        className={`${buttonClasses.default} cursor-pointer justify-self-start`}
        onClick={() => void leave()}
      >
        Sign in with {name}
      </button>
      <p role="alert" className="text-secondary text-fail empty:hidden">
        {sentence}
      </p>
    </>
  );
}
