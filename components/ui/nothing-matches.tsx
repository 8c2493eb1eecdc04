import type { ReactNode } from "react";
import { buttonClasses } from "./button-classes";
import { EmptyState } from "./empty-state";
import { Icon } from "./icon";
import { MaskedText } from "./masked-text";

type NothingMatchesProps<Filter> = {
  /** What one could look for instead. */
  hint?: ReactNode;
  /** What the filters together do. */
  sentence: string;
  filters: readonly Filter[];
  /** The link that takes a filter away, around what it shows. */
  removeLink: (filter: Filter, link: RemoveLink) => ReactNode;
  /** The link that takes all of them away. */
  clearLink: ReactNode;
};

type RemoveLink = { readonly look: string; readonly label: string; readonly shown: ReactNode };

/** A list whose filters leave nothing: each of them, to be taken away alone or all together. */
export function NothingMatches<Filter extends { key: string; words: string }>(
  props: NothingMatchesProps<Filter>,
) {
  const { hint, sentence, filters, removeLink, clearLink } = props;
  return (
    <EmptyState title="Nothing matches">
      {hint}
      <p className="text-text-muted">{sentence}</p>
      <ul className="flex flex-wrap items-center gap-1.5" aria-label="Filters in force">
        {filters.map((filter) => (
          <li key={filter.key} className="min-w-0">
            {removeLink(filter, {
              look: `${buttonClasses.default} max-w-full`,
              label: `Remove the filter ${filter.words}`,
              shown: (
                <>
                  <span className="truncate">
                    <MaskedText text={filter.words} />
                  </span>
                  <Icon name="fail" isBold />
                </>
              ),
            })}
          </li>
        ))}
        <li>{clearLink}</li>
      </ul>
    </EmptyState>
  );
}
