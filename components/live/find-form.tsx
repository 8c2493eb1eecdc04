"use client";

import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { liveHref, type LiveQuery } from "@/lib/pages/live/url";
import { search } from "@/lib/pages/live/words/view";
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
    <form action="/live" role="search" aria-label={search.form} onSubmit={onSubmit}>
      <SearchField
        label={search.label}
        placeholder={search.placeholder}
        name="find"
        value={query.find}
        width="wide"
        hasShortcut
      />
    </form>
  );
}
