"use client";

import { DropdownMenu } from "radix-ui";
import Link from "next/link";
import { useState } from "react";
import type { SavedViewLine, SavedViewsModel } from "@/lib/format/layout/saved-views-model";
import { Icon } from "../ui/icon";
import { Menu } from "../ui/menu";
import { MenuHeading } from "../ui/menu-heading";
import { menuItemClasses } from "../ui/menu-item-classes";
import { ManageViewsDialog } from "./manage-views-dialog";
import { SaveViewDialog } from "./save-view-dialog";
import type { ViewActions } from "./view-actions";

type SavedViewsProps = {
  views: SavedViewsModel;
  actions: ViewActions;
  /** The page's query string without page number and preview. */
  search: string;
  /** The suggested name. */
  suggestedName: string;
};

/** The menu of a page's saved views: open, manage, save the current one. */
export function SavedViews({ views, actions, search, suggestedName }: SavedViewsProps) {
  const [open, setOpen] = useState<"save" | "manage" | null>(null);
  const own = views.lines.filter(({ isOwn }) => isOwn);
  const others = views.lines.filter(({ isOwn }) => !isOwn);
  const close = () => {
    setOpen(null);
  };
  return (
    <>
      <Menu label="Views" align="end">
        <DropdownMenu.Item
          className={menuItemClasses}
          onSelect={() => {
            setOpen("save");
          }}
        >
          Save this view…
        </DropdownMenu.Item>
        {views.lines.length === 0 ? null : (
          <DropdownMenu.Item
            className={menuItemClasses}
            onSelect={() => {
              setOpen("manage");
            }}
          >
            Share and remove views…
          </DropdownMenu.Item>
        )}
        {views.lines.length === 0 ? <MenuHeading label="Nothing saved yet" /> : null}
        <ViewGroup label="Yours" lines={own} search={search} />
        <ViewGroup label="Shared by others" lines={others} search={search} />
      </Menu>
      <SaveViewDialog
        isOpen={open === "save"}
        onClose={close}
        path={views.path}
        search={search}
        suggestedName={suggestedName}
        save={actions.save}
      />
      <ManageViewsDialog
        isOpen={open === "manage"}
        onClose={close}
        views={views}
        actions={actions}
      />
    </>
  );
}

type ViewGroupProps = { label: string; lines: readonly SavedViewLine[]; search: string };

function ViewGroup({ label, lines, search }: ViewGroupProps) {
  if (lines.length === 0) return null;
  return (
    <DropdownMenu.Group>
      <MenuHeading label={label} />
      {lines.map((line) => (
        <DropdownMenu.Item key={line.id} className={menuItemClasses} asChild>
          <Link href={line.href} prefetch={false}>
            <span className="grid w-3.5 flex-none place-items-center">
              {line.search === search ? <Icon name="pass" isBold /> : null}
            </span>
            <span className="truncate" title={`${line.name}: ${line.words}`}>
              {line.name}
            </span>
          </Link>
        </DropdownMenu.Item>
      ))}
    </DropdownMenu.Group>
  );
}
