"use client";

import type { SubmitEvent } from "react";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { useCasesNavigation } from "./cases-navigation";

/** The text filter; Enter applies it, Esc leaves the field. */
export function TextFilter() {
  const { query, go } = useCasesNavigation();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("q");
    go({ ...query, text: typeof text === "string" ? text.trim() : "", page: 1 });
  };
  return (
    <form action="/cases" role="search" aria-label="Filter cases by words" onSubmit={onSubmit}>
      <label className="flex min-h-7 items-center gap-1.5 rounded-control border border-border-strong bg-panel px-2 text-text-faint focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus max-roomy:min-h-9">
        <Icon name="search" />
        <span className="sr-only">Case, customer or words of a message</span>
        <input
          key={query.text}
          id="filter-words"
          className="w-full min-w-0 bg-transparent text-text outline-none placeholder:text-text-faint"
          type="search"
          name="q"
          defaultValue={query.text}
          maxLength={200}
          placeholder="Filter"
          enterKeyHint="search"
          onKeyDown={(event) => {
            if (event.key === "Escape" && event.currentTarget.value === query.text) {
              event.currentTarget.blur();
            }
          }}
        />
        <span className="max-roomy:hidden" aria-hidden="true">
          <Kbd label="/" />
        </span>
      </label>
    </form>
  );
}
