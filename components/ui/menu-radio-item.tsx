"use client";

import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { menuItemClasses } from "./menu-item-classes";

type MenuRadioItemProps = {
  isChosen: boolean;
  onChoose: () => void;
  children: ReactNode;
};

/** A radio item of a menu. */
export function MenuRadioItem({ isChosen, onChoose, children }: MenuRadioItemProps) {
  return (
    <DropdownMenu.CheckboxItem
      className={menuItemClasses}
      role="menuitemradio"
      checked={isChosen}
      onSelect={onChoose}
    >
      <span className="grid w-3.5 flex-none place-items-center">
        {isChosen ? <Icon name="pass" isBold /> : null}
      </span>
      <span className="min-w-0 flex-1">{children}</span>
    </DropdownMenu.CheckboxItem>
  );
}
