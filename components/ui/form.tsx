"use client";

import {
  useSyncExternalStore,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { buttonClasses } from "./button-classes";
import { ProblemNote } from "./problem-note";

type FormProps = Omit<ComponentProps<"form">, "action" | "onSubmit"> & { onSubmit: () => void };

/**
 * A form that a script sends. Its controls are disabled until the page is hydrated: React drops what is typed
 * into a controlled field before, and a browser would answer the button by loading the page again.
 */
export function Form({ onSubmit, children, ...attributes }: FormProps) {
  const isHydrated = useSyncExternalStore(
    noChanges,
    () => true,
    () => false,
  );
  return (
    <form
      {...attributes}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset className="contents" disabled={!isHydrated}>
        {children}
      </fieldset>
    </form>
  );
}

const noChanges = () => () => undefined;

type ChangeFormProps = {
  /** The button's text. */
  label: string;
  isBusy: boolean;
  isReady?: boolean;
  /** Why it was refused, where no field shows it. */
  problem?: string | null;
  onSubmit: () => void;
  children?: ReactNode;
};

/** Enter sends from a select, and with Ctrl or ⌘ from any field, as it does by itself from a line of text. */
function sendByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, ctrlKey, metaKey, target, currentTarget } = event;
  if (key !== "Enter" || !(ctrlKey || metaKey || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  currentTarget.querySelector<HTMLButtonElement>(":scope > fieldset > button:not([type])")?.click();
}

/** A form with its fields, if any, problem and submit button. */
export function ChangeForm(props: ChangeFormProps) {
  const { label, isBusy, isReady = true, problem = null, onSubmit, children } = props;
  return (
    <Form
      className="grid grid-cols-[minmax(0,1fr)] gap-3"
      onKeyDown={sendByEnter}
      onSubmit={onSubmit}
    >
      {children}
      <ProblemNote problem={problem} />
      <button
        className={`${buttonClasses.primary} cursor-pointer justify-self-end disabled:cursor-default disabled:opacity-60`}
        disabled={isBusy || !isReady}
      >
        {isBusy ? "Saving…" : label}
      </button>
    </Form>
  );
}
