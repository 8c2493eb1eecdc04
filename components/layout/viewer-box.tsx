"use client";

import Link from "next/link";
import { postAuth } from "../access/post-auth";

type ViewerBoxProps = {
  name: string;
  roleName: string;
  /** A visitor of the demo has no account. */
  isDemo: boolean;
};

/** The signed-in account and the sign-out button. */
export function ViewerBox({ name, roleName, isDemo }: ViewerBoxProps) {
  async function leave() {
    await postAuth("signout", {});
    // A full page load: no client state of another account is kept.
    window.location.assign("/sign-in");
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-2 px-2 text-secondary">
      {isDemo ? (
        <span className="text-text-muted">{name}</span>
      ) : (
        <Link className="min-w-0 truncate underline" href="/account" title={roleName}>
          {name}
        </Link>
      )}
      <button
        type="button"
        className="min-h-6 cursor-pointer text-text-muted underline hover:text-text"
        onClick={() => void leave()}
      >
        {isDemo ? "Leave" : "Sign out"}
      </button>
    </div>
  );
}
