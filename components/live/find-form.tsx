"use client";

import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { liveHref, type LiveQuery } from "@/lib/pages/live/url";
import { SearchField } from "../filters/search-field";

/** Finds an agent's, a team's or a customer's cases on all lists; Enter searches, an empty field shows all. */
export function FindForm({ query }: { query: LiveQuery }) {
  const router = useRouter();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const find = new FormData(event.currentTarget).get("find");
    const text = typeof find === "string" ? find.trim() : "";
    router.push(liveHref({ ...query, find: text, page: 1 }));
  };
  return (
    <form action="/live" role="search" aria-label="Find open cases" onSubmit={onSubmit}>
      <SearchField
        label="Agent, team, case or customer"
        placeholder="Agent, team, case"
        name="find"
        value={query.find}
        width="wide"
        hasShortcut
      />
    </form>
  );
}
