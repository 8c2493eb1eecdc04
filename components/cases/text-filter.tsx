"use client";

import type { SubmitEvent } from "react";
import { SearchField } from "../filters/search-field";
import { useCasesNavigation } from "./cases-navigation";
import { textFilter } from "@/lib/pages/cases/words/list";

/** The text filter; Enter applies it, Esc leaves the field. */
export function TextFilter() {
  const { query, go } = useCasesNavigation();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("q");
    go({ ...query, text: typeof text === "string" ? text.trim() : "", page: 1 });
  };
  return (
    <form action="/cases" role="search" aria-label={textFilter.name} onSubmit={onSubmit}>
      <SearchField
        label={textFilter.label}
        placeholder={textFilter.placeholder}
        name="q"
        value={query.text}
        width="full"
        hasShortcut
        onKeyDown={(event) => {
          if (event.key === "Escape" && event.currentTarget.value === query.text) {
            event.currentTarget.blur();
          }
        }}
      />
    </form>
  );
}
