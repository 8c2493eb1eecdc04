"use client";

import { Dialog as Primitive } from "radix-ui";
import { useState, type ReactNode } from "react";
import { Icon } from "./icon";

type DialogProps = {
  title: string;
  /** One sentence under the title. */
  description?: string;
  /** `wide`: for charts and tables. */
  width?: "form" | "wide";
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
};

const widths = { form: "w-[min(480px,calc(100vw-24px))]", wide: "w-[min(720px,calc(100vw-24px))]" };

/** A modal box over the page: Esc or its ✕ closes it, focus goes back to where it was. */
export function Dialog({ title, description, width, isOpen, onOpenChange, children }: DialogProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-30 bg-[color-mix(in_oklab,black_40%,transparent)]" />
        <Primitive.Content
          className={`fixed top-1/2 left-1/2 z-30 grid max-h-[calc(100dvh-32px)] ${widths[width ?? "form"]} -translate-1/2 grid-cols-[minmax(0,1fr)] gap-3 overflow-y-auto rounded-card border border-border bg-panel p-4 shadow-overlay`}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
        >
          <div className="grid gap-0.5 pr-8">
            <Primitive.Title className="font-semibold">{title}</Primitive.Title>
            {description === undefined ? null : (
              <Primitive.Description className="text-secondary text-text-muted">
                {description}
              </Primitive.Description>
            )}
          </div>
          {children}
          {/* Last, so that initial focus is on the first field. */}
          <Primitive.Close
            className="absolute top-2.5 right-2.5 grid size-7 cursor-pointer place-items-center rounded-control text-text-muted hover:bg-hover max-roomy:size-9"
            aria-label="Close"
          >
            <Icon name="fail" />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type ButtonDialogProps = Pick<DialogProps, "title" | "description" | "width"> & {
  /** The button's text. */
  label: string;
  children: (close: () => void) => ReactNode;
};

/** A dialog with the small button that opens it. */
export function ButtonDialog({ label, children, ...dialog }: ButtonDialogProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="-mx-1 min-h-6 w-fit cursor-pointer rounded-chip px-1 text-link hover:underline max-roomy:min-h-8 print:hidden"
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </button>
      <Dialog {...dialog} isOpen={isOpen} onOpenChange={setOpen}>
        {children(() => {
          setOpen(false);
        })}
      </Dialog>
    </>
  );
}
