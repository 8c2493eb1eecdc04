"use client";

import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { buttonClasses } from "./button-classes";
import { Icon } from "./icon";

type MenuProps = {
  /** The button's label. */
  label: string;
  /** Accessible name where the label is not enough. */
  name?: string;
  /** `inline`: within running text. */
  look?: "button" | "inline";
  align?: "start" | "end";
  onOpenChange?: (isOpen: boolean) => void;
  /** `MenuCheckItem`, `MenuRadioItem`, `MenuAction`, `MenuLink` and `MenuHeading`. */
  children: ReactNode;
};

const inline =
  "inline-flex min-h-6 max-w-full cursor-pointer items-center gap-1 rounded-control border border-border border-b-border-strong bg-panel px-2 text-left text-text hover:bg-hover max-roomy:min-h-8";

/** A button that opens a menu. */
export function Menu({
  label,
  name,
  look = "button",
  align = "start",
  onOpenChange = () => undefined,
  children,
}: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger
        className={look === "inline" ? inline : `${buttonClasses.default} cursor-pointer`}
        aria-label={name}
      >
        <span className="truncate">{label}</span>
        <span className="grid flex-none text-text-faint">
          <Icon name="down" isBold />
        </span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="z-30 max-h-(--radix-dropdown-menu-content-available-height) max-w-[min(360px,calc(100vw-24px))] min-w-48 overflow-y-auto rounded-card border border-border bg-panel p-1 shadow-overlay"
          align={align}
          sideOffset={4}
          collisionPadding={12}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
