import type { KeyboardEventHandler } from "react";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";

type SearchFieldProps = {
  /** What one can search by, for those who don't see the field. */
  label: string;
  placeholder: string;
  name: string;
  /** The words that are searched for. */
  value: string;
  width: "full" | "wide" | "narrow";
  /** Whether the key "/" leads to it; one field of a page. */
  hasShortcut?: boolean;
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
};

const widths = { full: "w-full", wide: "w-44", narrow: "w-32" };

/** The search field of a form. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, name, value, width, hasShortcut = false, onKeyDown } = props;
  return (
    <label className="flex min-h-7 items-center gap-1.5 rounded-control border border-border-strong bg-panel px-2 text-text-faint focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus max-roomy:min-h-9">
      <Icon name="search" />
      <span className="sr-only">{label}</span>
      <input
        key={value}
        {...(hasShortcut ? { id: "filter-words" } : {})}
        className={`${widths[width]} min-w-0 bg-transparent text-text outline-none placeholder:text-text-faint`}
        type="search"
        name={name}
        defaultValue={value}
        maxLength={200}
        placeholder={placeholder}
        enterKeyHint="search"
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
      />
      {hasShortcut ? (
        <span className="max-roomy:hidden" aria-hidden="true">
          <Kbd label="/" />
        </span>
      ) : null}
    </label>
  );
}
