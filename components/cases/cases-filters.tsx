"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition, type ReactNode, type SubmitEvent } from "react";
import { parseChannel } from "@/lib/domain/channel";
import type { CasesPageModel, FacetOption } from "@/lib/view/cases-page-model";
import { casesHref, withToggled, type CasesQuery, type FacetName } from "@/lib/view/cases-query";
import { facetValueWords, facetWords } from "@/lib/view/facet-words";
import { formatCount } from "@/lib/view/format";
import { ChannelMark } from "../case/channel-mark";
import { buttonClasses } from "../ui/button-classes";
import { Icon } from "../ui/icon";

type CasesFiltersProps = Pick<CasesPageModel, "query" | "facets">;

const shownFacets = ["outcome", "channel"] as const;

/**
 * The filters of the Cases page, a plain GET form where no script runs.
 * Every choice goes to the address at once; what is drawn follows the address.
 */
export function CasesFilters({ query, facets }: CasesFiltersProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [shown, show] = useOptimistic(query);
  const go = (change: Partial<CasesQuery>) => {
    const next = { ...shown, ...change, page: 1 };
    startTransition(() => {
      show(next);
      router.push(casesHref(next), { scroll: false });
    });
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("q");
    go({ text: typeof text === "string" ? text.trim() : "" });
  };
  return (
    <form action="/cases" role="search" aria-label="Filter cases" onSubmit={onSubmit}>
      <Progress isPending={isPending} />
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
        <TextFilter key={query.text} text={query.text} />
        <Foldable count={shownFacets.reduce((sum, name) => sum + shown.facets[name].length, 0)}>
          {shownFacets.map((name) => (
            <Facet key={name} title={facetWords[name]}>
              {facets[name].options.map((option) => (
                <FacetBox
                  key={option.value}
                  name={name}
                  option={option}
                  isChosen={shown.facets[name].includes(option.value)}
                  onToggle={() => {
                    go(withToggled(shown, name, option.value));
                  }}
                >
                  <FacetLabel name={name} value={option.value} />
                </FacetBox>
              ))}
            </Facet>
          ))}
        </Foldable>
        <noscript>
          <button className={buttonClasses.default}>Apply</button>
        </noscript>
      </div>
    </form>
  );
}

/** Beside the list the facets always show; above it, on narrow screens, only when asked for. */
function Foldable({ count, children }: { count: number; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${buttonClasses.default} cursor-pointer justify-self-start wide:hidden`}
        aria-expanded={isOpen}
        aria-controls="facets"
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        Filters{count === 0 ? "" : ` ${formatCount(count)}`}
        <Icon name={isOpen ? "up" : "down"} isBold />
      </button>
      <div
        id="facets"
        className={`grid gap-3 max-roomy:grid-cols-1 max-wide:grid-cols-2 ${isOpen ? "" : "max-wide:hidden"}`}
      >
        {children}
      </div>
    </>
  );
}

function Progress({ isPending }: { isPending: boolean }) {
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-10 h-0.5 overflow-hidden">
      {isPending ? (
        <div className="progress h-full w-1/3 bg-action">
          <span className="sr-only">Loading</span>
        </div>
      ) : null}
    </div>
  );
}

function TextFilter({ text }: { text: string }) {
  return (
    <label className="flex min-h-7 items-center gap-1.5 rounded-control border border-border-strong bg-panel px-2 text-text-faint focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus max-roomy:min-h-9">
      <Icon name="search" />
      <span className="sr-only">Case, customer or words of a message</span>
      <input
        className="w-full min-w-0 bg-transparent text-text outline-none placeholder:text-text-faint"
        type="search"
        name="q"
        defaultValue={text}
        maxLength={200}
        placeholder="Filter by words"
        enterKeyHint="search"
      />
    </label>
  );
}

function Facet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 content-start gap-px">
      <legend className="pb-0.5 text-secondary font-semibold text-text-muted">{title}</legend>
      {children}
    </fieldset>
  );
}

function FacetLabel({ name, value }: { name: FacetName; value: string }) {
  const channel = name === "channel" ? parseChannel(value) : null;
  return channel === null ? facetValueWords(name, value) : <ChannelMark channel={channel} />;
}

type FacetBoxProps = {
  name: string;
  option: FacetOption;
  isChosen: boolean;
  onToggle: () => void;
  children: ReactNode;
};

function FacetBox({ name, option, isChosen, onToggle, children }: FacetBoxProps) {
  return (
    <label className="flex min-h-6 cursor-pointer items-center gap-1.5 rounded-chip hover:bg-hover max-roomy:min-h-8">
      <input
        className="size-3.5 flex-none accent-action"
        type="checkbox"
        name={name}
        value={option.value}
        checked={isChosen}
        onChange={onToggle}
      />
      <span className="min-w-0 truncate">{children}</span>
      <span className="ml-auto text-secondary text-text-faint">{formatCount(option.count)}</span>
    </label>
  );
}
