"use client";

import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { CheckMark } from "./check-mark";
import { menuItemClasses } from "./menu-item-classes";

type MenuCheckItemProps = {
  isChecked: boolean;
  isDisabled?: boolean;
  /** At the end of the line: a count. */
  aside?: string;
  onToggle: () => void;
  children: ReactNode;
};

/** A checkbox item of a menu; the menu stays open. */
export function MenuCheckItem(props: MenuCheckItemProps) {
  const { isChecked, isDisabled = false, aside, onToggle, children } = props;
  return (
    <DropdownMenu.CheckboxItem
      className={menuItemClasses}
      checked={isChecked}
      disabled={isDisabled}
      onSelect={(event) => {
        event.preventDefault();
        onToggle();
      }}
    >
      <CheckMark isChecked={isChecked} />
      <span className="min-w-0 flex-1">{children}</span>
      {aside === undefined ? null : <span className="text-secondary text-text-faint">{aside}</span>}
    </DropdownMenu.CheckboxItem>
  );
}
